import type { ReportKind } from "../document-kind";
import type { DraftBlock } from "../draft-block";
import type { DraftSource } from "../draft-source";
import { inHouseStyle } from "../house-words";
import { NOTHING_EARLIER, type EarlierWording } from "../composed/earlier-wording";
import { briefingBlocks } from "./briefing";
import { fullBlocks } from "./full";
import { summaryBlocks } from "./summary";

type Composer = (source: DraftSource, earlier: EarlierWording) => DraftBlock[];

const COMPOSERS: Record<ReportKind, Composer> = {
  summary: summaryBlocks,
  briefing: briefingBlocks,
  full: fullBlocks,
};

/**
 * A first draft of that kind. The same source gives the same draft. Every span that says what people said is a claim, and
 * every word of quantity a figure of the release. A sentence that `earlier` has keeps the frame that it had there.
 */
export function composeDraft(
  kind: ReportKind,
  source: DraftSource,
  earlier: EarlierWording = NOTHING_EARLIER,
): DraftBlock[] {
  const { style } = source;
  const blocks = COMPOSERS[kind](source, earlier);
  if (style.avoid.length === 0) return blocks;
  return blocks.map((block) => ({ ...block, runs: block.runs.map((run) => inHouseStyle(run, style)) }));
}
