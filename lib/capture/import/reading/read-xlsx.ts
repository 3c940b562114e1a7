import { zipSync } from "fflate";
import readSheets from "read-excel-file/universal";
import { MAX_COLUMNS, MAX_ROWS, refusedFile, tooManyColumns, tooManyRows } from "./limits";
import { DAMAGED, openZip } from "./open-zip";
import type { RecordSink } from "./read-csv";
import { requirePlainXml } from "./plain-xml";

const NEEDED = /^(\[Content_Types\]\.xml|xl\/.*\.(xml|rels)|_rels\/\.rels)$/;
const SHEET = /^xl\/worksheets\/[^/]+\.xml$/;

/**
 * Reads the first sheet of an Excel workbook that has rows. A formula gives its stored value as text; nothing
 * is calculated here. Dates come as 2025-05-14 or 2025-05-14 14:32.
 */
export async function readXlsx(bytes: Uint8Array, take: RecordSink): Promise<void> {
  const entries = await openZip(bytes, (name) => NEEDED.test(name));
  if (!entries.has("xl/workbook.xml")) throw refusedFile(DAMAGED);
  for (const [name, xml] of entries) {
    requirePlainXml(xml);
    if (SHEET.test(name)) requireDimensions(xml);
  }
  const sheets = await readSheets(await packed(entries)).catch(() => {
    throw refusedFile(DAMAGED);
  });
  const rows = sheets.map(({ data }) => data).find((data) => data.some((row) => row.some(isFilled)));
  for (const [index, row] of (rows ?? []).entries()) {
    if (row.some(isFilled)) take(index + 1, row.map(asText));
  }
}

/** The library is given an archive that holds only the parts decompressed within our limits. */
function packed(entries: Map<string, Uint8Array>): Promise<ArrayBuffer> {
  return new Blob([zipSync(Object.fromEntries(entries), { level: 0 })]).arrayBuffer();
}

/** Twenty columns in each of as many rows as are allowed. */
const MAX_CELLS = 20 * MAX_ROWS;
const CELL = /<(?:\w+:)?c[\s>/]/g;
const ADDRESS = /\sr\s*=\s*["']([^"']*)["']/g;

/** A single cell at the far end of a sheet would make the library create every empty one before it. */
function requireDimensions(xml: Uint8Array): void {
  const text = Buffer.from(xml.buffer, xml.byteOffset, xml.byteLength).toString("latin1");
  // Cells need not give their reference, so they are counted too.
  let cells = 0;
  CELL.lastIndex = 0;
  while (CELL.test(text)) if (++cells > MAX_CELLS) throw tooManyRows();
  for (const [, address = ""] of text.matchAll(ADDRESS)) {
    const [, letters = "", digits = ""] = /^([A-Z]*)(\d{1,9})$/.exec(address) ?? [];
    if (digits === "") throw refusedFile(DAMAGED);
    if (Number(digits) > MAX_ROWS + 1) throw tooManyRows();
    if (letters.length > 2 || columnOf(letters) > MAX_COLUMNS) throw tooManyColumns();
  }
}

function columnOf(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

const isFilled = (cell: unknown) => asText(cell).trim() !== "";

function asText(cell: unknown): string {
  if (!(cell instanceof Date))
    return typeof cell === "string" || typeof cell === "number" || typeof cell === "boolean"
      ? String(cell)
      : "";
  if (Number.isNaN(cell.getTime())) return "";
  const iso = cell.toISOString();
  return iso.endsWith("T00:00:00.000Z") ? iso.slice(0, 10) : iso.slice(0, 19).replace("T", " ");
}
