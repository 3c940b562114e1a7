/** A theme of another program's table, before it has its place. */
export type NamedTheme = {
  /** Its name as written, which may be a path: "Funding\Supply cover". */
  name: string;
  /** The name of the theme above it, or its path; "" where none is given. */
  parent: string;
  id: string;
  parentId: string;
};

/** The index of the theme directly above, at any level; the title without the path that says so. */
export type Place = { above: number | null; title: string; isLost: boolean };

/** Written between the parts of a path by NVivo and MAXQDA, where the last part is the name. */
const PATH = /\\+|>/;
/** Written by people within a name, and by Taguette and ATLAS.ti so told apart: the name stays whole, as in its .qdc. */
const WITHIN = /[.:/]+/g;

/** No theme has a name that is longer by far, and one is looked for in each beginning of it. */
const MAX_NAME = 200;

const partsOf = (name: string) => name.split(PATH).map((part) => part.trim());
const folded = (name: string) => name.trim().toLowerCase();

/**
 * Which theme each is under, as other programs write it: by number, by name, or by a name that begins with another's. `isLost`
 * where the theme above is not in the file.
 */
export function placesOf(themes: readonly NamedTheme[]): Place[] {
  const paths = withoutRoot(themes.map(({ name }) => partsOf(name)));
  const indexes = new Map<string, number>();
  const add = (key: string, index: number) => void (indexes.has(key) || indexes.set(key, index));
  for (const [index, { name }] of themes.entries()) {
    add(folded(name), index);
    add(folded((paths[index] ?? [name]).join("\\")), index);
  }
  // A name alone, where it is unmistakable only after whole paths were tried.
  for (const [index, path] of paths.entries()) add(folded(path.at(-1) ?? ""), index);
  const ids = new Map(themes.map(({ id }, index) => [id, index]));
  return themes.map(({ name, parent, parentId }, index): Place => {
    const path = paths[index] ?? [name];
    const byPath = path.length > 1 ? indexes.get(folded(path.slice(0, -1).join("\\"))) : undefined;
    const isPath = (byPath !== undefined && byPath !== index) || (path.length === 1 && path[0] !== name);
    const title = isPath ? (path.at(-1) ?? name) : name;
    const [said, found] =
      parentId !== "" && parentId !== "0"
        ? [true, ids.get(parentId)]
        : parent !== ""
          ? [true, indexes.get(folded(withoutRootOf(parent, themes, paths)))]
          : [false, byPath ?? beginningOf(name, indexes)];
    const above = found === undefined || found === index ? null : found;
    return { above, title, isLost: said && above === null };
  });
}

/** The theme above a path in a column of its own: its whole path, or its last part. */
function withoutRootOf(
  parent: string,
  themes: readonly NamedTheme[],
  paths: readonly (readonly string[])[],
): string {
  const parts = partsOf(parent);
  const whole = folded(parts.join("\\"));
  const known = themes.some(({ name }) => folded(name) === folded(parent));
  if (known) return parent;
  return paths.some((path) => folded(path.join("\\")) === whole) ? whole : (parts.at(-1) ?? parent);
}

/** NVivo puts all its codes under one folder, which is no theme. */
function withoutRoot(paths: string[][]): string[][] {
  const [root] = paths[0] ?? [];
  const all = paths.length > 0 && paths.every((path) => path.length > 1 && path[0] === root);
  return all ? paths.map((path) => path.slice(1)) : paths;
}

/** The longest other name that the name begins with, up to a sign within it. */
function beginningOf(name: string, indexes: ReadonlyMap<string, number>): number | undefined {
  if (name.length > MAX_NAME) return undefined;
  const places = [...name.matchAll(WITHIN)].map((sign) => sign.index).reverse();
  for (const place of places) {
    const found = indexes.get(folded(name.slice(0, place)));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The index of the theme at the top level that each is under; null for one at the top, and where they go in a circle. */
export function topsOf(places: readonly Place[]): (number | null)[] {
  return places.map(({ above }, index) => {
    let top = above;
    for (let steps = 0; top !== null && steps <= places.length; steps++) {
      const next = places[top]?.above ?? null;
      if (next === null) return top === index ? null : top;
      top = next;
    }
    return null;
  });
}
