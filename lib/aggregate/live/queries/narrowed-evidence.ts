import type { Viewer } from "@/lib/access/policy";
import { settledCoding } from "@/lib/aggregate/figures/queries/counts-sql";
import {
  isCoded,
  listLiveEvidence,
  type Among,
  type LiveEvidenceFilter,
} from "@/lib/aggregate/figures/queries/live-evidence";
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
export async function listNarrowedEvidence(viewer: Viewer, asked: NarrowedEvidence) {
  return listLiveEvidence(viewer, ...(await narrowEvidence(viewer, asked)));
}

/** What they are, for whoever lists or counts them. */
export async function narrowEvidence(
  viewer: Viewer,
  { reviewId, filter, themeId, alsoThemeId, stance, page }: NarrowedEvidence,
): Promise<[LiveEvidenceFilter, Among]> {
  const { narrowed } = await coverFilter(viewer, reviewId, filter);
  const { roundtables, areas, asAt } = narrowed;
  const coding = settledCoding(asAt);
  const under = (theme: string, few: boolean) =>
    isCoded(
      Prisma.sql`SELECT t.contribution_id FROM ${coding} t WHERE t.theme_id = ${theme}::uuid AND ${hasStance(filter)}`,
      few,
    );
  const where = (few: boolean) => Prisma.sql`${isOfPeople(filter)}
    AND ${isAbout(narrowed, Prisma.sql`c.id`)} AND ${under(themeId, few)}
    AND ${alsoThemeId === null ? Prisma.sql`TRUE` : under(alsoThemeId, few)}`;
  // Which roundtables are asked for is no part of what is kept of each.
  const narrows = { ...filter, roundtable: [] };
  const of = { reviewId, roundtables, themeId, on: filter.on };
  return [
    { ...of, ...(stance ? { stance } : {}), ...(page ? { page } : {}) },
    { where, what: [alsoThemeId, areas, narrows] },
  ];
}
