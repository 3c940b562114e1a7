import { sliceCodePoints } from "@/lib/platform/text/code-points";

/** What a column of a file can be. Words are all that is needed. */
export const IMPORT_FIELDS = ["text", "speaker", "question", "stance", "wording", "source", "time"] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

const MAX_WORD_COLUMNS = 50;

/** Column headings that are recognised, the likelier first. */
const SYNONYMS: Record<ImportField, readonly string[]> = {
  text: [
    "text",
    "contribution",
    "words",
    "comment",
    "comment body",
    "response",
    "answer",
    "utterance",
    "said",
    "quote",
    "free text",
    "freetext",
  ],
  speaker: [
    "speaker",
    "label",
    "participant",
    "name",
    "author",
    "author id",
    "interview",
    "interviewee",
    "case",
    "respondent",
    "who",
    "participant id",
    "your name",
    "what is your name",
    "author name",
    "asker name",
    "full name",
    "respondent name",
    "speaker id",
  ],
  question: ["question", "question number", "topic"],
  stance: ["stance"],
  wording: ["wording", "gist or verbatim", "note or verbatim", "kind", "type"],
  source: ["source"],
  time: [
    "time",
    "said at",
    "timestamp",
    "date time",
    "datetime",
    "start",
    "start time",
    "start date",
    "startdate",
    "date submitted",
    "submitted at",
    "recorded date",
    "completion time",
    "date",
  ],
};

const plain = (header: string) =>
  header
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/**
 * A column whose cells are longer than this on average holds the words people said, where nothing else tells.
 */
const LONG = 25;

/**
 * What each column most likely holds, by its heading: each field but words at most once, null for the rest. Where no
 * heading says which holds the words, the columns that are headed by questions and have long cells in the first rows do, or
 * the one with the longest. A column is no time where `isTime` says so.
 */
export function guessFields(
  header: readonly string[],
  rows: readonly (readonly string[])[] = [],
  isTime: (column: number) => boolean = () => true,
): (ImportField | null)[] {
  const names = header.map(plain);
  const fields: (ImportField | null)[] = header.map(() => null);
  for (const field of IMPORT_FIELDS) {
    const found = SYNONYMS[field].map((synonym) => names.indexOf(synonym));
    const index = found.find((at) => at >= 0 && fields[at] === null && (field !== "time" || isTime(at)));
    if (index !== undefined) fields[index] = field;
  }
  if (rows.length > 0 && !fields.includes("time")) {
    const dated = header.findIndex(
      (_, column) => fields[column] === null && isTime(column) && isDated(rows, column),
    );
    if (dated >= 0) fields[dated] = "time";
  }
  if (fields.includes("text") || rows.length === 0) return fields;
  const lengths = header.map((_, column) => (fields[column] === null ? usualLength(rows, column) : 0));
  const asked = lengths.flatMap((length, column) =>
    length >= LONG && (isQuestion(header[column] ?? "") || REMARKS.test(header[column] ?? ""))
      ? [column]
      : [],
  );
  const longest = Math.max(...lengths);
  if (header.length === 1) return ["text"];
  if (asked.length > 1) for (const column of asked) fields[column] = "text";
  else if (longest >= LONG) fields[lengths.indexOf(longest)] = "text";
  const question = fields.indexOf("question");
  // Where people asked questions, these are what they said.
  if (!fields.includes("text") && question >= 0 && usualLength(rows, question) >= ASKED)
    fields[question] = "text";
  return fields;
}

/** A question is longer on average than its number or a topic. */
const ASKED = 15;
const DATE_AND_TIME = /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}[T ,]\s*\d{1,2}[:.]\d{2}/;

/** Whether nearly all cells are a date with a time, in whatever language the heading is. */
function isDated(rows: readonly (readonly string[])[], column: number): boolean {
  const cells = rows.map((row) => (row[column] ?? "").trim()).filter((cell) => cell !== "");
  return cells.length > 0 && cells.filter((cell) => DATE_AND_TIME.test(cell)).length >= cells.length * 0.9;
}

/** Headings of columns in which people add something in their own words. */
const REMARKS = /\b(?:comments?|feedback|reasons?|suggestions?|remarks?)\b/i;

/** Of the cells that have words. */
function usualLength(rows: readonly (readonly string[])[], column: number): number {
  const cells = rows.map((row) => (row[column] ?? "").trim()).filter((cell) => cell !== "");
  return cells.reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, cells.length);
}

/** "What would you change?", "Please tell us what worked": a heading that people were shown and answered. */
export function isQuestion(title: string): boolean {
  return title.trim().endsWith("?") || title.trim().split(/\s+/).length >= 4;
}

/** As long as a question may be. */
const MAX_TITLE = 500;

/** The words of a new question. A column without a title of its own is named after its place. */
export function titleOf({ header }: { header: readonly string[] }, column: number): string {
  const title = plainTitle(header[column] ?? "");
  if (title === "") return `Column ${column + 1}`;
  const same = header.filter((other) => plainTitle(other).toLowerCase() === title.toLowerCase());
  return same.length === 1 ? title : `${sliceCodePoints(title, 0, MAX_TITLE - 20)} (column ${column + 1})`;
}

function plainTitle(title: string): string {
  return sliceCodePoints(title.replace(/\s+/g, " ").trim(), 0, MAX_TITLE);
}

/** Why this choice of columns is not possible, and at which column; null where it is. */
export function fieldsProblem(
  fields: readonly (ImportField | null)[],
): { column: number; message: string } | null {
  for (const [column, field] of fields.entries())
    if (field !== null && field !== "text" && fields.indexOf(field) < column)
      return { column, message: `Two columns contain “${FIELD_WORDS[field]}”. Choose one of them` };
  if (fields.filter((field) => field === "text").length > MAX_WORD_COLUMNS)
    return { column: 0, message: `Choose ${MAX_WORD_COLUMNS} columns of words or fewer` };
  return fields.includes("text")
    ? null
    : {
        column: 0,
        message: "Choose the column that contains the words. Without it there is nothing to import",
      };
}

/** The names of the fields on pages. */
export const FIELD_WORDS: Record<ImportField, string> = {
  text: "Words",
  speaker: "Speaker",
  question: "Question",
  stance: "Stance",
  wording: "Gist or word for word",
  source: "Who it comes from",
  time: "Time",
};
