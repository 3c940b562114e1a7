import type { Viewer } from "@/lib/access/policy";
import { visibleFindings } from "@/lib/access/scope";
import type { Tx } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { closeEvidence } from "@/lib/synthesise/finding/commands/open-evidence";

const ROW = { id: true, contributionId: true, bearing: true, from: true } as const;

type Move = {
  changeId: string;
  reviewId: string;
  fromId: string;
  toId: string;
  /** Only these contributions; all where it is absent. */
  contributionIds?: readonly string[];
};

/**
 * Moves open evidence from one finding to another, with its bearing. What bears on the other already stays as
 * it is there.
 */
export async function moveEvidence(tx: Tx, viewer: Viewer, move: Move): Promise<number> {
  const { changeId, reviewId, fromId, toId, contributionIds } = move;
  const rows = await tx.findingEvidence.findMany({
    where: {
      findingId: fromId,
      until: null,
      ...(contributionIds ? { contributionId: { in: [...contributionIds] } } : {}),
    },
    select: ROW,
  });
  await closeEvidence(tx, rows, changeId);
  await tx.findingEvidence.createMany({
    data: rows.map(({ contributionId, bearing }) => ({
      reviewId,
      findingId: toId,
      contributionId,
      bearing,
      byId: viewer.userId,
      openedInId: changeId,
    })),
    skipDuplicates: true,
  });
  return rows.length;
}

/** Ends what the change opened and nobody has ended since. */
export async function closeOpened(tx: Tx, changeId: string): Promise<void> {
  const rows = await tx.findingEvidence.findMany({
    where: { openedInId: changeId, until: null },
    select: ROW,
  });
  await closeEvidence(tx, rows);
}

/** Opens again what the change ended, unless the contribution bears on that finding in another way by now. */
export async function reopenEnded(tx: Tx, viewer: Viewer, changeId: string): Promise<void> {
  const ended = await tx.findingEvidence.findMany({
    where: { endedInId: changeId },
    // As it was, so that the change that opened it can be undone after this one.
    select: { reviewId: true, findingId: true, contributionId: true, bearing: true, openedInId: true },
  });
  await tx.findingEvidence.createMany({
    data: ended.map((row) => ({ ...row, byId: viewer.userId })),
    skipDuplicates: true,
  });
}

/** One writer at these findings at a time, in an order in which two of them cannot wait for each other. */
export async function holdFindings(tx: Tx, viewer: Viewer, ids: readonly string[]): Promise<void> {
  const found = await tx.finding.count({
    where: { AND: [{ id: { in: [...ids] } }, visibleFindings(viewer)] },
  });
  if (found < new Set(ids).size) throw notFound("finding");
  await tx.$queryRaw`SELECT id FROM finding WHERE id = ANY(${[...ids]}::uuid[]) ORDER BY id FOR UPDATE`;
}
