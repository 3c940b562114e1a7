import type { Viewer } from "@/lib/access/policy";
import { visibleRoundtables } from "@/lib/access/scope";
import type { Tx } from "@/lib/platform/db";
import { invalid, notFound } from "@/lib/platform/errors";
import { recordingProblem, type RoundtableState } from "../states";

const SELECT = { id: true, reviewId: true, state: true, heldOn: true, slug: true } as const;

/** The roundtable, where the viewer may see it. */
export async function findRoundtable(tx: Tx, viewer: Viewer, id: string) {
  const found = await tx.roundtable.findFirst({
    where: { AND: [{ id }, visibleRoundtables(viewer)] },
    select: SELECT,
  });
  if (!found) throw notFound("roundtable");
  return found;
}

/**
 * Locks this roundtable's record until the end of the transaction, so that numbers are given one at a time
 * and nothing is logged while the roundtable is being closed. Returns its state, which cannot change until
 * then.
 */
export async function lockRoundtable(tx: Tx, id: string): Promise<RoundtableState> {
  const rows =
    await tx.$queryRaw<Locked>`SELECT state FROM roundtable WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  return stateOf(rows);
}

/** The same with a shared lock: only a transaction that closes the roundtable, or locks it, waits. */
export async function holdRoundtable(tx: Tx, id: string): Promise<RoundtableState> {
  const rows = await tx.$queryRaw<Locked>`SELECT state FROM roundtable WHERE id = ${id}::uuid FOR SHARE`;
  return stateOf(rows);
}

type Locked = { state: RoundtableState }[];

function stateOf([row]: Locked): RoundtableState {
  if (!row) throw notFound("roundtable");
  return row.state;
}

export function requireRecording(state: RoundtableState): void {
  const problem = recordingProblem(state);
  if (problem) throw invalid(problem);
}
