import { countOf } from "@/lib/platform/text/count-words";

/** What a column of a codebook says of its themes; `id` and `parentId` are numbers of the program that wrote it. */
export type Column =
  | "slug"
  | "axis"
  | "title"
  | "definition"
  | "includes"
  | "excludes"
  | "signalWords"
  | "colour"
  | "parent"
  | "id"
  | "parentId";

/**
 * The headings of each column in small letters: ours first, then those of Taguette, NVivo, MAXQDA, ATLAS.ti, QualCoder and
 * Dedoose. Where a table has several of one column, the first in this order is used.
 */
const HEADINGS: Record<Column, readonly string[]> = {
  slug: ["slug"],
  axis: ["axis"],
  title: ["title", "name", "code name", "codename", "theme", "tag", "code", "code system", "node", "path"],
  definition: ["definition", "description", "code description", "comment", "memo", "code memo", "notes"],
  includes: ["includes", "include", "inclusion criteria", "inclusion", "when to use"],
  excludes: ["excludes", "exclude", "exclusion criteria", "exclusion", "when not to use"],
  signalWords: ["signal words", "signal_words", "signalwords", "keywords"],
  colour: ["colour", "color"],
  parent: ["parent", "parent code", "parent name", "parent theme", "parent tag"],
  id: ["id", "code id"],
  parentId: ["parent id", "parentid", "parent_id"],
};
const COLUMNS = Object.keys(HEADINGS) as Column[];

/** Headings that codebooks have and that say nothing of what a theme is. */
const ALSO = [
  ...["number of highlights", "highlights", "files", "sources", "references", "frequency", "documents"],
  ...["groups", "code groups", "grounded", "density", "depth", "level", "weight minimum", "weight maximum"],
  ...["weight default", "created", "created on", "created by", "modified", "modified on", "modified by"],
  ...["author", "aggregate", "cod. seg. (all documents)", "cod. seg. (activated documents)", "category"],
];

/** How far down the column titles may be: programs write the name of the project and the date above them. */
const BEGINNING = 20;

export type Header = {
  /** Its index among the rows. */
  at: number;
  columns: ReadonlyMap<Column, number>;
  /** How many of its cells are headings of codebooks. */
  known: number;
};

const plain = (cell: string) => cell.trim().toLowerCase();

/** The row that has the titles of the columns: of the first rows, the one with most headings; null where none names themes. */
export function findHeader(rows: readonly (readonly string[])[]): Header | null {
  let best: Header | null = null;
  const first = rows.findIndex((cells) => cells.some((cell) => cell.trim() !== ""));
  for (const [at, cells] of rows.slice(0, BEGINNING).entries()) {
    const names = cells.map(plain);
    const columns = columnsIn(names);
    if (!columns.has("title")) continue;
    const known = names.filter((name) => isHeading(name)).length;
    // "theme" is also what a theme's row may say of its axis.
    const isAlone = known === 1 && names.some((name) => name !== "" && !isHeading(name));
    if (isAlone && at !== first) continue;
    if (best === null || known > best.known) best = { at, columns, known };
  }
  return best;
}

function columnsIn(names: readonly string[]): ReadonlyMap<Column, number> {
  const found = new Map<Column, number>();
  for (const column of COLUMNS) {
    const heading = HEADINGS[column].find((one) => names.includes(one));
    if (heading !== undefined) found.set(column, names.indexOf(heading));
  }
  return found;
}

function isHeading(name: string): boolean {
  return ALSO.includes(name) || COLUMNS.some((column) => HEADINGS[column].includes(name));
}

/** What stands above the column titles, and the columns that hold something and are not used, in words. */
export function leftOutOfTable(rows: readonly (readonly string[])[], { at, columns }: Header): string[] {
  const above = rows.slice(0, at).flatMap((cells) => {
    const words = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
    return words.length === 0 ? [] : [words.join(" ")];
  });
  const used = new Set(columns.values());
  const unused = (rows[at] ?? []).flatMap((heading, column) =>
    !used.has(column) && rows.slice(at + 1).some((cells) => (cells[column] ?? "").trim() !== "")
      ? [heading.trim() || "no heading"]
      : [],
  );
  return [
    ...(above.length > 0
      ? [`${countOf(above.length, "row")} above the column titles left out: ${above.join(", ")}.`]
      : []),
    ...(unused.length > 0 ? [`${countOf(unused.length, "column")} left out: ${unused.join(", ")}.`] : []),
  ];
}
