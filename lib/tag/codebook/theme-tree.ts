import { AXIS_ORDER, type Axis, type Theme } from "./theme";

type InTree = Pick<Theme, "id" | "title" | "axis" | "parentId">;

/** A theme and its children. */
type Branch<T> = { theme: T; under: readonly T[] };
export type ThemeTree<T> = { axis: Axis; branches: readonly Branch<T>[] };

/**
 * The codebook as a tree for each axis that has themes. A theme whose parent is not among them is at the top,
 * so that none is left out.
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
 * The trees narrowed by typed words: themes whose title contains every word, ignoring case, with all their
 * children, and the parents of such themes.
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

/** The themes from top to bottom, as the arrow keys move through them. */
export function themesInOrder<T extends InTree>(trees: readonly ThemeTree<T>[]): T[] {
  return trees.flatMap(({ branches }) => branches.flatMap(({ theme, under }) => [theme, ...under]));
}

/** The theme that Enter sets: the first whose own title matches, not one that is shown only as a parent. */
export function firstMatch<T extends InTree>(trees: readonly ThemeTree<T>[], typed: string): T | undefined {
  return themesInOrder(trees).find(matcher(typed));
}

function matcher(typed: string) {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return ({ title }: InTree) => words.every((word) => title.toLowerCase().includes(word));
}
