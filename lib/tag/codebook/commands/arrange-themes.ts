import type { Viewer } from "@/lib/access/policy";
import { endAfter } from "@/lib/platform/text/dates";
import type { Tx } from "@/lib/platform/db";
import { standsAfter, type PlaceChange } from "../codebook-change";
import { byPlace, type Axis } from "../theme";

export type PlacedTheme = Awaited<ReturnType<typeof placedThemes>>[number];

/** The themes of an axis, including retired ones, each with its place and ordered by it. */
export async function placedThemes(tx: Tx, { reviewId, axis }: { reviewId: string; axis: Axis }) {
  const themes = await tx.theme.findMany({
    where: { reviewId, axis },
    select: {
      id: true,
      axis: true,
      title: true,
      retiredAt: true,
      placements: {
        where: { until: null },
        select: { id: true, parentId: true, position: true, from: true },
      },
    },
  });
  return themes
    .map(({ placements: [place], retiredAt, ...theme }) => ({
      ...theme,
      retired: retiredAt !== null,
      parentId: place?.parentId ?? null,
      position: place?.position ?? null,
      place: place ?? null,
    }))
    .sort(byPlace);
}

export function childrenIn(placed: readonly PlacedTheme[]): (parentId: string | null) => string[] {
  return (parentId) => placed.filter((theme) => theme.parentId === parentId).map(({ id }) => id);
}

/**
 * Places themes under their parents in these orders (null is the top level). Place rows are closed and opened
 * only for themes whose place changes. Returns what changed.
 */
export async function arrangeThemes(
  tx: Tx,
  viewer: Viewer,
  placed: readonly PlacedTheme[],
  orders: ReadonlyMap<string | null, readonly string[]>,
): Promise<PlaceChange[]> {
  const changes: PlaceChange[] = [];
  for (const [parentId, order] of orders) {
    const now = placed.filter((theme) => theme.parentId === parentId && theme.place !== null);
    if (
      sameOrder(
        now.map(({ id }) => id),
        order,
      )
    )
      continue;
    for (const [index, id] of order.entries()) {
      const theme = placed.find((one) => one.id === id);
      const position = index + 1;
      if (!theme || (theme.place && theme.parentId === parentId && theme.position === position)) continue;
      if (theme.place) await closePlace(tx, theme.place);
      await openPlace(tx, viewer, { themeId: id, parentId, position });
      const before = { parentId: theme.parentId, position: theme.position };
      changes.push({ themeId: id, before, after: { parentId, position } });
    }
  }
  return changes;
}

/**
 * A restored theme moves to the top level, where its parent was retired meanwhile or put under another theme.
 * Returns what changed.
 */
export async function riseFromParent(
  tx: Tx,
  viewer: Viewer,
  { id, reviewId, axis }: { id: string; reviewId: string; axis: Axis },
): Promise<PlaceChange[]> {
  const placed = await placedThemes(tx, { reviewId, axis });
  const { parentId } = placed.find((one) => one.id === id) ?? { parentId: null };
  const parent = placed.find((one) => one.id === parentId);
  if (!parent || (!parent.retired && parent.parentId === null)) return [];
  return arrangeThemes(tx, viewer, placed, new Map([[null, [...childrenIn(placed)(null), id]]]));
}

/**
 * Restores places, for themes that nobody has moved since. A theme that others have been put under meanwhile
 * stays at the top, because a codebook has two levels.
 */
export async function restorePlaces(tx: Tx, viewer: Viewer, places: readonly PlaceChange[]): Promise<void> {
  const here = places.map(({ themeId }) => themeId);
  for (const change of places) {
    const { themeId, before } = change;
    const { parentId, position } = before;
    const place = await tx.themePlacement.findFirst({
      where: { themeId, until: null },
      select: { id: true, from: true, parentId: true, position: true },
    });
    if (!place || position === null || !standsAfter([change], () => place)) continue;
    const under = { parentId: themeId, until: null, themeId: { notIn: here }, theme: { retiredAt: null } };
    if (parentId !== null && (await tx.themePlacement.count({ where: under })) > 0) continue;
    await closePlace(tx, place);
    await openPlace(tx, viewer, { themeId, parentId, position });
  }
}

async function openPlace(
  tx: Tx,
  { userId }: Viewer,
  place: { themeId: string; parentId: string | null; position: number },
): Promise<void> {
  await tx.themePlacement.create({ data: { ...place, byId: userId }, select: { id: true } });
}

async function closePlace(tx: Tx, { id, from }: { id: string; from: Date }): Promise<void> {
  await tx.themePlacement.update({ where: { id }, data: { until: endAfter(from) }, select: { id: true } });
}

function sameOrder(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index]);
}
