import type { Theme } from "./theme";

type InPlace = Pick<Theme, "id" | "axis" | "parentId" | "retired">;
export type Place = { parentId: string | null; afterId: string | null };

/**
 * The themes that one may stand under: at the top of its own axis and in use. A codebook has two levels, so
 * what has themes under it stays at the top.
 */
export function parentChoices<T extends InPlace>(theme: InPlace, themes: readonly T[]): T[] {
  if (themes.some(({ parentId, retired }) => parentId === theme.id && !retired)) return [];
  return themes.filter(
    ({ id, axis, parentId, retired }) =>
      id !== theme.id && axis === theme.axis && parentId === null && !retired,
  );
}

/** Where one step up or down takes a theme among those alongside it, null at either end; and where it stands. */
export type Steps = { up: Place | null; down: Place | null; here: Place };

export function stepsOf(theme: InPlace, inOrder: readonly InPlace[]): Steps {
  const { parentId } = theme;
  const alongside = inOrder.filter(
    (other) => other.axis === theme.axis && other.parentId === parentId && !other.retired,
  );
  const here = alongside.findIndex(({ id }) => id === theme.id);
  const next = alongside[here + 1];
  return {
    up: here > 0 ? { parentId, afterId: alongside[here - 2]?.id ?? null } : null,
    down: here >= 0 && next ? { parentId, afterId: next.id } : null,
    here: { parentId, afterId: alongside[here - 1]?.id ?? null },
  };
}

/**
 * An order of ids with these after `afterId`: at the front for null, at the end for "last" or one that is
 * gone.
 */
export function putAfter(order: readonly string[], afterId: string | null, ids: readonly string[]): string[] {
  const rest = order.filter((id) => !ids.includes(id));
  const found = afterId === null ? 0 : rest.indexOf(afterId) + 1;
  const index = afterId !== null && found === 0 ? rest.length : found;
  return rest.toSpliced(index, 0, ...ids);
}

/**
 * Where the themes under `from` go when its contributions become those of `into`, as the new order under each
 * parent (null for the top): under `into`, or, where that stands under another theme itself, to the top
 * alongside `from`. A theme that takes over from its own parent takes its place as well.
 */
export function childrenAfterMerge(
  from: { id: string },
  into: { id: string; parentId: string | null },
  childrenOf: (parentId: string | null) => readonly string[],
): Map<string | null, string[]> {
  const children = childrenOf(from.id).filter((id) => id !== into.id);
  const top = childrenOf(null);
  if (into.parentId === from.id)
    return new Map([
      [null, putAfter(top, from.id, [into.id])],
      [into.id, children],
    ]);
  if (children.length === 0) return new Map();
  if (into.parentId === null) return new Map([[into.id, [...childrenOf(into.id), ...children]]]);
  return new Map([[null, putAfter(top, from.id, children)]]);
}
