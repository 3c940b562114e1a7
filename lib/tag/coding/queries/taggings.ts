import type { Viewer } from "@/lib/access/policy";
import type { Stance } from "@/lib/capture/contribution/stance";
import { db } from "@/lib/platform/db";
import { PREPARED } from "@/lib/platform/database/prepared";
import { seenContributions, TAGGINGS } from "./coding-sql";
import type { ContributionTagging } from "../tagging";

/** A tagging as a statement says it. */
export type TaggingRow = {
  kind: "tagging";
  contributionId: string;
  id: string;
  said: Pick<ContributionTagging, "themeId" | "explicit" | "spanStart" | "spanEnd" | "stale" | "round"> & {
    stance: Stance;
    byId: string;
    by: string;
  };
};

export function toTagging({ userId }: Viewer, { id, said }: TaggingRow): ContributionTagging {
  const { byId, by, ...tagging } = said;
  return { id, ...tagging, coder: by, mine: byId === userId };
}

/** Contribution to its present themes, the earliest first; contributions without any are left out. */
export async function listTaggings(
  viewer: Viewer,
  contributionIds: readonly string[],
): Promise<Map<string, ContributionTagging[]>> {
  const byContribution = new Map<string, ContributionTagging[]>();
  if (contributionIds.length === 0) return byContribution;
  const rows = await db().$queryRaw<TaggingRow[]>`${PREPARED}
    WITH ${seenContributions(viewer, contributionIds)} ${TAGGINGS} ORDER BY at, id`;
  for (const row of rows) {
    const there = byContribution.get(row.contributionId) ?? [];
    byContribution.set(row.contributionId, there);
    there.push(toTagging(viewer, row));
  }
  return byContribution;
}
