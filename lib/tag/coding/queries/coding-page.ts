import type { Viewer } from "@/lib/access/policy";
import { visibleContributions } from "@/lib/access/scope";
import { db } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/client";
import type { CodingFilter } from "./coding-where";
import { countedOf, TOTAL, type Matches } from "./kept-matches";

/**
 * The page that begins after a contribution, or the one that ends before it; the first one where neither is
 * given.
 */
export type PageWanted = { after?: string | undefined; before?: string | undefined; take: number };

type HowFound = {
  /** What matches is hard to work out. */
  once?: boolean;
  /** How many match is asked too. */
  counts?: boolean;
  /** The theme that is asked for and nothing else: what is kept of it says at which roundtables the page is. */
  keptOf?: Pick<CodingFilter, "reviewId" | "themeId" | "settledThemeId"> | null;
  /** How many match at each roundtable, where that is known: the page is looked for at as many of them as have it. */
  matches?: readonly Matches[] | null;
};

/** What is hard to work out is worked out once for the page and for the total; what is a mere look is read for each. */
const MATERIALIZED = { once: Prisma.sql`MATERIALIZED`, asRead: Prisma.sql`NOT MATERIALIZED` };

type Found = {
  ids: string[];
  /** How many match on all pages; null where that was not asked, or none is on this one, which then tells nothing of the others. */
  total: number | null;
};

/**
 * That many contributions in order: the first ones after a contribution, the last ones before it, or the
 * first of all.
 */
export async function findPage(
  viewer: Viewer,
  whereOf: (among?: readonly string[]) => Prisma.Sql,
  { after, before, take, once = false, counts = false, keptOf = null, matches = null }: PageWanted & HowFound,
): Promise<Found> {
  const at = after ?? before;
  const cursor = at === undefined ? null : await findCursor(viewer, at);
  const where = whereOf(
    matches
      ? roundtablesOfPage(matches, { from: cursor?.roundtableId, back: before !== undefined, take })
      : undefined,
  );
  const beyond = cursor
    ? Prisma.sql`WHERE (${ORDER}) ${Prisma.raw(after === undefined ? "<" : ">")} (${cursor.roundtable.heldOn}::date,
        ${cursor.roundtableId}::uuid, ${cursor.saidAt}, ${cursor.sequence}, ${cursor.id}::uuid)`
    : Prisma.empty;
  const rows = await db().$queryRaw<{ id: string; total: number | null }[]>`
    WITH ${keptOf ? enoughRoundtables(viewer, keptOf, { cursor, back: before !== undefined, take }) : Prisma.empty}
    matching AS ${MATERIALIZED[once ? "once" : "asRead"]} (
      SELECT c.id, c.roundtable_id, c.review_id, c.said_at, c.sequence FROM contribution c
      WHERE ${where} ${keptOf ? Prisma.sql`AND c.roundtable_id IN (SELECT id FROM enough)` : Prisma.empty})
    SELECT c.id, ${counts ? Prisma.sql`(SELECT count(*) FROM matching)::int` : Prisma.sql`NULL::int`} AS total
    FROM matching c JOIN roundtable r ON r.id = c.roundtable_id AND r.review_id = c.review_id
    ${beyond} ORDER BY ${before === undefined ? ORDER : BACKWARDS} LIMIT ${take}`;
  const ids = rows.map(({ id }) => id);
  return { ids: before === undefined ? ids : ids.reverse(), total: rows[0]?.total ?? null };
}

/** The roundtables in order, or back, that have a page of what matches, from that of the cursor on, which counts for nothing. */
function roundtablesOfPage(
  matches: readonly Matches[],
  { from, back, take }: { from: string | undefined; back: boolean; take: number },
): string[] {
  const ordered = back ? [...matches].reverse() : matches;
  const ids: string[] = [];
  let found = 0;
  for (const { id, counts } of ordered.slice(
    Math.max(
      0,
      ordered.findIndex((one) => one.id === from),
    ),
  )) {
    if (found >= take) break;
    if (id === from) ids.push(id);
    else if ((counts[TOTAL] ?? 0) > 0) {
      ids.push(id);
      found += counts[TOTAL] ?? 0;
    }
  }
  return ids;
}

/** By their roundtables' dates, then as the contributions `c` were said at the roundtable `r`. */
const ORDER = Prisma.sql`r.held_on, r.id, c.said_at, c.sequence, c.id`;
const BACKWARDS = Prisma.sql`r.held_on DESC, r.id DESC, c.said_at DESC, c.sequence DESC, c.id DESC`;

function findCursor(viewer: Viewer, id: string) {
  return db().contribution.findFirst({
    where: { AND: [{ id }, visibleContributions(viewer)] },
    select: {
      id: true,
      roundtableId: true,
      saidAt: true,
      sequence: true,
      roundtable: { select: { heldOn: true } },
    },
  });
}

type Cursor = NonNullable<Awaited<ReturnType<typeof findCursor>>>;

/**
 * As many roundtables, in order, as have a page of a theme by what is kept of them, so that what is looked at does not grow with
 * the review. Those that have to be counted, and that of the cursor, are among them, and count for nothing.
 */
function enoughRoundtables(
  { userId }: Viewer,
  { reviewId, themeId, settledThemeId }: Pick<CodingFilter, "reviewId" | "themeId" | "settledThemeId">,
  { cursor, back, take }: { cursor: Cursor | null; back: boolean; take: number },
): Prisma.Sql {
  const kept = settledThemeId ? Prisma.sql`k.settled` : Prisma.sql`k.contributions`;
  const direction = back ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  const from = cursor
    ? Prisma.sql`AND (r.held_on, r.id) ${back ? Prisma.sql`<=` : Prisma.sql`>=`}
        (${cursor.roundtable.heldOn}::date, ${cursor.roundtableId}::uuid)`
    : Prisma.empty;
  return Prisma.sql`counted AS MATERIALIZED (${countedOf({ reviewId, userId })}),
    enough AS MATERIALIZED (
      SELECT id FROM (
        SELECT r.id, sum(CASE WHEN r.id = ${cursor?.roundtableId ?? null}::uuid OR u.id IS NOT NULL THEN 0 ELSE ${kept} END)
          OVER (ORDER BY r.held_on ${direction}, r.id ${direction}
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before
        FROM roundtable r LEFT JOIN counted u ON u.id = r.id
        LEFT JOIN kept_listed k ON k.roundtable_id = r.id AND k.theme_id = ${settledThemeId ?? themeId}::uuid
        WHERE r.review_id = ${reviewId}::uuid AND (${kept} > 0 OR u.id IS NOT NULL) ${from}) AS ordered
      WHERE coalesce(before, 0) < ${take}),`;
}
