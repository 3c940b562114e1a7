import { requireCan, roleIn, type Viewer } from "@/lib/access/policy";
import { visibleContributions, visibleRoundtables } from "@/lib/access/scope";
import type { Line } from "@/lib/capture/contribution";
import { LINE_SELECT, toLines } from "@/lib/capture/queries/line-select";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { Prisma } from "@/lib/platform/generated/client";
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
  const ids = await findPage(viewer, filter, where, after, take + 1);
  const [counted] = await db().$queryRaw<{ total: number }[]>`
    SELECT count(*)::int AS total FROM contribution c WHERE ${where}`;
  const page = ids.slice(0, take);
  const next = ids.length > take ? (page.at(-1) ?? null) : null;
  return { lines: await readLines(viewer, page), next, total: counted?.total ?? 0 };
}

/** Every line that matches, up to `most`: what a batch is made of. */
export async function findCodingLines(viewer: Viewer, filter: CodingFilter, most: number): Promise<string[]> {
  requireCoding(viewer, filter.reviewId);
  return findPage(viewer, filter, matchingLines(filter, viewer.userId), undefined, most);
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

/** Walks the roundtables in order and each one along its index on time, so that a page costs its own rows. */
async function findPage(
  viewer: Viewer,
  { reviewId, roundtableId }: CodingFilter,
  where: Prisma.Sql,
  after: string | undefined,
  take: number,
): Promise<string[]> {
  const cursor = after ? await findCursor(viewer, after) : null;
  const roundtables = await db().roundtable.findMany({
    where: { AND: [{ reviewId }, roundtableId ? { id: roundtableId } : {}, visibleRoundtables(viewer)] },
    orderBy: [{ heldOn: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  const from = cursor ? roundtables.findIndex(({ id }) => id === cursor.roundtableId) : 0;
  const found: string[] = [];
  for (const { id } of from < 0 ? [] : roundtables.slice(from)) {
    const later =
      cursor?.roundtableId === id
        ? Prisma.sql`AND (c.said_at, c.sequence, c.id) > (${cursor.saidAt}, ${cursor.sequence}, ${cursor.id}::uuid)`
        : Prisma.empty;
    const rows = await db().$queryRaw<{ id: string }[]>`
      SELECT c.id FROM contribution c WHERE c.roundtable_id = ${id}::uuid AND ${where} ${later}
      ORDER BY c.said_at, c.sequence, c.id LIMIT ${take - found.length}`;
    found.push(...rows.map((row) => row.id));
    if (found.length >= take) break;
  }
  return found;
}

function findCursor(viewer: Viewer, id: string) {
  return db().contribution.findFirst({
    where: { AND: [{ id }, visibleContributions(viewer)] },
    select: { id: true, roundtableId: true, saidAt: true, sequence: true },
  });
}
