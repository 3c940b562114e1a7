import { documentTurns } from "@/lib/capture/import/reading/document/document-turns";
import { inFont } from "@/lib/capture/import/reading/document/symbol-fonts";
import { isAttendanceReport, readReport } from "@/lib/capture/registration/attendance-report";
import { fed, fewLines } from "./fed";

const PARTS = ["flows", "head", "named-turns", "table-turns", "timed-turns"];
const folder = "lib/capture/import/reading/document";

const paragraphsOf = (...parts: string[]) => parts.map((text, at) => ({ line: at + 1, text, flow: 0 }));

/** Each part is a paragraph, or a cell of two rows. */
function turns(...parts: string[]): unknown {
  const paragraphs = paragraphsOf(...parts);
  const cells = paragraphs.map((one, column) => ({ ...one, cell: { table: 1, row: 0, column } }));
  const below = cells.map((one) => ({
    ...one,
    line: one.line + parts.length,
    cell: { ...one.cell, row: 1 },
  }));
  return [documentTurns(paragraphs), documentTurns([...cells, ...below])];
}

/** What imports do with the paragraphs of a document. */
export const DOCUMENTS = [
  fed(
    PARTS.map((name) => `${folder}/${name}.ts`),
    "finds the turns of a document",
    (text) => [
      turns(text, fewLines(text.replaceAll(" ", "\n"))),
      turns(`Ada  0:03`, text, `Ben (0:09): ${text}`, `[0:10] ${text}`),
      documentTurns(paragraphsOf(`Ada: ${text}`, `Ada: ${fewLines(text.replaceAll(" ", "\n"))}\n0:03`)),
      turns("0:03", `Ada ${text}`, text),
    ],
    30_000,
  ),
  fed(`${folder}/symbol-fonts.ts`, "reads symbols of a font", (text) => inFont(text, "Symbol")),
  fed("lib/capture/registration/attendance-report.ts", "reads the people of a meeting", (text) => [
    isAttendanceReport(fewLines(text)),
    readReport([
      { line: 1, cells: [text, text.slice(0, 9)] },
      { line: 2, cells: ["Name (Original Name)", "Duration"] },
      { line: 3, cells: [`${text} (${text})`, text] },
      { line: 4, cells: [`1. ${text}`] },
    ]),
  ]),
];
