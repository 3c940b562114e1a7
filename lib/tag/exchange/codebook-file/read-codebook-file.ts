import { z } from "zod";
import { decodeFile } from "@/lib/capture/import/reading/decode-file";
import { refusedFile } from "@/lib/capture/import/reading/limits";
import { readCodebookCsv, type CsvProblem } from "./codebook-csv";
import { readCodebook } from "./codebook-file";
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
  if (bytes[0] === 0x50 && bytes[1] === 0x4b)
    throw refusedFile(
      "This is a project (.qdpx) or a workbook, not a codebook. Import a project under “Exchange coding”, or save a workbook as CSV.",
    );
  const start = Buffer.from(bytes.subarray(0, 64)).toString("latin1");
  const upload = await (/^(\u00EF\u00BB\u00BF)?\s*</.test(start) ? fromCodes(bytes) : fromTable(bytes));
  // In the form in which the page sends them back, so that the plan made from them then is the same.
  return { ...upload, themes: z.array(FileTheme).parse(upload.themes) };
}

const FIRST_ROW = { row: 1, says: { slug: false, colour: false } };

function fromTable(bytes: Uint8Array): CodebookUpload {
  const { text, unreadable } = decodeFile(bytes);
  if (unreadable > 0)
    throw refusedFile(
      "Some characters of this file are damaged. Save it again as CSV UTF-8, and choose that file.",
    );
  const read = readCodebookCsv(text);
  const empty = { place: "Row" as const, warnings: [] };
  if (!read.ok) return { ...empty, themes: [], problems: read.problems };
  const themes = read.themes.map((theme, index) => ({
    ...theme,
    guid: null,
    above: null,
    ...(read.rows[index] ?? FIRST_ROW),
  }));
  return { ...empty, themes, problems: [] };
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
    themes: themes.map((theme, index) => ({ ...theme, ...FIRST_ROW, row: index + 1 })),
    problems: [],
    warnings: [...read.warnings, ...unsupportedSets(sets), ...codesChanged(codes), ...undefinedCodes(themes)],
  };
}

/** The message about codes without a description. */
function undefinedCodes(themes: readonly ThemeOfCode[]): string[] {
  const { length } = themes.filter(({ definition }) => definition.trim() === "");
  if (length === 0) return [];
  return [
    `${length} ${length === 1 ? "code has" : "codes have"} no definition. A new theme will say that it is not defined yet. A theme that is already here keeps its definition.`,
  ];
}
