import type { ReportKind } from "../document-kind";
import type { DraftBlock } from "../draft-block";
import type { DraftSource } from "../draft-source";
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
  return COMPOSERS[kind](source);
}
