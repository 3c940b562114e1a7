import type { Viewer } from "@/lib/access/policy";
import { visibleRoundtables } from "@/lib/access/scope";
import type { Tx } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";

/** The go-round, where the viewer may see its roundtable. */
export async function findGoRound(tx: Tx, viewer: Viewer, id: string) {
  const goRound = await tx.goRound.findFirst({
    where: { AND: [{ id }, { roundtable: visibleRoundtables(viewer) }] },
    select: {
      id: true,
      roundtableId: true,
      startedAt: true,
      endedAt: true,
      roundtable: { select: { reviewId: true } },
    },
  });
  if (!goRound) throw notFound("go-round");
  const { roundtable, ...found } = goRound;
  return { ...found, reviewId: roundtable.reviewId };
}
