import { NO_PERMISSION, PERMISSION_WORDS } from "@/lib/capture/people/permission-level";
import { SOURCE_WORDS } from "@/lib/capture/contribution/contribution-words";
import type { Contribution } from "@/lib/capture/contribution/contribution";
import { STANCES, type Stance } from "@/lib/capture/contribution/stance";
import { countOf } from "@/lib/platform/text/count-words";
import { formatInstant } from "@/lib/platform/text/dates";
import { xlsxFile } from "@/lib/platform/xlsx/xlsx-stream";
import { changesInWords } from "./basis";
import { progressInWords, progressOf, stateOf, type Cell, type Matrix, type MatrixRow } from "./matrix";

type Behind = {
  row: string;
  theme: string;
  contributions: readonly (Contribution & { stances: readonly Stance[] })[];
};

/** What the file says of itself. */
export type AboutMatrix = { review: string; scope: string; madeOn: Date; link: string };

type Sheet = {
  name: string;
  widths: readonly number[];
  header: readonly string[];
  rows: readonly string[][];
};

/**
 * The matrix as a workbook: its cells, the contributions behind each, and how it was made. Every cell is text, so that none
 * becomes a formula.
 */
export async function matrixXlsx(
  matrix: Matrix,
  behind: readonly Behind[],
  { about, titles }: { about: AboutMatrix; titles: ReadonlyMap<string, string> },
): Promise<Uint8Array<ArrayBuffer>> {
  const sheets = [matrixSheet(matrix), contributionSheet(matrix, behind, titles), methodSheet(matrix, about)];
  return xlsxFile(
    sheets.map(({ name, widths, header, rows }) => ({
      name,
      wraps: true,
      columns: header.map((title, at) => ({ title, width: widths[at] ?? DEFAULT_WIDTH })),
      rows: [rows],
    })),
    { title: `${about.review}: framework matrix`, description: about.scope, created: about.madeOn },
  );
}

/** As wide as a column of a theme. */
const DEFAULT_WIDTH = 44;

function matrixSheet({ kind, rows, columns, cells }: Matrix): Sheet {
  const about = kind === "people" ? ["Person", "Roundtable", "Role"] : ["Roundtable", "Held"];
  return {
    name: "Matrix",
    widths: [...about.map(() => 24), ...columns.map(() => 44)],
    header: [...about, ...columns.map(({ title, under }) => (under === null ? title : `${under}: ${title}`))],
    rows: rows.map((row) => [
      ...(kind === "people" ? [row.title, row.where, row.about] : [row.title, row.about]),
      ...cells.filter((cell) => cell.row === row.id).map(cellInWords),
    ]),
  };
}

/** A cell as text: its summary, and in words whether it is to be checked. */
function cellInWords(cell: Cell): string {
  const { contributions, summary, brought } = cell;
  const state = stateOf(cell);
  if (state === "nothing") return "Nothing coded";
  if (state === "unwritten") return `No summary yet (${countOf(contributions, "contribution")})`;
  const texts = [summary?.text ?? "", ...brought.map(({ text }) => text)].filter((text) => text !== "");
  const why =
    brought.length > 0
      ? "summaries of two cells that became one are to be combined"
      : changesInWords(summary?.changes ?? []);
  return [...texts, ...(state === "stale" ? [`[To check: ${why}]`] : [])].join("\n");
}

function contributionSheet(
  { rows, columns }: Matrix,
  behind: readonly Behind[],
  titles: ReadonlyMap<string, string>,
): Sheet {
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  const themeOf = new Map(columns.map(({ id, title }) => [id, title]));
  return {
    name: "Contributions",
    widths: [24, 24, 20, 24, 14, 90, 16, 26, 38],
    header: [
      "Row",
      "Theme",
      "Stance",
      "Roundtable",
      "Speaker",
      "What was said",
      "Word for word",
      "Permission",
      "Contribution",
    ],
    rows: behind.flatMap(({ row, theme, contributions }) =>
      contributions.map((contribution) => [
        nameOf(rowOf.get(row)),
        themeOf.get(theme) ?? "",
        contribution.stances.map((stance) => STANCES[stance].word).join(", "),
        titles.get(contribution.roundtableId) ?? "",
        contribution.speaker?.label ?? SOURCE_WORDS[contribution.source],
        contribution.text,
        contribution.wording === "verbatim" ? "Yes" : "No, the gist",
        permissionOf(contribution),
        contribution.id,
      ]),
    ),
  };
}

const nameOf = (row: MatrixRow | undefined) => (row ? [row.title, row.where].filter(Boolean).join(", ") : "");

function permissionOf({ source, permission }: Contribution): string {
  if (source !== "identified") return "";
  return permission === null ? NO_PERMISSION : PERMISSION_WORDS[permission];
}

function methodSheet(matrix: Matrix, { review, scope, madeOn, link }: AboutMatrix): Sheet {
  return {
    name: "How it was made",
    widths: [24, 110],
    header: ["What", "Statement"],
    rows: [
      ["Review", review],
      ["Made on", formatInstant(madeOn)],
      ["Scope", scope],
      ["How far it is", progressInWords(progressOf(matrix))],
      ["Link", link],
      ...methodOf(matrix).map((statement) => ["Method", statement]),
    ],
  };
}

function methodOf({ kind }: Matrix): string[] {
  return [
    "For facilitators of the review. It holds people’s words whether or not they may be published, so keep it where only facilitators can open it.",
    kind === "people"
      ? "A row is a person who was present, by the label at each roundtable. A person at several roundtables is one row with everything that they said. Hosts have no row."
      : "A row is a roundtable, with what identified participants said and what was said by the room or by somebody unknown.",
    "A column is a theme of the codebook. A theme has what was coded under it, and not what was coded under the themes below it.",
    "A contribution is in a cell where the settled coding puts it under the theme: what was decided between coders, and otherwise what people set outside unfinished blind rounds. Contributions that are struck out or erased are left out.",
    "A summary is a facilitator’s, not the speaker’s. “To check” says that contributions of the cell have changed since it was written or confirmed.",
    "The views of those who took part. They are not a sample, and not everyone was asked.",
  ];
}
