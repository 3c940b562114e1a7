import { type Viewer } from "@/lib/access/policy";
import { visibleTaggings } from "@/lib/access/scope";
import { db } from "@/lib/platform/db";
import { isStale } from "@/lib/tag/codebook/theme";
import type { ContributionTagging } from "../tagging";

/** Contribution to its present themes, the earliest first; contributions without any are left out. */
export async function listTaggings(
  viewer: Viewer,
  contributionIds: readonly string[],
): Promise<Map<string, ContributionTagging[]>> {
  const rows = await db().tagging.findMany({
    where: {
      AND: [visibleTaggings(viewer)],
      contributionId: { in: [...contributionIds] },
      until: null,
      coder: { userId: { not: null } },
    },
    orderBy: [{ from: "asc" }, { id: "asc" }],
    select: {
      id: true,
      contributionId: true,
      themeId: true,
      stance: true,
      explicit: true,
      spanStart: true,
      spanEnd: true,
      themeRevision: true,
      from: true,
      theme: { select: { meaningSince: true } },
      codingRound: { select: { number: true } },
      coder: { select: { userId: true, user: { select: { name: true, email: true } } } },
    },
  });
  const byContribution = new Map<string, ContributionTagging[]>();
  for (const { contributionId, coder, theme, themeRevision, codingRound, ...tagging } of rows) {
    const onContribution = byContribution.get(contributionId) ?? [];
    byContribution.set(contributionId, onContribution);
    const name = coder.user?.name ?? coder.user?.email ?? "";
    const stale = isStale({ themeRevision }, theme);
    const round = codingRound?.number ?? null;
    onContribution.push({ ...tagging, round, stale, coder: name, mine: coder.userId === viewer.userId });
  }
  return byContribution;
}
