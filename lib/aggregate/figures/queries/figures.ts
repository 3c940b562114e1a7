import { requireCan, roleIn, type Viewer } from "@/lib/access/policy";
import { visibleRoundtables } from "@/lib/access/scope";
import { endOfDay } from "@/lib/platform/text/dates";
import { db, type Tx } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { themeTable, type ThemeTable } from "../figures";
import { countTogether, type CountedRoundtable } from "./counts";

type Asked = {
  reviewId: string;
  roundtableId: string | null;
  /** The figures as they were at the end of that calendar date in London; when absent, as they are now. */
  on?: Date | null;
};

/** Live figures of the review, or of one roundtable: for facilitators, and exact. */
export async function themeFigures(
  viewer: Viewer,
  { reviewId, roundtableId, on = null }: Asked,
): Promise<ThemeTable> {
  const asAt = on && endOfDay(on);
  if (roleIn(viewer, reviewId) === null) throw notFound("review");
  requireCan(viewer, "figures.live", { reviewId });
  if (roundtableId === null) {
    const begun = await listBegun(db(), reviewId, { on });
    return themeTable(await countTogether(db(), reviewId, begun, asAt));
  }
  const roundtable = await db().roundtable.findFirst({
    where: { AND: [{ id: roundtableId, reviewId }, visibleRoundtables(viewer)] },
    select: { id: true, slug: true, title: true },
  });
  if (!roundtable) throw notFound("roundtable");
  const begun = await listBegun(db(), reviewId, { roundtableId, on });
  const counts = await countTogether(db(), reviewId, begun, asAt);
  return themeTable({ ...counts, scope: { roundtable, roundtables: 1 } });
}

/**
 * The roundtables that live figures cover: those that have begun, since before that nobody counts as present.
 * For an earlier date, those held by then.
 */
export function listBegun(
  client: Tx,
  reviewId: string,
  { roundtableId = null, on = null }: { roundtableId?: string | null; on?: Date | null } = {},
): Promise<CountedRoundtable[]> {
  return client.roundtable.findMany({
    where: {
      reviewId,
      state: { not: "planned" },
      ...(roundtableId ? { id: roundtableId } : {}),
      ...(on ? { heldOn: { lte: on } } : {}),
    },
    select: { id: true, slug: true, title: true },
  });
}

export type ScopeChoice = { id: string; slug: string; title: string };

/** The roundtables whose live figures can be opened, newest first. */
export function listLiveRoundtables(viewer: Viewer, reviewId: string): Promise<ScopeChoice[]> {
  if (roleIn(viewer, reviewId) === null) throw notFound("review");
  requireCan(viewer, "figures.live", { reviewId });
  return db().roundtable.findMany({
    where: { AND: [{ reviewId, state: { not: "planned" } }, visibleRoundtables(viewer)] },
    orderBy: [{ heldOn: "desc" }, { id: "asc" }],
    select: { id: true, slug: true, title: true },
  });
}
