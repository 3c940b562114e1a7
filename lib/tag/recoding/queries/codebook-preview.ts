import { standing } from "@/lib/capture/roundtable/queries/contribution-where";
import { requireCan, type Viewer } from "@/lib/access/policy";
import { db } from "@/lib/platform/db";
import type { Theme } from "@/lib/tag/codebook/theme";
import { OUTSIDE_BLIND_ROUND, outsideBlindRoundsOf } from "@/lib/tag/coding/queries/blind-sql";

/** What is under a theme before a change: each figure counts contributions or taggings once. */
export type ThemeWeight = {
  /** Contributions that count under it, neither struck out nor erased. */
  contributions: number;
  taggings: number;
  coders: number;
  decisions: number;
  examples: number;
};

type InReview = Pick<Theme, "id"> & { reviewId: string };

/** What a merge would move. */
export async function weighTheme(viewer: Viewer, { id, reviewId }: InReview): Promise<ThemeWeight> {
  requireCan(viewer, "review.work", { reviewId });
  const [row] = await db().$queryRaw<ThemeWeight[]>`
    SELECT
      (SELECT count(DISTINCT s.contribution_id)::int FROM settled_tagging s JOIN contribution c ON c.id = s.contribution_id
        AND ${standing()} WHERE s.theme_id = ${id}::uuid) AS contributions,
      count(*)::int AS taggings, count(DISTINCT t.coder_id)::int AS coders,
      (SELECT count(*)::int FROM adjudication a WHERE a.theme_id = ${id}::uuid AND a.until_at IS NULL) AS decisions,
      (SELECT count(*)::int FROM theme_example e WHERE e.theme_id = ${id}::uuid AND e.until_at IS NULL) AS examples
    FROM tagging t JOIN coder k ON k.id = t.coder_id AND k.user_id IS NOT NULL
    WHERE t.theme_id = ${id}::uuid AND t.until_at IS NULL AND ${OUTSIDE_BLIND_ROUND}`;
  return row ?? { contributions: 0, taggings: 0, coders: 0, decisions: 0, examples: 0 };
}

/** How many contributions have both themes already. */
export async function countContributionsOfBoth(
  viewer: Viewer,
  reviewId: string,
  themeIds: readonly [string, string],
): Promise<number> {
  requireCan(viewer, "review.work", { reviewId });
  const [row] = await db().$queryRaw<{ contributions: number }[]>`
    SELECT count(*)::int AS contributions FROM (
      SELECT s.contribution_id FROM settled_tagging s
      JOIN contribution c ON c.id = s.contribution_id AND ${standing()}
      WHERE s.theme_id = ANY(${[...themeIds]}::uuid[])
      GROUP BY s.contribution_id HAVING count(DISTINCT s.theme_id) = 2) both_themes`;
  return row?.contributions ?? 0;
}

/** How many contributions have this theme and no other theme in use on its axis. */
export async function countContributionsOfNoOther(
  viewer: Viewer,
  { id, reviewId }: InReview,
): Promise<number> {
  requireCan(viewer, "review.work", { reviewId });
  const [row] = await db().$queryRaw<{ contributions: number }[]>`
    SELECT count(DISTINCT s.contribution_id)::int AS contributions FROM settled_tagging s
    JOIN contribution c ON c.id = s.contribution_id AND ${standing()}
    JOIN theme t ON t.id = s.theme_id
    WHERE s.theme_id = ${id}::uuid AND NOT EXISTS (
      SELECT FROM settled_tagging o JOIN theme u ON u.id = o.theme_id AND u.axis = t.axis AND u.retired_at IS NULL
      WHERE o.contribution_id = s.contribution_id AND o.theme_id <> t.id)`;
  return row?.contributions ?? 0;
}

/** The contributions that a split distributes, whoever set the theme on them, or decided it there. */
export async function listContributionIdsOfTheme(
  viewer: Viewer,
  { id, reviewId }: InReview,
): Promise<string[]> {
  requireCan(viewer, "review.work", { reviewId });
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT c.id FROM contribution c
    WHERE c.review_id = ${reviewId}::uuid AND ${standing()} AND ${outsideBlindRoundsOf(viewer.userId)} AND c.id IN (
      SELECT t.contribution_id FROM tagging t
      WHERE t.theme_id = ${id}::uuid AND t.until_at IS NULL AND ${OUTSIDE_BLIND_ROUND}
      UNION SELECT contribution_id FROM adjudication
      WHERE theme_id = ${id}::uuid AND until_at IS NULL AND cardinality(stances) > 0)`;
  return rows.map((row) => row.id);
}

type Split = { goes: readonly string[]; both: readonly string[] };

/** What a split would move to the new theme, and what would become stale under the old one. */
export async function previewSplit(viewer: Viewer, theme: InReview, { goes, both }: Split) {
  const ids = await listContributionIdsOfTheme(viewer, theme);
  const on = (chosen: readonly string[]) => ids.filter((id) => chosen.includes(id));
  const [going, doubled] = [on(goes), on(both)];
  const staying = ids.filter((id) => !going.includes(id));
  const carried = await weighContributions(theme, [...going, ...doubled]);
  const { taggings: waiting } = await weighContributions(theme, staying);
  return { goes: going.length, both: doubled.length, stays: staying.length, ...carried, waiting };
}

async function weighContributions({ id, reviewId }: InReview, contributionIds: readonly string[]) {
  const [row] = await db().$queryRaw<{ taggings: number; coders: number }[]>`
    SELECT count(*)::int AS taggings, count(DISTINCT t.coder_id)::int AS coders
    FROM tagging t JOIN coder k ON k.id = t.coder_id AND k.user_id IS NOT NULL
    WHERE t.theme_id = ${id}::uuid AND t.review_id = ${reviewId}::uuid AND t.until_at IS NULL
      AND t.contribution_id = ANY(${[...contributionIds]}::uuid[]) AND ${OUTSIDE_BLIND_ROUND}`;
  return row ?? { taggings: 0, coders: 0 };
}
