import { strToU8, zipSync } from "fflate";

type Sheet = { name: string; hidden?: boolean; rows: readonly (readonly string[])[] };

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const HEAD = `<?xml version="1.0"?>`;

/** A workbook of a few cells of plain text, with sheets that may be hidden: our own writer makes one visible sheet. */
export function writeXlsx(sheets: readonly Sheet[]): Buffer {
  const numbered = sheets.map((sheet, at) => ({ ...sheet, id: at + 1 }));
  const parts = numbered.map(({ id, rows }): [string, string] => [
    `xl/worksheets/sheet${id}.xml`,
    `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${rows.map(rowXml).join("")}</sheetData></worksheet>`,
  ]);
  const named = numbered.map(
    ({ id, name, hidden }) =>
      `<sheet name="${name}" sheetId="${id}"${hidden ? ' state="hidden"' : ""} r:id="rId${id}"/>`,
  );
  const related = numbered.map(
    ({ id }) =>
      `<Relationship Id="rId${id}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${id}.xml"/>`,
  );
  const files: Record<string, string> = {
    "[Content_Types].xml": `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    "xl/workbook.xml": `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${named.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${related.join("")}</Relationships>`,
    ...Object.fromEntries(parts),
  };
  return Buffer.from(
    zipSync(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(xml)]))),
  );
}

function rowXml(cells: readonly string[], at: number): string {
  const inner = cells.map(
    (cell, column) =>
      `<c r="${String.fromCharCode(65 + column)}${at + 1}" t="inlineStr"><is><t>${cell}</t></is></c>`,
  );
  return `<row r="${at + 1}">${inner.join("")}</row>`;
}
