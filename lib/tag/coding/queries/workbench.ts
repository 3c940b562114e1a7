import type { Viewer } from "@/lib/access/policy";
import { visibleContributions } from "@/lib/access/scope";
import type { Contribution } from "@/lib/capture/contribution/contribution";
import { CONTRIBUTION_SELECT, toContributions } from "@/lib/capture/contribution/queries/contribution-select";
import { countContributions } from "@/lib/capture/contribution/queries/counted";
import { db } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/client";
import { outsideBlindRoundsOf } from "./blind-sql";
import { matchingContributions, requireCoding, type CodingFilter } from "./coding-where";
import { findPage, type PageWanted } from "./coding-page";
import { codingMatches, canBeKept } from "./coding-matches";
import { MANY, matchesByRoundtable, totalOf } from "./kept-matches";
import { countByTheme, isWholeReview } from "./listed-counts";

const PAGE = 30;

type PageOfContributions = {
  contributions: Contribution[];
  /** The values of `before` and `after` for turning the page; null at the ends. */
  previous: string | null;
  next: string | null;
  /** How many match in total. */
  total: number;
};

/** A page of the contributions to code, in the order of their roundtables' dates, then as they were said. */
export async function listCodingContributions(
  viewer: Viewer,
  { after, before, take = PAGE, ...filter }: CodingFilter & Omit<PageWanted, "take"> & { take?: number },
): Promise<PageOfContributions> {
  requireCoding(viewer, filter.reviewId);
  const kept = await countKept(viewer, filter);
  const many = kept !== null && kept > MANY;
  const matches =
    kept === null && canBeKept(filter)
      ? await matchesByRoundtable(viewer, codingMatches(viewer, filter))
      : null;
  const where = (among?: readonly string[]) =>
    matchingContributions({ ...filter, among, ...(among ? {} : { many }) }, viewer.userId);
  const how = {
    take: take + 1,
    once: filter.left !== undefined,
    counts: kept === null && matches === null,
    keptOf: many ? filter : null,
    matches,
  };
  const back = before === undefined ? null : await findPage(viewer, where, { before, ...how });
  // Where too few are left before it for a full page, the full first page is shown instead.
  const whole = back && back.ids.length > take;
  const found = whole ? back : await findPage(viewer, where, { after, ...how });
  const page = whole ? found.ids.slice(1) : found.ids.slice(0, take);
  const more = found.ids.length > take;
  const known = kept ?? (matches && totalOf(matches)) ?? found.total;
  const total = known ?? (after === undefined ? 0 : await countMatching(where()));
  return {
    contributions: await readContributions(viewer, page),
    previous: whole || after !== undefined ? (page[0] ?? null) : null,
    next: whole || more ? (page.at(-1) ?? null) : null,
    total,
  };
}

/** How many contributions match, where that can be added up from what is kept; otherwise null. */
async function countKept(viewer: Viewer, filter: CodingFilter): Promise<number | null> {
  const { reviewId, settledThemeId, themeId, ...others } = filter;
  if (!isWholeReview({ reviewId, ...others })) return null;
  if (settledThemeId && themeId) return null;
  if (settledThemeId) return (await countByTheme(viewer, { reviewId }, "settled")).get(settledThemeId) ?? 0;
  if (themeId) return (await countByTheme(viewer, { reviewId }, "contributions")).get(themeId) ?? 0;
  return (await countContributions(viewer, reviewId)).contributions;
}

/** How many contributions match, of those that the viewer may code. */
export async function countCodingContributions(viewer: Viewer, filter: CodingFilter): Promise<number> {
  requireCoding(viewer, filter.reviewId);
  return countMatching(matchingContributions(filter, viewer.userId));
}

async function countMatching(where: Prisma.Sql): Promise<number> {
  const [counted] = await db().$queryRaw<{ total: number }[]>`
    SELECT count(*)::int AS total FROM contribution c WHERE ${where}`;
  return counted?.total ?? 0;
}

/** Every matching contribution that the viewer may code, up to `most`: a batch is made from these. */
export async function findCodingContributions(
  viewer: Viewer,
  filter: CodingFilter,
  most: number,
): Promise<string[]> {
  requireCoding(viewer, filter.reviewId);
  const { userId } = viewer;
  const where = Prisma.sql`${matchingContributions(filter, userId)} AND ${outsideBlindRoundsOf(userId)}`;
  return (await findPage(viewer, () => where, { take: most })).ids;
}

/** The contributions with these ids, in their order. */
export async function readContributions(viewer: Viewer, ids: readonly string[]): Promise<Contribution[]> {
  const rows = await db().contribution.findMany({
    where: { AND: [{ id: { in: [...ids] } }, visibleContributions(viewer)] },
    select: CONTRIBUTION_SELECT,
  });
  const contributions = new Map(
    (await toContributions(viewer, rows)).map((contribution) => [contribution.id, contribution]),
  );
  return ids.flatMap((id) => contributions.get(id) ?? []);
}
