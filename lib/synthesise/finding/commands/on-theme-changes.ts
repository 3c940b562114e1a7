import type { Tx } from "@/lib/platform/db";
import { publish } from "@/lib/platform/events";
import type { ThemesMerged } from "@/lib/tag/recoding/theme-events";

/** Moves findings with their theme; returns the ids of those that moved. */
export function onThemesMerged(tx: Tx, merged: ThemesMerged): Promise<string[]> {
  return moveFindings(tx, merged, { themeId: merged.fromId, to: merged.intoId });
}

export async function onThemesParted(
  tx: Tx,
  { moved, ...merged }: ThemesMerged & { moved: readonly string[] },
): Promise<void> {
  await moveFindings(tx, merged, { themeId: merged.intoId, to: merged.fromId, ids: moved });
}

type Move = { themeId: string; to: string; ids?: readonly string[] };

/**
 * Each move is a revision of the finding, so that an edit based on the one before is stale. Returns the ids
 * of those moved.
 */
async function moveFindings(
  tx: Tx,
  { reviewId, byId }: ThemesMerged,
  { themeId, to, ids }: Move,
): Promise<string[]> {
  const findings = await tx.finding.findMany({
    where: { reviewId, themeId, withdrawnAt: null, ...(ids ? { id: { in: [...ids] } } : {}) },
    select: {
      id: true,
      revision: true,
      text: true,
      counterView: true,
      note: true,
      stance: true,
      themeId: true,
    },
  });
  if (findings.length === 0) return [];
  await tx.findingRevision.createMany({
    data: findings.map(({ id, ...before }) => ({ ...before, findingId: id, endedById: byId })),
  });
  const movedIds = findings.map(({ id }) => id);
  await tx.finding.updateMany({
    where: { id: { in: movedIds } },
    data: { themeId: to, revision: { increment: 1 } },
  });
  await publish(tx, { kind: "finding", reviewId, ids: movedIds });
  return movedIds;
}
