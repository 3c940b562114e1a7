import type { Tx } from "../db";
import { defineHook } from "../hooks";
import type { DecisionKind, DecisionOf, LedgerEntry } from "./decision";
import { withoutRecording } from "./ledger";

/**
 * What became of a decision that was applied again. "absent": who or what it is about is not in the restored
 * database, or not any more what it was about.
 */
export type Outcome = "applied" | "stood" | "absent";

/** Answered by the capability that records decisions of this kind, and by nobody else (null). */
export const decisionReplayed = defineHook<LedgerEntry, Outcome | null>("ledger.decision-replayed");

type Made = { at: Date; byId: string | null };
type Handlers = {
  [Kind in DecisionKind]?: (tx: Tx, decision: DecisionOf<Kind>, made: Made) => Promise<Outcome>;
};

/** A handler of the hook from one function for each kind of decision that a capability records. */
export function replaying(handlers: Handlers): (tx: Tx, entry: LedgerEntry) => Promise<Outcome | null> {
  return async (tx, { at, decision }) => {
    const byId = "byId" in decision ? decision.byId : null;
    const there = byId !== null && (await tx.user.count({ where: { id: byId } })) > 0;
    return run(handlers, tx, decision, { at: new Date(at), byId: there ? byId : null });
  };
}

async function run<Kind extends DecisionKind>(
  handlers: Handlers,
  tx: Tx,
  decision: DecisionOf<Kind> & { kind: Kind },
  made: Made,
): Promise<Outcome | null> {
  const handler = handlers[decision.kind];
  return handler ? handler(tx, decision, made) : null;
}

/** How many decisions of each kind were applied again in a review, and how many could not be. */
export type ReplayCount = {
  reviewId: string;
  applied: Partial<Record<DecisionKind, number>>;
  absent: number;
};

/**
 * Applies the decisions again, in the order in which they were made and with the rules of their commands. A decision
 * whose effect is there already changes nothing.
 */
export function replay(tx: Tx, entries: readonly LedgerEntry[]): Promise<ReplayCount[]> {
  return withoutRecording(async () => {
    const counts = new Map<string, ReplayCount>();
    for (const entry of entries) {
      const { reviewId, kind } = entry.decision;
      const count = counts.get(reviewId) ?? { reviewId, applied: {}, absent: 0 };
      counts.set(reviewId, count);
      const [outcome] = (await decisionReplayed.run(tx, entry)).filter((answer) => answer !== null);
      if (outcome === undefined) throw new Error(`No capability knows how to apply again: ${kind}.`);
      if (outcome === "applied") count.applied[kind] = (count.applied[kind] ?? 0) + 1;
      if (outcome === "absent") count.absent += 1;
    }
    return [...counts.values()];
  });
}
