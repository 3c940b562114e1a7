import { answered, type Answered } from "./answer";
import { applied, type Edit } from "./edit";
import type { Proposal } from "./proposal";
import { propose, type Regenerating } from "./propose";

/** What accepting every proposal for paragraphs as they were generated does to the draft, in this order. */
export function acceptAll(before: Regenerating): { edits: Edit[]; composed: Answered["composed"] } {
  const changes = accepted(before, ({ is }) => is !== "order");
  // What was added stands among the others now, so that the order is worked out again.
  const orders = accepted(changes.after, ({ is }) => is === "order");
  return { edits: [...changes.edits, ...orders.edits], composed: orders.after.composed };
}

function accepted(before: Regenerating, which: (proposal: Proposal) => boolean) {
  const { proposals, ...composition } = propose(before);
  const edits: Edit[] = [];
  const blockAt = new Map(composition.blockAt);
  const composedAt = new Map(composition.composedAt);
  let after = before;
  for (const proposal of proposals.filter((one) => !one.theirs && which(one))) {
    const { edit, composed } = answered(after.composed, proposal, {
      accept: true,
      composition: { ...composition, blockAt, composedAt },
    });
    if (edit) edits.push(edit);
    if (proposal.is === "add" && edit?.is === "insert") {
      // The next one follows it.
      blockAt.set(proposal.fresh.at, edit.blockId);
      const row = composed.find(({ blockId }) => blockId === edit.blockId);
      if (row) composedAt.set(proposal.fresh.at, row);
    }
    after = { ...after, composed, drafted: edit ? applied(after.drafted, edit) : after.drafted };
  }
  return { edits, after };
}
