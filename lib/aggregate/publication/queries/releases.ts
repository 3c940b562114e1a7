import { z } from "zod";
import { requireCan, roleIn, type Viewer } from "@/lib/access/policy";
import { visibleReleases } from "@/lib/access/scope";
import { db, type Tx } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { PublishedFigureShape } from "../shape/published-shape";
import {
  ReleasedBreakdownShape,
  ReleasedCodingShape,
  ReleasedNpqsShape,
  ReleasedTableShape,
  tableOf,
  type Release,
  type ReleasedTable,
} from "../release-contents";

/** Refuses viewers who may not see released figures; for a stranger the review does not exist. */
export function requireReleased(viewer: Viewer, reviewId: string): void {
  if (roleIn(viewer, reviewId) === null) throw notFound("review");
  requireCan(viewer, "figures.released", { reviewId });
}

/** The releases of a review, latest first. Each was checked together with those before, so all of them may be opened. */
export function listReleases(
  viewer: Viewer,
  reviewId: string,
): Promise<{ id: string; number: number; createdAt: Date }[]> {
  requireReleased(viewer, reviewId);
  return db().release.findMany({
    where: { AND: [{ reviewId }, visibleReleases(viewer)] },
    orderBy: { number: "desc" },
    select: { id: true, number: true, createdAt: true },
  });
}

/** Refuses with not-found a release that the viewer may not open. */
export async function requireOpenRelease(
  viewer: Viewer,
  reviewId: string,
  number: number,
): Promise<{ id: string }> {
  const open = await listReleases(viewer, reviewId);
  const release = open.find((one) => one.number === number);
  if (!release) throw notFound("release");
  return release;
}

const Breakdowns = z.array(ReleasedBreakdownShape);

/** What of the tables a page shows: that of one place whole, by its slug (null: the review), and of the others a theme. */
export type ShownTables = { roundtable: string | null; themeId?: string };

/**
 * One release. A number that was never released, or that the viewer may not open, is not found. Where a page `shows` one
 * table, the others come without themes, or with that one alone: with two hundred roundtables they are a megabyte.
 */
export function getRelease(
  viewer: Viewer,
  reviewId: string,
  number: number,
  shows?: ShownTables,
): Promise<Release> {
  return readRelease(db(), viewer, { reviewId, number, ...(shows ? { shows } : {}) });
}

type Which = { reviewId: string; number: number; shows?: ShownTables };

/** The same, for a command's transaction. */
export async function readRelease(
  client: Tx,
  viewer: Viewer,
  { reviewId, number, shows }: Which,
): Promise<Release> {
  requireReleased(viewer, reviewId);
  const release = await client.release.findFirst({
    where: { AND: [{ reviewId, number }, visibleReleases(viewer)] },
    select: {
      id: true,
      number: true,
      createdAt: true,
      breakdowns: true,
      npqs: true,
      coding: true,
      findings: {
        orderBy: { position: "asc" },
        select: {
          findingId: true,
          themeId: true,
          stance: true,
          text: true,
          counterView: true,
          supports: true,
          contradicts: true,
        },
      },
    },
  });
  if (!release) throw notFound("release");
  const tables = (await readTables(client, release.id, shows)).map((figures) =>
    ReleasedTableShape.parse(figures),
  );
  const place = ({ roundtable }: (typeof tables)[number]) => roundtable?.title ?? "";
  tables.sort((a, b) => place(a).localeCompare(place(b), "en-GB"));
  return {
    number: release.number,
    createdAt: release.createdAt,
    tables,
    breakdowns: Breakdowns.parse(release.breakdowns),
    npqs: ReleasedNpqsShape.nullable().parse(release.npqs),
    coding: ReleasedCodingShape.nullable().parse(release.coding),
    findings: release.findings.map(({ findingId, supports, contradicts, ...finding }) => ({
      id: findingId,
      ...finding,
      supports: PublishedFigureShape.parse(supports),
      contradicts: PublishedFigureShape.parse(contradicts),
    })),
  };
}

/** The figures of each table; where one is shown, the database cuts the others before they are sent and read. */
async function readTables(client: Tx, releaseId: string, shows: ShownTables | undefined): Promise<unknown[]> {
  if (!shows) {
    const rows = await client.releaseTable.findMany({ where: { releaseId }, select: { figures: true } });
    return rows.map(({ figures }) => figures);
  }
  const rows = await client.$queryRaw<{ figures: unknown }[]>`
    SELECT CASE WHEN t.figures->'roundtable'->>'slug' IS NOT DISTINCT FROM ${shows.roundtable}::text THEN t.figures
      ELSE jsonb_set(t.figures, '{themes}', jsonb_path_query_array(t.figures, '$.themes[*] ? (@.id == $id)',
        jsonb_build_object('id', ${shows.themeId ?? ""}::text))) END AS figures
    FROM release_table t WHERE t.release_id = ${releaseId}::uuid`;
  return rows.map(({ figures }) => figures);
}

/** The tables of some roundtables, by their slugs and in that order; those that the release does not have are left out. */
export async function listReleasedTables(
  viewer: Viewer,
  { reviewId, number, slugs }: { reviewId: string; number: number; slugs: readonly string[] },
): Promise<ReleasedTable[]> {
  const { id } = await requireOpenRelease(viewer, reviewId, number);
  const rows = await db().$queryRaw<{ figures: unknown }[]>`
    SELECT t.figures FROM release_table t
    WHERE t.release_id = ${id}::uuid AND t.figures->'roundtable'->>'slug' = ANY(${[...slugs]}::text[])`;
  const tables = rows.map(({ figures }) => ReleasedTableShape.parse(figures));
  return slugs.flatMap((slug) => tableOf({ tables }, slug) ?? []);
}
