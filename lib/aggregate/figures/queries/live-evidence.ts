import { standing } from "@/lib/capture/roundtable/queries/contribution-where";
import type { Viewer } from "@/lib/access/policy";
import { visibleContributions } from "@/lib/access/scope";
import type { Contribution } from "@/lib/capture/contribution/contribution";
import { CONTRIBUTION_SELECT, toContributions } from "@/lib/capture/contribution/queries/contribution-select";
import type { Stance } from "@/lib/capture/contribution/stance";
import { requireWork } from "@/lib/capture/roundtable/queries/roundtables";
import { endOfDay } from "@/lib/platform/text/dates";
import { db } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/client";
import { outsideBlindRoundsOf } from "@/lib/tag/coding/queries/blind-sql";
import {
  matchesByRoundtable,
  TOTAL,
  type Matches,
  type Matching,
} from "@/lib/tag/coding/queries/kept-matches";
import { EVIDENCE_PAGE } from "@/lib/aggregate/figures/released-contribution";
import { settledCoding } from "./counts-sql";

export type LiveEvidenceFilter = {
  reviewId: string;
  /** At these roundtables. */
  roundtables: readonly string[];
  themeId: string;
  stance?: Stance;
  page?: number;
  /** With the coding as it was at the end of that calendar date in London; the words are the current ones. */
  on?: Date | null;
};

/** What else narrows the contributions `c`, whose coding as SQL is looked up one by one where they are `few`. */
export type Among = {
  where: (few: boolean) => Prisma.Sql;
  /** The same as text, so that how many there are at each roundtable can be kept. */
  what: unknown;
};

/** The contributions `c` under the theme, at these few roundtables or at all of the review. */
function evidenceWhere(
  { userId }: Viewer,
  { reviewId, themeId, stance, on = null }: LiveEvidenceFilter,
  { among, places }: { among: Among; places: readonly string[] | undefined },
): Prisma.Sql {
  const asAt = on && endOfDay(on);
  const few = places !== undefined;
  const coded = Prisma.sql`SELECT t.contribution_id FROM ${settledCoding(asAt)} t
    WHERE t.theme_id = ${themeId}::uuid AND (${stance ?? null}::text IS NULL OR t.stance::text = ${stance ?? null}::text)`;
  return Prisma.sql`
    ${few ? Prisma.sql`c.roundtable_id = ANY(${[...places]}::uuid[])` : Prisma.sql`c.review_id = ${reviewId}::uuid`}
    AND ${outsideBlindRoundsOf(userId)} AND ${standing(asAt)} AND ${among.where(few)} AND ${isCoded(coded, few)}`;
}

/** How many of them there are at each roundtable, now. */
export function evidenceMatches(viewer: Viewer, filter: LiveEvidenceFilter, among: Among): Matching {
  const { reviewId, themeId, stance } = filter;
  return {
    reviewId,
    what: Prisma.sql`${JSON.stringify(["evidence", themeId, stance, among.what])}::text`,
    count: (places) => Prisma.sql`
      SELECT c.roundtable_id, ${TOTAL}::text AS key, count(*)::int AS count
      FROM contribution c WHERE ${evidenceWhere(viewer, filter, { among, places })} GROUP BY c.roundtable_id`,
  };
}

/**
 * Every contribution under a theme, counted in a figure or not, as facilitators read it, in the order in
 * which it was said.
 */
export async function listLiveEvidence(
  viewer: Viewer,
  filter: LiveEvidenceFilter,
  among: Among,
): Promise<{ contributions: Contribution[]; total: number }> {
  const { reviewId, roundtables, page = 1, on = null } = filter;
  requireWork(viewer, reviewId);
  const matches = on ? null : await matchesByRoundtable(viewer, evidenceMatches(viewer, filter, among));
  const first = (page - 1) * EVIDENCE_PAGE;
  const at = matches && placesOfPage(matches, roundtables, { first, take: EVIDENCE_PAGE });
  const rows = await db().$queryRaw<{ id: string; total: number }[]>`
    SELECT c.id, ${at ? Prisma.sql`${at.total}::int` : Prisma.sql`(count(*) OVER ())::int`} AS total
    FROM contribution c
    JOIN roundtable r ON r.id = c.roundtable_id
    WHERE c.roundtable_id = ANY(${[...(at?.places ?? roundtables)]}::uuid[])
      AND ${evidenceWhere(viewer, filter, { among, places: at?.places })}
    ORDER BY r.held_on, r.id, c.said_at, c.sequence, c.id
    LIMIT ${EVIDENCE_PAGE} OFFSET ${first - (at?.before ?? 0)}`;
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return { contributions: [], total: 0 };
  const found = await db().contribution.findMany({
    where: { AND: [{ id: { in: ids } }, visibleContributions(viewer)] },
    select: CONTRIBUTION_SELECT,
  });
  const contributions = await toContributions(viewer, found);
  contributions.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
  return { contributions, total: rows[0]?.total ?? 0 };
}

/** The contribution `c` is among these, which are all found, or where few contributions are looked at searched for it (OFFSET). */
export const isCoded = (coded: Prisma.Sql, few: boolean) =>
  few ? Prisma.sql`EXISTS (${coded} AND t.contribution_id = c.id OFFSET 0)` : Prisma.sql`c.id IN (${coded})`;

/** Of these roundtables, those that a page is at; how many match before them, and at all. */
function placesOfPage(
  matches: readonly Matches[],
  roundtables: readonly string[],
  { first, take }: { first: number; take: number },
): { places: string[]; before: number; total: number } {
  const asked = new Set(roundtables);
  const places: string[] = [];
  let before = 0;
  let total = 0;
  for (const { id, counts } of matches) {
    if (!asked.has(id)) continue;
    const here = counts[TOTAL] ?? 0;
    if (total + here <= first) before += here;
    else if (total < first + take) places.push(id);
    total += here;
  }
  return { places, before, total };
}
