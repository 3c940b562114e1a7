import { randomUUID } from "node:crypto";
import type { ComposedBlock } from "@/lib/report/draft/composed/composed-block";
import type { DraftClaim } from "@/lib/report/draft/draft-block";
import { storedBlock } from "@/lib/report/draft/composed/stored-block";
import { claimsTold, toldKey, type ClaimEvidence } from "@/lib/report/draft/composed/telling";
import { arranged, type Edit } from "./edit";
import type { DraftedBlock, FreshBlock, Proposal } from "./proposal";
import { placeFor, type Proposals } from "./propose";

/** What an answer does to the draft, and the composition that is remembered as answered for, in its order. */
export type Answered = { edit: Edit | null; composed: readonly ComposedBlock[] };

type Composition = Pick<Proposals, "fresh" | "blockAt" | "composedAt">;

/**
 * Accepting changes the draft; leaving it does not. Either way what the evidence gives now is remembered, so that the same is
 * not proposed again until the evidence gives something else.
 */
export function answered(
  composed: readonly ComposedBlock[],
  proposal: Proposal,
  { accept, composition }: { accept: boolean; composition: Composition },
): Answered {
  switch (proposal.is) {
    case "order": {
      const { order } = proposal;
      return {
        edit: accept ? { is: "arrange", order } : null,
        composed: inThatOrder(composed, order),
      };
    }
    case "remove": {
      const { id, blockId } = { ...proposal.composed, blockId: proposal.block.id };
      return {
        edit: accept ? { is: "remove", blockId } : null,
        composed: composed.map((one) => (one.id === id ? { ...one, current: false } : one)),
      };
    }
    case "change": {
      const { block, fresh, words } = proposal;
      const stored = storedBlock(fresh.block, sameIds(block));
      const { section } = fresh.block;
      const edit: Edit = words
        ? { is: "write", blockId: block.id, section, ...stored }
        : { is: "cite", blockId: block.id, evidence: newEvidence(block, fresh) };
      const now = { ...proposal.composed, section, ...stored, current: true };
      return {
        edit: accept ? edit : null,
        composed: composed.map((one) => (one.id === now.id ? now : one)),
      };
    }
    case "add":
      return withAdded(composed, proposal, { accept, composition });
  }
}

function withAdded(
  composed: readonly ComposedBlock[],
  { composed: before, block, fresh }: Extract<Proposal, { is: "add" }>,
  { accept, composition }: { accept: boolean; composition: Composition },
): Answered {
  const { section } = fresh.block;
  const stored = storedBlock(fresh.block, sameIds(block));
  const blockId = block?.id ?? randomUUID();
  const edit: Edit = block
    ? { is: "write", blockId, section, ...stored }
    : { is: "insert", blockId, section, ...stored, place: placeFor(fresh.at, composition) };
  const kept = block?.id ?? null;
  const now = {
    id: before?.id ?? randomUUID(),
    blockId: accept ? blockId : kept,
    section,
    ...stored,
    current: true,
  };
  return {
    edit: accept ? edit : null,
    composed: before
      ? composed.map((one) => (one.id === before.id ? now : one))
      : composed.toSpliced(placeAmong(composed, fresh.at, composition), 0, now),
  };
}

/** After the nearest paragraph before it that was composed already, so that the composition stays in the order of the new one. */
function placeAmong(composed: readonly ComposedBlock[], at: number, { composedAt }: Composition): number {
  for (let one = at - 1; one >= 0; one--) {
    const before = composedAt.get(one);
    if (before) return composed.findIndex(({ id }) => id === before.id) + 1;
  }
  return 0;
}

function inThatOrder(composed: readonly ComposedBlock[], order: readonly string[]): ComposedBlock[] {
  const ofBlock = new Map(composed.map((one) => [one.blockId, one]));
  const byId = new Map(composed.map((one) => [one.id, one]));
  const wanted = order.flatMap((blockId) => ofBlock.get(blockId)?.id ?? []);
  return arranged(
    composed.map(({ id }) => id),
    wanted,
  ).flatMap((id) => byId.get(id) ?? []);
}

/** A claim that the paragraph makes already keeps its id, so that what its evidence was stays with it. */
function sameIds(block: DraftedBlock | null): (claim: DraftClaim) => string {
  const free = Object.entries(block?.evidence ?? {}).map(([id, claim]) => ({ id, key: toldKey(claim) }));
  return (claim) => {
    const at = free.findIndex(({ key }) => key === toldKey(claim));
    const [known] = at < 0 ? [] : free.splice(at, 1);
    return known?.id ?? randomUUID();
  };
}

/** For each claim that the paragraph makes and that is composed again, what it cites then. */
function newEvidence({ evidence }: DraftedBlock, { telling }: FreshBlock): ClaimEvidence {
  const fresh = claimsTold(telling);
  return Object.fromEntries(
    Object.entries(evidence).flatMap(([id, claim]) => {
      const other = fresh.get(toldKey(claim));
      return other ? [[id, { ...claim, supports: other.supports, contradicts: other.contradicts }]] : [];
    }),
  );
}
