import { requireCan, roleIn, type Viewer } from "@/lib/access/policy";
import { visibleContributions } from "@/lib/access/scope";
import type { Line } from "@/lib/capture/contribution";
import { LINE_SELECT, toLines } from "@/lib/capture/queries/line-select";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { Prisma } from "@/lib/platform/generated/client";
import { outsideBlindRoundsOf } from "./blind-sql";
import { matchingLines, type CodingFilter } from "./coding-where";

const PAGE = 50;

/**
 * A page of the lines to code, in the order of their roundtables' dates, then as they were said. `next` is
 * the cursor of the page after, `total` counts all that match.
 */
export async function listCodingLines(
  viewer: Viewer,
  { after, take = PAGE, ...filter }: CodingFilter & { after?: string | undefined; take?: number },
): Promise<{ lines: Line[]; next: string | null; total: number }> {
  requireCoding(viewer, filter.reviewId);
  const where = matchingLines(filter, viewer.userId);
  const ids = await findPage(viewer, where, after, take + 1);
  const page = ids.slice(0, take);
  const next = ids.length > take ? (page.at(-1) ?? null) : null;
  const whole = after === undefined && next === null;
  const total = whole ? page.length : await countMatching(where);
  return { lines: await readLines(viewer, page), next, total };
}

async function countMatching(where: Prisma.Sql): Promise<number> {
  const [counted] = await db().$queryRaw<{ total: number }[]>`
    SELECT count(*)::int AS total FROM contribution c WHERE ${where}`;
  return counted?.total ?? 0;
}

/** Every line that matches and that the viewer may code here, up to `most`: what a batch is made of. */
export async function findCodingLines(viewer: Viewer, filter: CodingFilter, most: number): Promise<string[]> {
  requireCoding(viewer, filter.reviewId);
  const { userId } = viewer;
  const where = Prisma.sql`${matchingLines(filter, userId)} AND ${outsideBlindRoundsOf(userId)}`;
  return findPage(viewer, where, undefined, most);
}

function requireCoding(viewer: Viewer, reviewId: string): void {
  if (roleIn(viewer, reviewId) === null) throw notFound("review");
  requireCan(viewer, "review.work", { reviewId });
}

/** The lines of these ids, in their order. */
export async function readLines(viewer: Viewer, ids: readonly string[]): Promise<Line[]> {
  const rows = await db().contribution.findMany({
    where: { AND: [{ id: { in: [...ids] } }, visibleContributions(viewer)] },
    select: LINE_SELECT,
  });
  const lines = new Map((await toLines(rows)).map((line) => [line.id, line]));
  return ids.flatMap((id) => lines.get(id) ?? []);
}

async function findPage(
  viewer: Viewer,
  where: Prisma.Sql,
  after: string | undefined,
  take: number,
): Promise<string[]> {
  const cursor = after ? await findCursor(viewer, after) : null;
  const later = cursor
    ? Prisma.sql`AND (${ORDER}) > (${cursor.roundtable.heldOn}::date, ${cursor.roundtableId}::uuid,
        ${cursor.saidAt}, ${cursor.sequence}, ${cursor.id}::uuid)`
    : Prisma.empty;
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT c.id FROM contribution c JOIN roundtable r ON r.id = c.roundtable_id AND r.review_id = c.review_id
    WHERE ${where} ${later} ORDER BY ${ORDER} LIMIT ${take}`;
  return rows.map(({ id }) => id);
}

/** By their roundtables' dates, then as the lines `c` were said at the roundtable `r`. */
const ORDER = Prisma.sql`r.held_on, r.id, c.said_at, c.sequence, c.id`;

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
