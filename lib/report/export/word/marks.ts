/**
 * Hidden bookmarks of a Word file, by which one that comes back is known: which version it was made from, and which block a
 * paragraph is. Word hides those that begin with an underscore, and allows 40 characters.
 */
export const blockMark = (id: string) => `_b${id.replaceAll("-", "")}`;

/** On the caption of a table that somebody wrote: the table below it is of the same block. */
export const tableMark = (id: string) => `_t${id.replaceAll("-", "")}`;

/** `hash`: the beginning of the version's hash, as the file also says it. */
export const versionMark = ({ number, hash }: { number: number; hash: string }) => `_v${number}_${hash}`;

/** What the file says around the report's text: its title, where it is from, how to read its figures. */
export const ABOUT_MARK = "_about";

export type ReadMark =
  | { block: string; isTable: boolean }
  | { version: { number: number; hash: string } }
  | { about: true };

/** null for a bookmark that is none of ours. */
export function readMark(name: string): ReadMark | null {
  const block = /^_[bt]([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/.exec(name);
  if (block) return { block: block.slice(1).join("-"), isTable: name.startsWith("_t") };
  const version = /^_v([1-9]\d{0,5})_([0-9a-f]{12})$/.exec(name);
  const [, number, hash] = version ?? [];
  if (number !== undefined && hash !== undefined) return { version: { number: Number(number), hash } };
  return name.startsWith(ABOUT_MARK) ? { about: true } : null;
}
