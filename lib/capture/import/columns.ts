/** What a column of a file can be. Words are all that is needed. */
export const IMPORT_FIELDS = ["text", "speaker", "question", "stance", "wording", "source", "time"] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

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
    "speaker id",
  ],
  question: ["question", "question number", "topic"],
  stance: ["stance"],
  wording: ["wording", "gist or verbatim", "note or verbatim", "kind", "type"],
  source: ["source"],
  time: ["time", "said at", "timestamp", "date time", "datetime", "start"],
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
 * What each column most likely holds, by its heading: each field at most once, null for the rest. Where no
 * heading says which holds the words, the column with the longest cells in the first rows does.
 */
export function guessFields(
  header: readonly string[],
  rows: readonly (readonly string[])[] = [],
): (ImportField | null)[] {
  const names = header.map(plain);
  const fields: (ImportField | null)[] = header.map(() => null);
  for (const field of IMPORT_FIELDS) {
    const found = SYNONYMS[field].map((synonym) => names.indexOf(synonym));
    const index = found.find((at) => at >= 0 && fields[at] === null);
    if (index !== undefined) fields[index] = field;
  }
  if (fields.includes("text") || rows.length === 0) return fields;
  const lengths = header.map((_, column) =>
    fields[column] === null
      ? rows.reduce((sum, cells) => sum + (cells[column] ?? "").length, 0) / rows.length
      : 0,
  );
  const longest = Math.max(...lengths);
  if (longest >= LONG) fields[lengths.indexOf(longest)] = "text";
  return fields;
}

/** Why this choice of columns is not possible, and at which column; null where it is. */
export function fieldsProblem(
  fields: readonly (ImportField | null)[],
): { column: number; message: string } | null {
  for (const [column, field] of fields.entries())
    if (field !== null && fields.indexOf(field) < column)
      return { column, message: `Two columns contain “${FIELD_WORDS[field]}”. Choose one of them` };
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
