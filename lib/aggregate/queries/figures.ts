import { requireCan, roleIn, type Viewer } from "@/lib/access/policy";
import { visibleRoundtables } from "@/lib/access/scope";
import { db, type Tx } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { themeTable, type ThemeTable } from "../figures";
import { tallyOf, type Scope } from "./tally";

/** Live figures of the review, or of one roundtable: facilitators', with nothing suppressed. */
export async function themeFigures(
  viewer: Viewer,
  { reviewId, roundtableId }: { reviewId: string; roundtableId: string | null },
): Promise<ThemeTable> {
  if (roleIn(viewer, reviewId) === null) throw notFound("review");
  requireCan(viewer, "figures.live", { reviewId });
  if (roundtableId === null) return themeTable(await tallyOf(db(), await liveScope(db(), reviewId)));
  const roundtable = await db().roundtable.findFirst({
    where: { AND: [{ id: roundtableId, reviewId }, visibleRoundtables(viewer)] },
    select: { id: true },
  });
  if (!roundtable) throw notFound("roundtable");
  return themeTable(await tallyOf(db(), await liveScope(db(), reviewId, roundtableId)));
}

/**
 * The roundtables that live figures cover: those that have begun. Before that, whoever is registered has
 * not been seen to be there.
 */
export async function liveScope(client: Tx, reviewId: string, roundtableId?: string): Promise<Scope> {
  const begun = await client.roundtable.findMany({
    where: { reviewId, state: { not: "planned" }, ...(roundtableId ? { id: roundtableId } : {}) },
    select: { id: true, slug: true, title: true },
  });
  const roundtable = roundtableId ? (begun[0] ?? null) : null;
  return {
    reviewId,
    roundtables: begun.map(({ id }) => id),
    table: { roundtable, roundtables: begun.length },
  };
}

export type ScopeChoice = { id: string; slug: string; title: string };

/** The roundtables whose live figures can be opened, the newest first. */
export function listLiveRoundtables(viewer: Viewer, reviewId: string): Promise<ScopeChoice[]> {
  if (roleIn(viewer, reviewId) === null) throw notFound("review");
  requireCan(viewer, "figures.live", { reviewId });
  return db().roundtable.findMany({
    where: { AND: [{ reviewId, state: { not: "planned" } }, visibleRoundtables(viewer)] },
    orderBy: [{ heldOn: "desc" }, { id: "asc" }],
    select: { id: true, slug: true, title: true },
  });
}
