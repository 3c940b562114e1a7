import type { Theme } from "./theme";

type InPlace = Pick<Theme, "id" | "axis" | "parentId" | "retired">;
export type Place = { parentId: string | null; afterId: string | null };

/**
 * The possible parents of a theme: in use and at the top of its own axis. A codebook has two levels, so a
 * theme with children stays at the top.
 */
export function parentChoices<T extends InPlace>(theme: InPlace, themes: readonly T[]): T[] {
  if (themes.some(({ parentId, retired }) => parentId === theme.id && !retired)) return [];
  return themes.filter(
    ({ id, axis, parentId, retired }) =>
      id !== theme.id && axis === theme.axis && parentId === null && !retired,
  );
}

/** The place one step up or down among its siblings, null at either end; and its position. */
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

/** A theme and its place as the value of a button, so that one form moves any theme of a list. */
export function moveValue(id: string, { parentId, afterId }: Place): string {
  return [id, parentId ?? "", afterId ?? ""].join("/");
}

/** What such a value says; its parts are not checked. */
export function readMove(value: string) {
  const [id = "", parentId = "", afterId = ""] = value.split("/");
  return { id, parentId, afterId };
}

/**
 * An order of ids with these after `afterId`: at the front for null, at the end for "last" or an id that is
 * not there.
 */
export function putAfter(order: readonly string[], afterId: string | null, ids: readonly string[]): string[] {
  const rest = order.filter((id) => !ids.includes(id));
  const found = afterId === null ? 0 : rest.indexOf(afterId) + 1;
  const index = afterId !== null && found === 0 ? rest.length : found;
  return rest.toSpliced(index, 0, ...ids);
}

/**
 * The new places of the children of `from` when it is merged into `into`, as the order under each parent
 * (null for the top level). They go under `into` or, where that has a parent itself, to the top level next to
 * `from`. A child that its own parent is merged into takes the parent's place.
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
