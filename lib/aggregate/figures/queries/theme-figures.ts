import { cache } from "react";
import { requireCan, roleIn, type Viewer } from "@/lib/access/policy";
import { visibleRoundtables } from "@/lib/access/scope";
import { endOfDay } from "@/lib/platform/text/dates";
import { db, type Tx } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import type { CountedContributions } from "@/lib/capture/contribution/counted-words";
import { themeTable, type Counts, type ThemeTable } from "../figures";
import { byTheme, countTogether, themesInUse, type CountedRoundtable } from "./counts";
import { keptFigures } from "./read-kept-figures";

/** Read once for a page, which says what its figures count and why that is less than there is. */
const keptForPage = cache((reviewId: string, roundtableId: string | null) =>
  keptFigures({ reviewId, roundtableId }),
);

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
  requireLive(viewer, reviewId);
  const roundtable = roundtableId === null ? null : await findRoundtable(viewer, reviewId, roundtableId);
  const asAt = on && endOfDay(on);
  if (!asAt) return themeTable(await countsOfNow(reviewId, roundtable));
  const begun = await listBegun(db(), reviewId, { roundtableId, on });
  const counts = await countTogether(db(), reviewId, begun, asAt);
  return themeTable(roundtable ? { ...counts, scope: { roundtable, roundtables: 1 } } : counts);
}

/** How many contributions and attendances the live figures of now rest on, and why they count fewer than there are. */
export async function countedNow(
  viewer: Viewer,
  { reviewId, roundtableId }: Omit<Asked, "on">,
): Promise<CountedContributions & { attendances: number; people: number }> {
  requireLive(viewer, reviewId);
  const roundtable = roundtableId === null ? null : await findRoundtable(viewer, reviewId, roundtableId);
  const kept = await keptForPage(reviewId, roundtable?.id ?? null);
  const { standing, counted, unidentified, group, host, notes, attendances, present } = kept;
  return {
    contributions: standing,
    counted,
    unidentified,
    group,
    host,
    note: notes,
    attendances,
    people: present,
  };
}

function requireLive(viewer: Viewer, reviewId: string): void {
  if (roleIn(viewer, reviewId) === null) throw notFound("review");
  requireCan(viewer, "figures.live", { reviewId });
}

async function findRoundtable(viewer: Viewer, reviewId: string, id: string): Promise<CountedRoundtable> {
  const roundtable = await db().roundtable.findFirst({
    where: { AND: [{ id, reviewId }, visibleRoundtables(viewer)] },
    select: { id: true, slug: true, title: true },
  });
  if (!roundtable) throw notFound("roundtable");
  return roundtable;
}

async function countsOfNow(reviewId: string, roundtable: CountedRoundtable | null): Promise<Counts> {
  const kept = await keptForPage(reviewId, roundtable?.id ?? null);
  const themes = await themesInUse(db(), reviewId, null);
  return {
    scope: { roundtable, roundtables: roundtable ? 1 : kept.roundtables },
    present: kept.present,
    contributions: kept.counted,
    unidentified: kept.unidentified,
    themes: byTheme(themes, kept.patterns, kept.withoutSpeaker),
  };
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
