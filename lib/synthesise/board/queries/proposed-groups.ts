import { requireCan, type Viewer } from "@/lib/access/policy";
import { outsideOwnBlindRounds, OUTSIDE_BLIND_ROUNDS, visibleContributions } from "@/lib/access/scope";
import type { Stance } from "@/lib/capture/contribution/stance";
import { db } from "@/lib/platform/db";
import { runInWorker } from "@/lib/platform/workers/pool";
import { GROUP_CONTRIBUTIONS } from "../board-tasks";
import type { ProposedGroup } from "../proposed-group";
import { underTheme, type OfTheme } from "./board";

/** Grouping more would take too long: then the latest are grouped. */
const MAX_GROUPED = 300;

/**
 * Contributions under the theme that are like one another, grouped over all of them, so that the groups stay as
 * they are when one of them is accepted. Only those in no finding yet are named.
 */
export async function proposeGroups(
  viewer: Viewer,
  of: OfTheme,
  { fineness, unplaced }: { fineness: number; unplaced: readonly string[] },
): Promise<ProposedGroup[]> {
  requireCan(viewer, "finding.write", of);
  const all = await db().contribution.findMany({
    where: underTheme(viewer, of),
    orderBy: [{ recordedAt: "desc" }, { id: "asc" }],
    take: MAX_GROUPED,
    select: { id: true, text: true },
  });
  const groups = await runInWorker(GROUP_CONTRIBUTIONS, all, fineness);
  const named = new Set(unplaced);
  return groups
    .map(({ ids }) => ({ ids: ids.filter((id) => named.has(id)) }))
    .filter(({ ids }) => ids.length > 1);
}

/** Contribution to the stances that people set on it under the theme. */
export async function stancesUnder(
  viewer: Viewer,
  themeId: string,
  contributionIds: readonly string[],
): Promise<Map<string, Stance[]>> {
  const rows = await db().tagging.findMany({
    where: {
      themeId,
      until: null,
      contributionId: { in: [...contributionIds] },
      contribution: { AND: [visibleContributions(viewer), outsideOwnBlindRounds(viewer)] },
      ...OUTSIDE_BLIND_ROUNDS,
    },
    select: { contributionId: true, stance: true },
  });
  const stances = new Map<string, Stance[]>();
  for (const { contributionId, stance } of rows)
    stances.set(contributionId, [...(stances.get(contributionId) ?? []), stance]);
  return stances;
}
