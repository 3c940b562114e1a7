import type { Viewer } from "@/lib/access/policy";
import { visibleRoundtables } from "@/lib/access/scope";
import type { Tx } from "@/lib/platform/db";
import { invalid, notFound } from "@/lib/platform/errors";
import { recordingProblem, type RoundtableState } from "../roundtable";

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
 * Makes others who would write into this roundtable's record wait for the end of this transaction: numbers
 * are handed out one by one, and nothing is logged into a roundtable while it is being closed. Gives its
 * state, which stays until then.
 */
export async function lockRoundtable(tx: Tx, id: string): Promise<RoundtableState> {
  const rows =
    await tx.$queryRaw<Locked>`SELECT state FROM roundtable WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  return stateOf(rows);
}

/** The same alongside others who do so too: only whoever closes the roundtable, or locks it, waits. */
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
