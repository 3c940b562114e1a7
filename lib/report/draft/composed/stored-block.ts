import { refText } from "@/lib/aggregate/publication/report/figure-ref";
import { blockOf } from "../block";
import type { BlockContent } from "../content/block-content";
import type { DraftBlock, DraftClaim } from "../draft-block";
import type { ClaimEvidence } from "./telling";

/** A composed paragraph as it is stored; `idOf` gives each of its claims an id. */
export function storedBlock(
  { type, runs, figure }: DraftBlock,
  idOf: (claim: DraftClaim) => string,
): { content: BlockContent; evidence: ClaimEvidence } {
  const ids = new Map<DraftClaim, string>();
  const idFor = (claim: DraftClaim) => {
    const id = ids.get(claim) ?? idOf(claim);
    ids.set(claim, id);
    return id;
  };
  const marked = runs.map(({ text, claim, figure: ref, strong }) => ({
    text,
    marks: [
      ...(claim ? [{ type: "claim" as const, attrs: { id: idFor(claim) } }] : []),
      ...(ref ? [{ type: "figure" as const, attrs: { ref: refText(ref) } }] : []),
      ...(strong ? [{ type: "strong" as const }] : []),
    ],
  }));
  const content = blockOf(type, marked, figure);
  return { content, evidence: Object.fromEntries([...ids].map(([claim, id]) => [id, told(claim)])) };
}

function told({ findingId, side, themeId, stance, supports, contradicts }: DraftClaim): DraftClaim {
  return { findingId, side, themeId, stance, supports, contradicts };
}
