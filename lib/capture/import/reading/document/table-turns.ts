import { guessFields } from "../../columns";
import type { Turn } from "../format";
import { headOf, isName, withoutColon } from "./head";
import type { Paragraph } from "./paragraphs";

const TITLES = "It names the columns of a table";

type Row = { line: number; cells: string[] };
/** Which column holds what; the others are told as left out. */
type Columns = { speaker: number; text: number; time: number; header: Row | null };

/** The paragraphs of each table of the document. */
export function tablesOf(paragraphs: readonly Paragraph[]): Paragraph[][] {
  const tables = new Map<number, Paragraph[]>();
  for (const paragraph of paragraphs) {
    if (paragraph.cell === undefined || paragraph.out !== undefined) continue;
    const known = tables.get(paragraph.cell.table);
    if (known) known.push(paragraph);
    else tables.set(paragraph.cell.table, [paragraph]);
  }
  return [...tables.values()];
}

/**
 * A table as turns where its columns are speaker, words and perhaps time, by its first row or by what stands in them; null
 * for any other table.
 */
export function tableTurns(table: readonly Paragraph[]): Turn[] | null {
  const rows = rowsOf(table);
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const found = Array.from({ length: width }, (_, at) => columnOf(rows, at));
  const columns = titled(rows, found) ?? untitled(rows, found);
  if (columns === null) return null;
  const turns: Turn[] = [];
  for (const row of rows)
    if (row === columns.header)
      turns.push({ line: row.line, speaker: null, text: row.cells.filter(Boolean).join("\n"), out: TITLES });
    else addRow(turns, row, columns);
  return turns;
}

function rowsOf(table: readonly Paragraph[]): Row[] {
  const rows: Row[] = [];
  let at = -1;
  for (const { line, text, cell } of table) {
    if (!cell) continue;
    if (cell.row !== at) rows.push({ line, cells: [] });
    at = cell.row;
    const cells = rows.at(-1)?.cells ?? [];
    while (cells.length <= cell.column) cells.push("");
    const before = cells[cell.column] ?? "";
    cells[cell.column] = before === "" ? text.trim() : `${before}\n${text.trim()}`;
  }
  return rows;
}

/** Headings of words that the columns of other files do not have. */
const WORDS =
  /^(?:transcript(?:ion)?|content|message|dialogue|speech|discussion|spoken words|what (?:was|is|they|people) said)$/i;
const FEWEST_ROWS = 2;

function titled([header, ...rows]: readonly Row[], found: readonly Column[]): Columns | null {
  if (!header || rows.length === 0) return null;
  const titles = header.cells.map((title) => title.replace(/\s+/g, " ").replace(/:$/, ""));
  const fields = guessFields(titles);
  const speaker = fields.indexOf("speaker");
  const named = fields.indexOf("time");
  const time = named >= 0 ? named : timesIn(found, 1);
  const own = fields.indexOf("text");
  const text = own >= 0 ? own : titles.findIndex((title) => WORDS.test(title.trim()));
  if (text < 0 || text === speaker || text === time || (speaker < 0 && time < 0)) return null;
  return { speaker, text, time, header };
}

/** The column that holds times below so many titles; -1 where none does. */
function timesIn(columns: readonly Column[], titles = 0): number {
  return columns.findIndex(({ times, filled }) => times > 0 && times * 5 >= (filled - titles) * 4);
}

/** By what stands in the cells: times, names, and words that are far longer than the names. */
function untitled(rows: readonly Row[], columns: readonly Column[]): Columns | null {
  if (rows.length < FEWEST_ROWS || columns.length < 2 || columns.length > 4) return null;
  const time = timesIn(columns);
  const others = columns.filter(({ at }) => at !== time);
  const [longest] = [...others].sort((one, other) => other.mean - one.mean);
  if (!longest || longest.mean < 12) return null;
  const speaker = others.find(
    ({ at, names, filled, mean }) =>
      at !== longest.at && filled > 0 && names * 5 >= filled * 4 && mean * 2 <= longest.mean,
  );
  if (time < 0 && (!speaker || !areSpeakers(speaker, longest, rows.length))) return null;
  const [first] = rows;
  const isHeader =
    time >= 0 && first !== undefined && !isTime(first.cells[time] ?? "") && first.cells.every(isShort);
  return { speaker: speaker?.at ?? -1, text: longest.at, time, header: isHeader ? first : null };
}

type Column = ReturnType<typeof columnOf>;

function columnOf(rows: readonly Row[], at: number) {
  const cells = rows.map(({ cells: row }) => row[at] ?? "").filter(Boolean);
  const speakers = cells.map((cell) => speakerIn(cell));
  return {
    at,
    filled: cells.length,
    mean: cells.reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, cells.length),
    times: cells.filter(isTime).length,
    names: speakers.filter((one) => one !== null).length,
    /** Cells that hold a name with a time below it, or a colon after it. */
    marked: speakers.filter((one) => one?.isMarked).length,
    different: new Set(speakers.map((one) => one?.speaker)).size,
    sentences: cells.filter((cell) => /[.?!…]["”’)\]]*$/.test(cell)).length,
  };
}

/** Without times, other tables have short and long columns too: speakers speak again, and in sentences. */
function areSpeakers(speaker: Column, words: Column, rows: number): boolean {
  if (speaker.marked === speaker.filled) return true;
  return rows > FEWEST_ROWS && speaker.different < speaker.filled && words.sentences * 2 >= words.filled;
}

const MAX_SHORT = 60;
const isShort = (cell: string) => cell.length <= MAX_SHORT;
/** A cell may hold a name with a time below it. */
const MAX_SPEAKER = 160;

function isTime(cell: string): boolean {
  if (cell.length > MAX_SHORT) return false;
  const head = headOf(onOneLine(cell));
  return head !== null && head.speaker === null && head.text === "";
}

const onOneLine = (cell: string) =>
  cell
    .split("\n")
    .map((line) => line.trim())
    .join("  ");

function speakerIn(cell: string): { speaker: string; time?: string; isMarked: boolean } | null {
  if (cell.length > MAX_SPEAKER) return null;
  const head = headOf(onOneLine(cell));
  if (head?.speaker && head.text === "") return { speaker: head.speaker, time: head.time, isMarked: true };
  const speaker = withoutColon(cell);
  return isName(speaker, "sure") ? { speaker, isMarked: speaker !== cell } : null;
}

/** A row without speaker and time continues the one before it. */
function addRow(turns: Turn[], { line, cells }: Row, columns: Columns): void {
  const at = (column: number) => (column < 0 ? "" : (cells[column] ?? ""));
  const named = speakerIn(at(columns.speaker));
  const stamp = at(columns.time);
  const time = isTime(stamp) ? headOf(onOneLine(stamp))?.time : stamp || named?.time;
  const speaker = (named?.speaker ?? at(columns.speaker)) || null;
  const last = turns.findLast(({ out }) => out === undefined);
  const text = at(columns.text);
  if (last && speaker === null && !time && text !== "") last.text += `\n${text}`;
  else if (speaker || time || text) turns.push({ line, speaker, text, ...(time && { time }) });
  const used = [columns.speaker, columns.text, columns.time];
  const rest = cells.filter((cell, column) => cell !== "" && !used.includes(column)).join("\n");
  if (rest !== "") turns.push({ line, speaker: null, text: rest, out: OTHER_COLUMN });
}

const OTHER_COLUMN = "It is in a column of a table that holds neither words, speaker nor time";
