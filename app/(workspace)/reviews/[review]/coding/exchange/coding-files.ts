import type { Viewer } from "@/lib/access/policy";
import { xlsxStream, type StreamedSheet } from "@/lib/platform/xlsx/xlsx-stream";
import { KeptParts } from "@/lib/platform/parts/kept-parts";
import { csvRows, CSV_START } from "@/lib/platform/text/csv";
import { EXPORT_WORDS } from "@/lib/tag/exchange/file/export-kind";
import { CODINGS, CONTRIBUTIONS, MEMOS, type CodingTable } from "@/lib/tag/exchange/file/coding-tables";
import { passageParagraphs, themeParagraphs } from "@/lib/tag/exchange/file/passages-document";
import { ORIGIN } from "@/lib/tag/exchange/file/project";
import { writeWord, type WordParagraph } from "@/lib/tag/exchange/format/word-write";
import { codedContributions, type CodingExport } from "@/lib/tag/exchange/queries/exchange-codings";

/** What a file says of itself. */
type AboutFile = { review: string; scope: string; caveat: string; made: Date };
type Parts = AsyncGenerator<string | Uint8Array<ArrayBuffer>, void>;
type CodingFile = { type: string; write: (viewer: Viewer, opened: CodingExport, about: AboutFile) => Parts };

const CSV = "text/csv; charset=utf-8";
const OFFICE = "application/vnd.openxmlformats-officedocument";

/** The files of coding besides the project, by the ends of their addresses. */
const CODING_FILES: Record<string, CodingFile> = {
  "codings.xlsx": { type: `${OFFICE}.spreadsheetml.sheet`, write: workbook },
  "codings.csv": {
    type: CSV,
    write: (viewer, opened, about) => csv(viewer, opened, { table: CODINGS, about }),
  },
  "contributions.csv": {
    type: CSV,
    write: (viewer, opened, about) => csv(viewer, opened, { table: CONTRIBUTIONS, about }),
  },
  "memos.csv": { type: CSV, write: (viewer, opened, about) => csv(viewer, opened, { table: MEMOS, about }) },
  "passages.docx": { type: `${OFFICE}.wordprocessingml.document`, write: document },
};

export function codingFile(name: string): CodingFile | null {
  return Object.hasOwn(CODING_FILES, name) ? (CODING_FILES[name] ?? null) : null;
}

async function* rowsOf(
  viewer: Viewer,
  opened: CodingExport,
  table: CodingTable,
): AsyncGenerator<string[][], void> {
  const { kind, themes, themeId } = opened;
  for await (const some of codedContributions(viewer, opened, themeId))
    yield some.flatMap((one) => table.rows(one, kind, themes));
}

async function* csv(
  viewer: Viewer,
  opened: CodingExport,
  { table, about }: { table: CodingTable; about: AboutFile },
): Parts {
  yield CSV_START + csvRows([table.columns(opened.kind).map(({ title }) => title)]);
  for await (const rows of rowsOf(viewer, opened, table)) yield csvRows(rows);
  yield csvRows([[], [about.caveat]]);
}

/** The coding is read once; the rows of later sheets wait until theirs is written. */
function workbook(viewer: Viewer, opened: CodingExport, about: AboutFile): Parts {
  const { kind, themes, themeId } = opened;
  const later = (kind === "own" ? [CONTRIBUTIONS, MEMOS] : [CONTRIBUTIONS]).map((table) => ({
    table,
    rows: new KeptParts<string[][]>(),
  }));
  async function* codings() {
    for await (const some of codedContributions(viewer, opened, themeId)) {
      for (const { table, rows } of later) rows.add(some.flatMap((one) => table.rows(one, kind, themes)));
      yield some.flatMap((one) => CODINGS.rows(one, kind, themes));
    }
  }
  const sheets = [{ table: CODINGS, rows: codings() }, ...later].map(({ table, rows }): StreamedSheet => ({
    name: table.name,
    columns: table.columns(kind),
    rows,
  }));
  const said = [
    ["Review", about.review],
    ["What it covers", about.scope],
    ["Made at", about.made.toISOString()],
    ["Who may have it", EXPORT_WORDS[kind]],
    ["In the settled coding", SETTLED],
    ["Whose views", about.caveat],
  ];
  const columns = [
    { title: "What", width: 24 },
    { title: "Statement", width: 110 },
  ];
  return xlsxStream([...sheets, { name: "About this file", columns, rows: [said] }], {
    title: `${about.review}: coding`,
    description: `${EXPORT_WORDS[kind]} ${about.caveat}`,
    created: about.made,
  });
}

const SETTLED =
  "What was decided between coders, and otherwise what people set, outside blind rounds that somebody has to finish. Figures use this coding.";

function document(viewer: Viewer, opened: CodingExport, about: AboutFile): Parts {
  return writeWord({
    title: `${about.review}: passages`,
    description: `${EXPORT_WORDS[opened.kind]} ${about.caveat}`,
    creator: ORIGIN,
    paragraphs: paragraphs(viewer, opened, about),
  });
}

/**
 * Theme by theme, each with its passages in the order of the roundtables. The coding is read once, and what stands under
 * each theme waits for its turn.
 */
async function* paragraphs(
  viewer: Viewer,
  opened: CodingExport,
  { review, scope, caveat }: AboutFile,
): AsyncGenerator<WordParagraph[], void> {
  yield [
    { style: "Title", runs: [{ text: `${review}: passages` }] },
    { style: "Small", runs: [{ text: `${scope}. ${EXPORT_WORDS[opened.kind]} ${caveat}` }] },
  ];
  const themes = [...opened.themes.values()].map((theme) => ({
    theme,
    passages: new KeptParts<WordParagraph[]>(),
  }));
  for await (const some of codedContributions(viewer, opened, opened.themeId))
    for (const { theme, passages } of themes) {
      const found = some.flatMap((one) => passageParagraphs(one, theme.id));
      if (found.length > 0) passages.add(found);
    }
  for (const { theme, passages } of themes) {
    yield themeParagraphs(theme);
    if (passages.isEmpty) yield [{ style: "Normal", runs: [{ text: "No passages." }] }];
    yield* passages;
  }
}
