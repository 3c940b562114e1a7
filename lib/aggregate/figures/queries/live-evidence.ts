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
import { EVIDENCE_PAGE } from "@/lib/aggregate/figures/released-contribution";
import { listBegun } from "./theme-figures";
import { settledCoding } from "./counts-sql";

type LiveEvidenceFilter = {
  reviewId: string;
  roundtableId: string | null;
  themeId: string;
  stance?: Stance;
  page?: number;
  /** With the coding as it was at the end of that calendar date in London; the words are the current ones. */
  on?: Date | null;
};

/**
 * Every contribution under a theme, counted in a figure or not, as facilitators read it, in the order in
 * which it was said. `among` is a condition on the contribution `c` that narrows them.
 */
export async function listLiveEvidence(
  viewer: Viewer,
  { reviewId, roundtableId, themeId, stance, page = 1, on = null }: LiveEvidenceFilter,
  among = Prisma.sql`TRUE`,
): Promise<{ contributions: Contribution[]; total: number }> {
  requireWork(viewer, reviewId);
  const begun = await listBegun(db(), reviewId, { roundtableId, on });
  const asAt = on && endOfDay(on);
  const roundtables = begun.map(({ id }) => id);
  const rows = await db().$queryRaw<{ id: string; total: number }[]>`
    SELECT c.id, (count(*) OVER ())::int AS total
    FROM contribution c
    JOIN roundtable r ON r.id = c.roundtable_id
    WHERE c.roundtable_id = ANY(${roundtables}::uuid[])
      AND ${outsideBlindRoundsOf(viewer.userId)} AND ${standing(asAt)}
      AND ${among}
      AND c.id IN (SELECT contribution_id FROM ${settledCoding(asAt)} t
        WHERE theme_id = ${themeId}::uuid AND (${stance ?? null}::text IS NULL OR stance::text = ${stance ?? null}::text))
    ORDER BY r.held_on, r.id, c.said_at, c.sequence, c.id
    LIMIT ${EVIDENCE_PAGE} OFFSET ${(page - 1) * EVIDENCE_PAGE}`;
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
