import { AXIS_ORDER, type Axis, type Theme } from "./theme";

type InTree = Pick<Theme, "id" | "title" | "axis" | "parentId">;

/** A theme and those that stand under it. */
type Branch<T> = { theme: T; under: readonly T[] };
export type ThemeTree<T> = { axis: Axis; branches: readonly Branch<T>[] };

/**
 * The codebook as a tree for each axis that has themes. A theme whose parent is not among them stands at the top, so
 * that none is left out.
 */
export function themeTrees<T extends InTree>(themes: readonly T[]): ThemeTree<T>[] {
  const ids = new Set(themes.map(({ id }) => id));
  const atTop = ({ parentId }: T) => parentId === null || !ids.has(parentId);
  return AXIS_ORDER.flatMap((axis) => {
    const branches = themes
      .filter((theme) => theme.axis === axis && atTop(theme))
      .map((theme) => ({ theme, under: themes.filter(({ parentId }) => parentId === theme.id) }));
    return branches.length === 0 ? [] : [{ axis, branches }];
  });
}

/**
 * What is left of the trees when some words are typed: themes whose title holds every one of them, whatever the
 * case, with all that is under them, and themes that are the parent of such.
 */
export function narrowTrees<T extends InTree>(trees: readonly ThemeTree<T>[], typed: string): ThemeTree<T>[] {
  const matches = matcher(typed);
  return trees.flatMap(({ axis, branches }) => {
    const left = branches.flatMap(({ theme, under }) => {
      const those = matches(theme) ? under : under.filter(matches);
      return matches(theme) || those.length > 0 ? [{ theme, under: those }] : [];
    });
    return left.length === 0 ? [] : [{ axis, branches: left }];
  });
}

/** The themes from top to bottom, as the arrow keys go through them. */
export function themesInOrder<T extends InTree>(trees: readonly ThemeTree<T>[]): T[] {
  return trees.flatMap(({ branches }) => branches.flatMap(({ theme, under }) => [theme, ...under]));
}

/** The theme that Enter sets at once: the first whose own title matches, not one that is there as a parent. */
export function firstMatch<T extends InTree>(trees: readonly ThemeTree<T>[], typed: string): T | undefined {
  return themesInOrder(trees).find(matcher(typed));
}

function matcher(typed: string) {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return ({ title }: InTree) => words.every((word) => title.toLowerCase().includes(word));
}
