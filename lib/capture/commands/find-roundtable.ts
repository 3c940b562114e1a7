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
 * are handed out one by one, and nothing is logged into a roundtable while it is being closed.
 */
export async function lockRoundtable(tx: Tx, id: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM roundtable WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
}

export function requireRecording(state: RoundtableState): void {
  const problem = recordingProblem(state);
  if (problem) throw invalid(problem);
}
