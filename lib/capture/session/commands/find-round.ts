import type { Viewer } from "@/lib/access/policy";
import { visibleRoundtables } from "@/lib/access/scope";
import type { Tx } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";

/** The round, where the viewer may see its roundtable. */
export async function findRound(tx: Tx, viewer: Viewer, id: string) {
  const round = await tx.round.findFirst({
    where: { AND: [{ id }, { roundtable: visibleRoundtables(viewer) }] },
    select: {
      id: true,
      roundtableId: true,
      startedAt: true,
      endedAt: true,
      roundtable: { select: { reviewId: true } },
    },
  });
  if (!round) throw notFound("round");
  const { roundtable, ...found } = round;
  return { ...found, reviewId: roundtable.reviewId };
}
