import { z } from "zod";
import { decodeFile } from "@/lib/capture/import/reading/decode-file";
import { refusedFile } from "@/lib/capture/import/reading/limits";
import { readXlsx } from "@/lib/capture/import/reading/table/read-xlsx";
import { officeKind } from "@/lib/capture/import/reading/file-kind";
import { findHeader } from "./codebook-columns";
import { readCodebookCsv } from "./codebook-csv";
import { readCodebookRows, type CodebookTable, type CsvProblem } from "./codebook-table";
import { readCodebook } from "./codebook-file";
import { countOf } from "@/lib/platform/text/count-words";
import { MAX_THEMES } from "./codebook-theme";
import { FileTheme } from "../codebook-plan";
import { codesChanged, unsupportedSets } from "../unsupported-items";
import { themesOfCodes, type ThemeOfCode } from "../file/theme-codes";

export const MAX_CODEBOOK_BYTES = 1024 * 1024;

export type CodebookUpload = {
  /** How messages name a place in the file: a row of a table, or a code. */
  place: "Row" | "Code";
  themes: FileTheme[];
  problems: CsvProblem[];
  warnings: string[];
};

/**
 * A codebook from another program or a spreadsheet; its kind is recognised by its contents, not by its name.
 */
export async function readCodebookFile(bytes: Uint8Array): Promise<CodebookUpload> {
  if (bytes.length === 0) throw refusedFile("This file is empty.");
  if (bytes.length > MAX_CODEBOOK_BYTES)
    throw refusedFile("This file is larger than 1 MB. Choose a file that contains only the codebook.");
  const office = officeKind(bytes);
  if (office !== "xlsx" && bytes[0] === 0x50 && bytes[1] === 0x4b)
    throw refusedFile(
      "This is a project (.qdpx) or a document, not a codebook. Import a project under “Exchange coding”, or save a table as CSV or an Excel workbook.",
    );
  const start = Buffer.from(bytes.subarray(0, 64)).toString("latin1");
  const isCodes = /^(\u00EF\u00BB\u00BF)?\s*</.test(start);
  const upload = isCodes ? await fromCodes(bytes) : fromTable(await tableOf(bytes, office === "xlsx"));
  // In the form in which the page sends them back, so that the plan made from them then is the same.
  return { ...upload, themes: z.array(FileTheme).parse(upload.themes) };
}

const FIRST_ROW = { row: 1, says: { slug: false, colour: false }, above: null };

async function tableOf(bytes: Uint8Array, isWorkbook: boolean): Promise<CodebookTable> {
  if (!isWorkbook) return readCodebookCsv(textOf(bytes));
  const sheets = (await readXlsx(bytes)).filter(({ rows }) =>
    rows.some(({ cells }) => cells.some((cell) => cell.trim() !== "")),
  );
  const known = sheets.map(({ rows }) => findHeader(rows.map(({ cells }) => cells))?.known ?? 0);
  const at = known.indexOf(Math.max(...known));
  const read = readCodebookRows((sheets[at]?.rows ?? []).map(({ line: row, cells }) => ({ row, cells })));
  const others = sheets.filter((_, index) => index !== at).map(({ name }) => name);
  if (!read.ok || others.length === 0) return read;
  const left = `${countOf(others.length, "sheet")} left out: ${others.join(", ")}.`;
  return { ...read, warnings: [left, ...read.warnings] };
}

function textOf(bytes: Uint8Array): string {
  const { text, unreadable } = decodeFile(bytes);
  if (unreadable > 0)
    throw refusedFile(
      "Some characters of this file are damaged. Save it again as CSV UTF-8, and choose that file.",
    );
  return text;
}

function fromTable(read: CodebookTable): CodebookUpload {
  const empty = { place: "Row" as const, warnings: [] };
  if (!read.ok) return { ...empty, themes: [], problems: read.problems };
  const themes = read.themes.map((theme, index) => ({
    ...theme,
    guid: null,
    ...(read.rows[index] ?? FIRST_ROW),
  }));
  return {
    ...empty,
    themes,
    problems: [],
    warnings: [...read.warnings, ...undefinedThemes(themes, "theme")],
  };
}

async function fromCodes(bytes: Uint8Array): Promise<CodebookUpload> {
  const read = await readCodebook(bytes);
  if (!read.ok) throw refusedFile(read.reason);
  const { codes, sets } = read.value;
  if (codes.length === 0) throw refusedFile("There are no codes in this codebook.");
  const themes = themesOfCodes(codes, sets);
  if (themes.length > MAX_THEMES)
    throw refusedFile(
      `This codebook has ${themes.length.toLocaleString("en-GB")} codes. You can import at most ${MAX_THEMES} at once. Export a part of it.`,
    );
  return {
    place: "Code",
    themes: themes.map((theme, index) => ({ ...FIRST_ROW, ...theme, row: index + 1 })),
    problems: [],
    warnings: [
      ...read.warnings,
      ...unsupportedSets(sets),
      ...codesChanged(codes),
      ...undefinedThemes(themes, "code"),
    ],
  };
}

/** The message about codes without a description. */
function undefinedThemes(
  themes: readonly Pick<ThemeOfCode, "definition">[],
  what: "code" | "theme",
): string[] {
  const { length } = themes.filter(({ definition }) => definition.trim() === "");
  if (length === 0) return [];
  return [
    `${countOf(length, what)} ${length === 1 ? "has" : "have"} no definition. A new theme will say that it is not defined yet. A theme that is already here keeps its definition.`,
  ];
}
