import type { ReportKind } from "../document-kind";
import type { DraftBlock } from "../draft-block";
import type { DraftSource } from "../draft-source";
import { inHouseWords } from "../house-words";
import { briefingBlocks } from "./briefing";
import { fullBlocks } from "./full";
import { summaryBlocks } from "./summary";

const COMPOSERS: Record<ReportKind, (source: DraftSource) => DraftBlock[]> = {
  summary: summaryBlocks,
  briefing: briefingBlocks,
  full: fullBlocks,
};

/**
 * A first draft of that kind. The same source gives the same draft. Every span that says what people said is a claim, and
 * every word of quantity a figure of the release.
 */
export function composeDraft(kind: ReportKind, source: DraftSource): DraftBlock[] {
  const { style } = source;
  const blocks = COMPOSERS[kind](source);
  if (style.avoid.length === 0) return blocks;
  // What findings and quotations say stays in their words.
  return blocks.map((block) => ({
    ...block,
    runs: block.runs.map((run) =>
      run.claim || run.figure ? run : { ...run, text: inHouseWords(run.text, style) },
    ),
  }));
}
