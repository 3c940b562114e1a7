import { zipSync } from "fflate";
import readSheets from "read-excel-file/universal";
import { SaxesParser } from "saxes";
import type { FileRow } from "../format";
import { wordsApart } from "./words-apart";
import type { Refusal } from "@/lib/platform/errors";
import { MAX_COLUMNS, MAX_ROWS, refusedFile, tooManyColumns, tooManyRows } from "../limits";
import { DAMAGED, openZip } from "../open-zip";
import { requirePlainXml } from "../plain-xml";

const NEEDED = /^(\[Content_Types\]\.xml|xl\/.*\.(xml|rels)|_rels\/\.rels)$/;
const SHEET = /^xl\/worksheets\/[^/]+\.xml$/;

/** The sheets, and what stands in no cell of them. */
export type Workbook = { sheets: Sheet[]; apart: FileRow[] };
export type Sheet = { name: string; hidden: boolean; rows: { line: number; cells: string[] }[] };

/**
 * The sheets of an Excel workbook with their rows, blank ones too. A formula gives its stored value as text; nothing is
 * calculated here. Dates come as 2025-05-14 or 2025-05-14 14:32:00, times of day and durations as 14:32:00.
 */
export async function readXlsx(bytes: Uint8Array): Promise<Sheet[]> {
  return (await readWorkbook(bytes)).sheets;
}

/** The same with words that stand in no cell. */
export async function readWorkbook(bytes: Uint8Array): Promise<Workbook> {
  const entries = await openZip(bytes, (name) => NEEDED.test(name));
  const workbook = entries.get("xl/workbook.xml");
  if (!workbook) throw refusedFile(DAMAGED);
  for (const [name, xml] of entries) {
    requirePlainXml(xml);
    if (SHEET.test(name)) entries.set(name, withinLimits(xml));
  }
  const hidden = hiddenSheets(workbook);
  const sheets = await readSheets(await packed(entries)).catch(() => {
    throw refusedFile(DAMAGED);
  });
  return {
    sheets: sheets.map(({ sheet, data }) => ({
      name: sheet,
      hidden: hidden.has(sheet),
      rows: data.map((row, index) => ({ line: index + 1, cells: row.map(asText) })),
    })),
    apart: wordsApart(entries),
  };
}

function hiddenSheets(workbook: Uint8Array): Set<string> {
  const hidden = new Set<string>();
  const parser = new SaxesParser({ xmlns: false });
  parser.on("error", () => {});
  parser.on("opentag", ({ name, attributes: { name: sheet, state } }) => {
    if (/(?:^|:)sheet$/.test(name) && state && state !== "visible" && sheet) hidden.add(sheet);
  });
  parser.write(Buffer.from(workbook).toString("utf8")).close();
  return hidden;
}

/** The library is given an archive that holds only the parts decompressed within our limits. */
function packed(entries: Map<string, Uint8Array>): Promise<ArrayBuffer> {
  return new Blob([zipSync(Object.fromEntries(entries), { level: 0 })]).arrayBuffer();
}

/** Twenty columns in each of as many rows as are allowed. */
const MAX_CELLS = 20 * MAX_ROWS;
const CELL = /<(?:\w+:)?c[\s>/]/g;
const CELL_ADDRESS = /<(?:\w+:)?c\s[^<>]*?\br\s*=\s*["']([^"']*)["']/g;

const EMPTY_CELL = /<((?:\w+:)?c)(?:\s[^<>]*)?(?:\/>|>\s*<\/\1>)/g;

/**
 * The sheet without the empty cells that programs keep for their format, where there are very many or one is far away. A
 * single cell at the far end would make the library create every empty one before it; one with words is refused.
 */
function withinLimits(xml: Uint8Array): Uint8Array {
  const text = Buffer.from(xml.buffer, xml.byteOffset, xml.byteLength).toString("latin1");
  if (excess(text) === null) return xml;
  const filled = text.replace(EMPTY_CELL, "");
  const problem = excess(filled);
  if (problem) throw problem;
  return Buffer.from(filled, "latin1");
}

function excess(sheet: string): Refusal | null {
  // Cells need not give their reference, so they are counted too.
  let cells = 0;
  CELL.lastIndex = 0;
  while (CELL.test(sheet)) if (++cells > MAX_CELLS) return tooManyRows();
  for (const [, address = ""] of sheet.matchAll(CELL_ADDRESS)) {
    const [, letters = "", digits = ""] = /^([A-Z]*)(\d{1,9})$/.exec(address) ?? [];
    if (digits === "") return refusedFile(DAMAGED);
    if (Number(digits) > MAX_ROWS + 1) return tooManyRows();
    if (letters.length > 2 || columnOf(letters) > MAX_COLUMNS) return tooManyColumns();
  }
  return null;
}

function columnOf(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

function asText(cell: unknown): string {
  // As many digits as Excel shows: 0.3, and not 0.30000000000000004.
  if (typeof cell === "number") return String(Number(cell.toPrecision(15)));
  if (!(cell instanceof Date))
    return typeof cell === "string" || typeof cell === "boolean" ? String(cell) : "";
  if (Number.isNaN(cell.getTime())) return "";
  const seconds = Math.round((cell.getTime() - NO_DAY) / 1000);
  if (seconds < FIRST_DAYS_S) return durationOf(seconds);
  const iso = new Date(NO_DAY + seconds * 1000).toISOString();
  return iso.endsWith("T00:00:00.000Z") ? iso.slice(0, 10) : iso.slice(0, 19).replace("T", " ");
}

/** Excel's day 0, on which a time without a date stands. */
const NO_DAY = Date.UTC(1899, 11, 30);
/** A duration is shorter; a date is later. */
const FIRST_DAYS_S = 100 * 24 * 3_600;

/** "14:32:00", "26:15:00" */
function durationOf(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}
