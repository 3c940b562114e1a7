import { can, type Viewer } from "@/lib/access/policy";
import { visibleThemes } from "@/lib/access/scope";
import { namesOf } from "@/lib/capture/contribution/queries/contribution-select";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import type { Prisma } from "@/lib/platform/generated/client";
import { codebookOrder, type Theme, type ThemeRevision } from "../theme";
import { slugInAddress } from "../theme-slug";

const THEME = {
  id: true,
  slug: true,
  title: true,
  definition: true,
  includes: true,
  excludes: true,
  signalWords: true,
  axis: true,
  colour: true,
  revision: true,
  meaningSince: true,
  retiredAt: true,
  placements: { where: { until: null }, select: { position: true, parentId: true } },
} as const satisfies Prisma.ThemeSelect;

type ThemeRow = Prisma.ThemeGetPayload<{ select: typeof THEME }>;

function asTheme({ retiredAt, placements, ...row }: ThemeRow): Theme {
  return { ...row, parentId: placements[0]?.parentId ?? null, retired: retiredAt !== null };
}

/**
 * The review's codebook in its order: themes before areas, each followed by its children; retired ones only
 * when asked for.
 */
export async function listThemes(
  viewer: Viewer,
  reviewId: string,
  { retired = false }: { retired?: boolean } = {},
): Promise<Theme[]> {
  const rows = await db().theme.findMany({
    where: { AND: [{ reviewId, ...(retired ? {} : { retiredAt: null }) }, visibleThemes(viewer)] },
    select: THEME,
  });
  const placed = rows.map((row) => {
    const theme = asTheme(row);
    const { id, axis, title, parentId } = theme;
    return { theme, id, axis, title, parentId, position: row.placements[0]?.position ?? null };
  });
  return codebookOrder(placed).map(({ theme }) => theme);
}

/** The theme that an address names, retired or not. Refuses with not-found what the viewer may not see. */
export async function getTheme(viewer: Viewer, reviewId: string, named: string): Promise<Theme> {
  const row = await db().theme.findFirst({
    where: { AND: [{ reviewId, slug: slugInAddress(named) }, visibleThemes(viewer)] },
    select: THEME,
  });
  if (!row) throw notFound("theme");
  return asTheme(row);
}

/** Earlier versions of a theme, latest first. Only viewers who work on the review see who changed it. */
export async function listThemeRevisions(viewer: Viewer, themeId: string): Promise<ThemeRevision[]> {
  const rows = await db().themeRevision.findMany({
    where: { themeId, theme: visibleThemes(viewer) },
    orderBy: { revision: "desc" },
    select: {
      revision: true,
      title: true,
      definition: true,
      includes: true,
      excludes: true,
      signalWords: true,
      endedAt: true,
      endedById: true,
      theme: { select: { reviewId: true } },
    },
  });
  const names = await namesOf(rows.map(({ endedById }) => endedById));
  return rows.map(({ endedById, theme, ...revision }) => ({
    ...revision,
    endedBy: can(viewer, "review.work", theme) ? (names.get(endedById) ?? null) : null,
  }));
}
