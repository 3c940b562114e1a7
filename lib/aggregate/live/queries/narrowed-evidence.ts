import type { Viewer } from "@/lib/access/policy";
import { settledCoding } from "@/lib/aggregate/figures/queries/counts-sql";
import { listLiveEvidence } from "@/lib/aggregate/figures/queries/live-evidence";
import type { Contribution } from "@/lib/capture/contribution/contribution";
import type { Stance } from "@/lib/capture/contribution/stance";
import { Prisma } from "@/lib/platform/generated/client";
import type { LiveFilter } from "../live-filter";
import { coverFilter } from "./live-figures";
import { hasStance, isAbout, isOfPeople } from "./narrowed-sql";

export type NarrowedEvidence = {
  reviewId: string;
  filter: LiveFilter;
  themeId: string;
  /** A second theme that is set on them too. */
  alsoThemeId: string | null;
  stance?: Stance;
  page?: number;
};

/** The contributions under a theme that a filter leaves, as facilitators read them. */
export async function listNarrowedEvidence(
  viewer: Viewer,
  { reviewId, filter, themeId, alsoThemeId, stance, page }: NarrowedEvidence,
): Promise<{ contributions: Contribution[]; total: number }> {
  const { narrowed } = await coverFilter(viewer, reviewId, filter);
  const coding = settledCoding(narrowed.asAt);
  const under = (theme: string) => Prisma.sql`c.id IN (
    SELECT t.contribution_id FROM ${coding} t WHERE t.theme_id = ${theme}::uuid AND ${hasStance(filter)})`;
  const among = Prisma.sql`c.roundtable_id = ANY(${narrowed.roundtables}::uuid[]) AND ${isOfPeople(filter)}
    AND ${isAbout(narrowed, Prisma.sql`c.id`)} AND ${under(themeId)}
    AND ${alsoThemeId === null ? Prisma.sql`TRUE` : under(alsoThemeId)}`;
  const asked = { reviewId, roundtableId: null, themeId, on: filter.on, ...(stance ? { stance } : {}) };
  return listLiveEvidence(viewer, { ...asked, ...(page ? { page } : {}) }, among);
}
