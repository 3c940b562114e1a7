import { countOf } from "@/lib/platform/text/count-words";
import { cellText } from "@/lib/platform/text/csv";
import { findHeader, leftOutOfTable, type Column, type Header } from "./codebook-columns";
import { placesOf, topsOf } from "./codebook-places";
import { parentProblem, themeOfRow } from "./codebook-row";
import { MAX_THEMES, type CodebookTheme } from "./codebook-theme";

/** Row numbers as a spreadsheet shows them: the first is row 1. */
export type CsvProblem = { row: number; message: string };
type TableRow = { row: number; cells: readonly string[] };
type ThemeRow = {
  row: number;
  says: { slug: boolean; colour: boolean };
  /** The title of the theme directly above it, in a table of another program. */
  above: string | null;
};
export type CodebookTable =
  | {
      ok: true;
      themes: CodebookTheme[];
      /** The row of each theme, and which of its values were written there rather than made up. */
      rows: ThemeRow[];
      warnings: string[];
    }
  | { ok: false; problems: CsvProblem[] };

export const problem = (one: CsvProblem): CodebookTable => ({ ok: false, problems: [one] });

type Filled = { row: number; field: (column: Column) => string };
type Placed = { filled: Filled[]; above: (number | null)[]; top: (number | null)[]; warnings: string[] };

/**
 * A codebook's rows as themes. Ours names its columns “title” and “definition”, and gives each parent by slug; a table with
 * other headings is another program's, which is read as far as it can be: what it says of a colour or a place that cannot be
 * read is left out, and told.
 */
export function readCodebookRows(rows: readonly TableRow[]): CodebookTable {
  const cells = rows.map((one) => one.cells);
  const header = findHeader(cells);
  if (header === null) return problem({ row: 1, message: "There is no column “title”." });
  const filled = filledRows(rows, header);
  const headerRow = rows[header.at]?.row ?? 1;
  if (filled.length === 0)
    return problem({ row: headerRow, message: "There are no themes below the column titles." });
  if (filled.length > MAX_THEMES)
    return problem({ row: headerRow, message: `There are more than ${MAX_THEMES} themes.` });
  const titled = (cells[header.at]?.[header.columns.get("title") ?? -1] ?? "").trim().toLowerCase();
  const isOurs = titled === "title" && !header.columns.has("parentId");
  const warnings = leftOutOfTable(cells, header);
  const read = isOurs ? ours(filled) : theirs(filled);
  return read.ok ? { ...read, warnings: [...warnings, ...read.warnings] } : read;
}

function filledRows(rows: readonly TableRow[], { at, columns }: Header): Filled[] {
  return rows.slice(at + 1).flatMap(({ row, cells }): Filled[] => {
    if (cells.every((cell) => cell.trim() === "")) return [];
    return [{ row, field: (column) => cellText((cells[columns.get(column) ?? -1] ?? "").trim()) }];
  });
}

/** The themes in their rows, with everything that is wrong with them. */
function themesOf(filled: readonly Filled[]): { themes: CodebookTheme[]; problems: CsvProblem[] } {
  const problems: CsvProblem[] = [];
  const themes: CodebookTheme[] = [];
  for (const { row, field } of filled) {
    const read = themeOfRow(field, themes);
    if (read.ok) themes.push(read.theme);
    else problems.push(...read.messages.map((message) => ({ row, message })));
  }
  return { themes, problems };
}

const rowOf = ({ row, field }: Filled, above: string | null): ThemeRow => ({
  row,
  says: { slug: field("slug") !== "", colour: field("colour") !== "" },
  above,
});

function ours(filled: readonly Filled[]): CodebookTable {
  const read = themesOf(filled);
  if (read.problems.length > 0) return { ok: false, problems: read.problems };
  const themes = read.themes.map((theme) => ({ ...theme, parent: slugNamed(theme.parent, read.themes) }));
  const misplaced = filled.flatMap(({ row }, index): CsvProblem[] => {
    const theme = themes[index];
    const message = theme ? parentProblem(theme, themes) : null;
    return message === null ? [] : [{ row, message }];
  });
  if (misplaced.length > 0) return { ok: false, problems: misplaced };
  return { ok: true, themes, rows: filled.map((one) => rowOf(one, null)), warnings: [] };
}

/** People name a parent by its title too. */
function slugNamed(parent: string | null, themes: readonly CodebookTheme[]): string | null {
  if (parent === null || themes.some(({ slug }) => slug === parent)) return parent;
  return themes.find(({ title }) => title.toLowerCase() === parent.toLowerCase())?.slug ?? parent;
}

function theirs(filled: readonly Filled[]): CodebookTable {
  const placed = inPlaces(filled);
  const { themes, problems } = themesOf(placed.filled);
  if (problems.length > 0) return { ok: false, problems };
  const titleAt = (index: number | null | undefined) => themes[index ?? -1]?.title ?? null;
  return {
    ok: true,
    themes: themes.map((theme, index) => ({
      ...theme,
      parent: themes[placed.top[index] ?? -1]?.slug ?? null,
    })),
    rows: placed.filled.map((one, index) => rowOf(one, titleAt(placed.above[index]))),
    warnings: placed.warnings,
  };
}

const COLOUR = /^(#[0-9a-f]{6}|[1-9]|1[01])$/i;

/** The rows with names without the paths that say where they are, and without colours that are no colours here. */
function inPlaces(filled: readonly Filled[]): Placed {
  const places = placesOf(
    filled.map(({ field }) => ({
      name: field("title"),
      parent: field("parent"),
      id: field("id"),
      parentId: field("parentId"),
    })),
  );
  const top = topsOf(places);
  const titles = (which: (index: number) => boolean) =>
    places.filter((_, index) => which(index)).map(({ title }) => title);
  const lost = titles((index) => places[index]?.isLost === true);
  const deep = titles((index) => top[index] !== null && top[index] !== places[index]?.above);
  const colourless = filled.filter(({ field }) => field("colour") !== "" && !COLOUR.test(field("colour")));
  const said: [number, string][] = [
    [
      lost.length,
      `${countOf(lost.length, "theme")} under one that is not in the file, and now at the top: ${lost.join(", ")}.`,
    ],
    [
      deep.length,
      `${countOf(deep.length, "theme")} below the second level: moved up to it, because themes can only have two levels: ${deep.join(", ")}.`,
    ],
    [
      colourless.length,
      `${countOf(colourless.length, "colour")} left out, because we cannot read ${colourless.length === 1 ? "it" : "them"}. We chose others.`,
    ],
  ];
  const cleaned = filled.map(({ row, field }, index): Filled => {
    const over: Partial<Record<Column, string>> = {
      title: places[index]?.title ?? field("title"),
      colour: COLOUR.test(field("colour")) ? field("colour") : "",
      parent: "",
    };
    return { row, field: (column) => over[column] ?? field(column) };
  });
  return {
    filled: cleaned,
    above: places.map(({ above }) => above),
    top,
    warnings: said.filter(([count]) => count > 0).map(([, words]) => words),
  };
}
