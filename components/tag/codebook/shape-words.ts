import type { ShapeChange } from "@/lib/tag/codebook/codebook-change";

/** What a change of the codebook's structure did, described for one of its themes. */
export function shapeWords(
  { kind, themeId, otherId }: Pick<ShapeChange, "kind" | "themeId" | "otherId">,
  here: string,
  titleOf: (themeId: string) => string,
): string {
  const mine = themeId === here;
  const other = otherId === null ? "" : `“${titleOf(mine ? otherId : themeId)}”`;
  switch (kind) {
    case "move":
      if (!mine) return `${other} was moved under this theme`;
      return otherId === null ? "Moved to a place at the top level" : `Moved to a place under ${other}`;
    case "merge":
      return mine ? `Merged into ${other}` : `${other} was merged into this theme`;
    case "split":
      return mine ? `Split: part of it became ${other}` : `Made by splitting ${other}`;
    case "retire":
      return "Retired";
    case "restore":
      return "Restored";
  }
}
