import { canonicalJson } from "@/lib/platform/canonical-json";
import { sha256 } from "@/lib/platform/digest";
import type { BlockContent } from "@/lib/report/draft/content/block-content";
import type { ComposedBlock } from "@/lib/report/draft/composed/composed-block";
import type { Section } from "@/lib/report/draft/document-kind";
import type { DraftBlock } from "@/lib/report/draft/draft-block";
import {
  citesKey,
  tellingOf,
  wordsKey,
  type ClaimEvidence,
  type Telling,
} from "@/lib/report/draft/composed/telling";

/** A paragraph as it is in the draft, whoever wrote it. */
export type DraftedBlock = {
  id: string;
  section: Section;
  content: BlockContent;
  revision: number;
  removedAt: Date | null;
  erasedAt: Date | null;
  evidence: ClaimEvidence;
};

/** A paragraph as the evidence of now gives it, with its place in the composition. */
export type FreshBlock = { at: number; block: DraftBlock; telling: Telling };

/**
 * What would change. `theirs`: the paragraph is not as it was generated, because somebody wrote in it, changed its evidence,
 * moved it, or decided to keep it.
 */
export type Proposal = { key: string } & (
  | {
      is: "change";
      composed: ComposedBlock;
      block: DraftedBlock;
      fresh: FreshBlock;
      theirs: boolean;
      /** The words stay: only what they cite is different. */
      words: boolean;
    }
  | {
      is: "add";
      composed: ComposedBlock | null;
      /** One that somebody removed, and that would be put back. */
      block: DraftedBlock | null;
      fresh: FreshBlock;
      theirs: boolean;
    }
  | { is: "remove"; composed: ComposedBlock; block: DraftedBlock; theirs: boolean }
  /** `order`: the paragraphs of the part that were generated, as they would follow one another. */
  | { is: "order"; section: Section; order: readonly string[]; theirs: boolean }
);

export type Unkeyed = Proposal extends infer P ? (P extends Proposal ? Omit<P, "key"> : never) : never;

/** Names a proposal by everything that it rests on, so that an answer to it is refused where any of it has changed. */
export function keyed(proposal: Unkeyed): Proposal {
  const key = Buffer.from(sha256(canonicalJson(restsOn(proposal)))).toString("hex");
  return { ...proposal, key };
}

function restsOn(proposal: Unkeyed): unknown {
  if (proposal.is === "order") return [proposal.is, proposal.section, proposal.order];
  const { is, composed, block } = proposal;
  const now = block && [
    block.id,
    block.revision,
    block.removedAt !== null,
    citesKey(tellingOf(block, block.evidence)),
  ];
  const then = composed && [composed.id, said(tellingOf(composed, composed.evidence)), composed.current];
  return [is, then, now, is === "remove" ? null : said(proposal.fresh.telling)];
}

const said = (telling: Telling) => [wordsKey(telling), citesKey(telling)];
