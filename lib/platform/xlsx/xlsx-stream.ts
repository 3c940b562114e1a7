import { zipStream } from "../parts/zip-stream";
import { xmlText } from "../text/xml-text";
import { xlsxText } from "./xlsx-text";

/** A cell is a text or a number; null is an empty one. None is ever a formula: texts are inline strings. */
export type Cell = string | number | null;

export type StreamedSheet = {
  name: string;
  columns: readonly { title: string; width: number }[];
  /** Whether long texts go on in the next line of their cell. */
  wraps?: boolean;
  /** In parts, so that they are never all in memory. */
  rows: AsyncIterable<readonly (readonly Cell[])[]> | Iterable<readonly (readonly Cell[])[]>;
};

/** What a workbook says of itself. */
export type WorkbookAbout = { title: string; description: string; created: Date };

/** Excel takes no more in one sheet, the heading included. */
const MAX_ROWS = 1_048_576;
const NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/**
 * An XLSX file (ECMA-376, transitional) in parts, as its sheets are read one after another. Memory does not grow with the
 * rows: a part of a sheet is written, compressed and given on before the next one is read.
 */
export function xlsxStream(
  sheets: readonly StreamedSheet[],
  about: WorkbookAbout,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  return zipStream([
    ...fixedFiles(sheets, about).map(([name, text]) => ({ name, parts: [text] })),
    ...sheets.map((sheet, at) => ({ name: `xl/worksheets/sheet${at + 1}.xml`, parts: sheetParts(sheet) })),
  ]);
}

/** The same as one file, for sheets that are small. */
export async function xlsxFile(
  sheets: readonly StreamedSheet[],
  about: WorkbookAbout,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  for await (const part of xlsxStream(sheets, about)) parts.push(part);
  return Uint8Array.from(Buffer.concat(parts));
}

async function* sheetParts({ columns, rows, wraps = false }: StreamedSheet): AsyncGenerator<string, void> {
  const widths = columns.map(
    ({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  yield `${HEAD}<worksheet xmlns="${NAMESPACE}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join("")}</cols><sheetData>`;
  yield rowOf(
    1,
    columns.map(({ title }) => title),
    { bold: true, wraps },
  );
  let written = 1;
  for await (const some of rows) {
    if (written + some.length > MAX_ROWS) throw new Error("A sheet has more rows than Excel takes.");
    const first = written + 1;
    yield some.map((cells, at) => rowOf(first + at, cells, { bold: false, wraps })).join("");
    written += some.length;
  }
  yield "</sheetData></worksheet>";
}

type Style = { bold: boolean; wraps: boolean };

function rowOf(row: number, cells: readonly Cell[], style: Style): string {
  const written = cells.map((cell, at) => cellOf(`${columnName(at)}${row}`, cell, style));
  return `<row r="${row}">${written.join("")}</row>`;
}

function cellOf(address: string, cell: Cell, { bold, wraps }: Style): string {
  if (cell === null || cell === "") return "";
  if (typeof cell === "number") return `<c r="${address}"><v>${cell}</v></c>`;
  const text = xlsxText(cell);
  // Excel shows nothing between two lines of a cell that does not wrap. The number is that of a format in styles.xml.
  const style = (bold ? 1 : 0) + (wraps || text.includes("\n") ? 2 : 0);
  const format = style === 0 ? "" : ` s="${style}"`;
  return `<c r="${address}"${format} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

/** A, B, …, Z, AA: the column in an address, counted from 0. */
function columnName(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : columnName(Math.floor(at / 26) - 1) + letter;
}

function fixedFiles(
  sheets: readonly StreamedSheet[],
  { title, description, created }: WorkbookAbout,
): [name: string, text: string][] {
  const each = (of: (number: number, name: string) => string) =>
    sheets.map(({ name }, at) => of(at + 1, xmlText(name))).join("");
  const part = (name: string, type: string) =>
    `<Override PartName="/${name}" ContentType="application/vnd.openxmlformats-${type}+xml"/>`;
  const sheetPart = (n: number) =>
    part(`xl/worksheets/sheet${n}.xml`, "officedocument.spreadsheetml.worksheet");
  const related = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`;
  const relationships = (all: string) =>
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${all}</Relationships>`;
  return [
    [
      "[Content_Types].xml",
      `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part("xl/workbook.xml", "officedocument.spreadsheetml.sheet.main")}${part("xl/styles.xml", "officedocument.spreadsheetml.styles")}${part("docProps/core.xml", "package.core-properties")}${each(sheetPart)}</Types>`,
    ],
    [
      "_rels/.rels",
      relationships(
        related("r1", `${RELATIONS}/officeDocument`, "xl/workbook.xml") +
          related("r2", `${PACKAGE}/relationships/metadata/core-properties`, "docProps/core.xml"),
      ),
    ],
    [
      "docProps/core.xml",
      `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xmlText(title)}</dc:title><dc:description>${xmlText(description)}</dc:description><dcterms:created xsi:type="dcterms:W3CDTF">${created.toISOString()}</dcterms:created></cp:coreProperties>`,
    ],
    [
      "xl/workbook.xml",
      `${HEAD}<workbook xmlns="${NAMESPACE}" xmlns:r="${RELATIONS}"><sheets>${each((n, name) => `<sheet name="${name}" sheetId="${n}" r:id="s${n}"/>`)}</sheets></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      relationships(
        each((n) => related(`s${n}`, `${RELATIONS}/worksheet`, `worksheets/sheet${n}.xml`)) +
          related("styles", `${RELATIONS}/styles`, "styles.xml"),
      ),
    ],
    [
      "xl/styles.xml",
      `${HEAD}<styleSheet xmlns="${NAMESPACE}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/><xf xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf xfId="0" fontId="1" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`,
    ],
  ];
}
