import { guessFields } from "../../columns";

/** A row as it stands in the file; one without words has only blank cells, or none. */
export type RawRow = { line: number; cells: readonly string[] };

/** Where in the rows the names of the columns stand, null where no row has them, and where the first row of answers is. */
export type Header = { names: number | null; first: number };

/** How many rows of a file are looked at. */
export const BEGINNING = 60;
/** Titles and notes above a table are fewer. */
const MAX_ABOVE = 20;
const MAX_NAMES = 4;

/**
 * Which row names the columns, judged by all of the beginning: rows above the table are short; rows that name columns hold
 * no number, date or code where the rows below do, or stand apart from them, or hold what survey programs put there.
 */
export function judgeHeader(rows: readonly RawRow[]): Header {
  const filled = rows.map(({ cells }) => cells.filter((cell) => cell.trim() !== "").length);
  const widths = filled.filter((count) => count > 0).sort((a, b) => a - b);
  const width = widths[Math.floor(widths.length / 2)] ?? 0;
  const isAbove = (at: number) => filled[at] === 0 || (width >= 2 && (filled[at] ?? 0) * 2 <= width);
  let top = 0;
  while (top < Math.min(MAX_ABOVE, rows.length) && isAbove(top)) top++;
  if (top >= rows.length || top >= MAX_ABOVE) top = filled.findIndex((count) => count > 0);
  if (top < 0) return { names: null, first: 0 };
  const body = (from: number) => rows.slice(from).filter((_, at) => (filled[from + at] ?? 0) > 0);
  if (fitsBelow(rows[top], body(top + 1)) || isSaid(rows[top], body(top + 1)))
    return { names: null, first: top };
  let first = Math.max(top, idsOf(rows, top)) + 1;
  while (first < rows.length && first < top + MAX_NAMES && isName(rows, first, top)) first++;
  first = afterBlank(filled, top, first);
  while (first < rows.length - 1 && filled[first] === 0) first++;
  return { names: namesAmong(rows.slice(top, first)) + top, first };
}

/** Names of columns that stand apart from the rows below by one empty row, the only one for a while. */
function afterBlank(filled: readonly number[], top: number, first: number): number {
  const blank = filled.indexOf(0, top);
  const alone = blank > top && blank <= top + 3 && !filled.slice(blank + 1, blank + 11).includes(0);
  return alone && blank >= first && filled.slice(blank + 1).some((count) => count > 0) ? blank + 1 : first;
}

/** The row of ids that Qualtrics puts below all names, where one is near the top. */
function idsOf(rows: readonly RawRow[], top: number): number {
  return rows.findIndex(
    ({ cells }, at) =>
      at > top && at < top + MAX_NAMES && cells.some((cell) => cell.trimStart().startsWith('{"ImportId"')),
  );
}

/** Whether a row below the names of columns names them once more. Prose of the first person to answer must not pass for it. */
function isName(rows: readonly RawRow[], at: number, top: number): boolean {
  const cells = rows[at]?.cells ?? [];
  const said = cells.filter((cell) => cell.trim() !== "");
  if (said.length === 0) return false;
  const below = rows.slice(at + 1).filter((row) => row.cells.some((cell) => cell.trim() !== ""));
  const types = typesBelow(below.map((row) => row.cells));
  const typed = [...types].map(([column, type]) => ({ column, type, cell: (cells[column] ?? "").trim() }));
  if (at === top + 1 && isCodes(rows[top]?.cells ?? [])) {
    const broken = typed.filter(({ cell, type }) => cell !== "" && typeOf(cell) !== type);
    return (
      said.some((cell) => cell.trim().endsWith("?")) || (broken.length >= 2 && broken.length === typed.length)
    );
  }
  // Programs leave the second line of names empty where they themselves write in every row: who, and when.
  const always = typed.filter(({ column }) => below.every((row) => (row.cells[column] ?? "").trim() !== ""));
  const asks = said.every((cell) => cell.trim().endsWith("?"));
  return (
    always.length >= 2 &&
    (asks || always.some(({ type }) => type === "time")) &&
    typed.every(({ cell }) => cell === "")
  );
}

/** "Q1", "StartDate": names that programs give to columns. */
function isCodes(cells: readonly string[]): boolean {
  const said = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
  return said.every((cell) => !/\s/.test(cell)) && said.some((cell) => /\d/.test(cell));
}

/** The row whose cells are longest, but for notes of programs; titles stand below codes. */
function namesAmong(rows: readonly RawRow[]): number {
  const lengths = rows.map(({ cells }) => {
    if (cells.some((cell) => cell.trimStart().startsWith("{"))) return 0;
    const said = cells.filter((cell) => cell.trim() !== "");
    return said.length * 2 <= (rows[0]?.cells.length ?? 0) && rows.length > 1
      ? 0
      : said.join("").length / Math.max(1, said.length);
  });
  return Math.max(0, lengths.indexOf(Math.max(...lengths)));
}

/** "Question 1", "Q1": what was asked stands in another line. */
export function isNumbered(title: string): boolean {
  return /^(?:q|question)[ _-]?\d{1,4}\w?$/i.test(title);
}

type CellType = "number" | "time" | "code" | "text" | "";

function typeOf(cell: string): CellType {
  const text = cell.trim();
  if (text === "") return "";
  if (/^[-+£$€]?\d[\d., ]*%?$/.test(text)) return "number";
  if (/^\d{1,4}[-/.:]\d{1,2}\b/.test(text)) return "time";
  if (text.length <= 24 && /\d/.test(text) && !/\s/.test(text)) return "code";
  return "text";
}

const SHARE = 0.8;

/** The columns whose cells are nearly all numbers, dates or codes, and which of them. */
function typesBelow(rows: readonly (readonly string[])[]): Map<number, CellType> {
  const types = new Map<number, CellType>();
  const columns = Math.max(0, ...rows.map((cells) => cells.length));
  for (let column = 0; column < columns; column++) {
    const found = rows.map((cells) => typeOf(cells[column] ?? "")).filter((type) => type !== "");
    for (const type of ["number", "time", "code"] as const)
      if (found.length > 0 && found.filter((one) => one === type).length >= found.length * SHARE)
        types.set(column, type);
  }
  return types;
}

/** Whether the first row is a row like those below, so that no row names the columns. */
function fitsBelow(row: RawRow | undefined, below: readonly RawRow[]): boolean {
  const types = typesBelow(below.map(({ cells }) => cells));
  const typed = [...types].filter(([, type]) => type === "number" || type === "time");
  const fits = typed.filter(([column, type]) => typeOf(row?.cells[column] ?? "") === type);
  return typed.length > 0 && fits.length === typed.length;
}

/** A sentence of so many words that ends as one is no name of a column, unless it asks for something. */
const SENTENCE_WORDS = 6;
const ASKS =
  /^(?:\W|\d)*(?:q\d|please|tell|describe|explain|give|list|share|provide|use|how|what|which|why|when|where|who|if|to what|do|does|did|is|are|have|has|can|could|would|should|any|thinking|comments?|in your|your|we would|we’d|we'd|this question|on a scale|rate|select|tick|choose|overall)\b/i;

/**
 * Whether the first row is what somebody said, though all columns are text: it has a sentence, and none of its cells is a
 * heading that is known or asks something, or a short cell stands below it again, as the name of who speaks does.
 */
function isSaid(row: RawRow | undefined, below: readonly RawRow[]): boolean {
  const cells = (row?.cells ?? []).map((cell) => cell.trim());
  const said = cells.filter((cell) => cell !== "");
  const isSentence = (cell: string) =>
    cell.split(/\s+/).length >= SENTENCE_WORDS && /[.!…]["”’)\]]*$/.test(cell) && !ASKS.test(cell);
  if (guessFields(cells).some((field) => field !== null) || said.some((cell) => /[?:]$/.test(cell)))
    return false;
  const types = typesBelow(below.map((one) => one.cells));
  if ([...types].some(([column, type]) => cells[column] && typeOf(cells[column]) !== type)) return false;
  if (said.some(isSentence)) return true;
  const again = cells.filter(
    (cell, column) => cell !== "" && below.some((one) => (one.cells[column] ?? "").trim() === cell),
  );
  // A line of names that comes again, as on each page of a list, comes again whole.
  const isLong = said.some((cell) => cell.split(/\s+/).length >= SENTENCE_WORDS);
  return isLong && said.length > 1 && again.length > 0 && again.length < said.length;
}
