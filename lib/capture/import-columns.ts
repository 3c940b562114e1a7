import { invalid } from "@/lib/platform/errors";

/** What a column of a file can be. Words are all that is needed. */
export const IMPORT_FIELDS = ["text", "speaker", "question", "stance", "kind", "source", "time"] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

/** Field to the header of its column, as the file spells it. */
export type Mapping = Partial<Record<ImportField, string>>;

/** Headers that are understood without being told, the likelier first. */
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
    "respondent",
    "who",
    "participant id",
    "speaker id",
  ],
  question: ["question", "question number", "topic"],
  stance: ["stance"],
  kind: ["kind", "note or verbatim", "type"],
  source: ["source"],
  time: ["time", "said at", "timestamp", "date time", "datetime", "start"],
};

const plain = (header: string) =>
  header
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/**
 * Which column holds what: as the mapping says, and for what it leaves open by the header. Refuses a
 * mapping that names a column the file has not got, two columns of one name, and a file without words.
 */
export function columnsOf(header: readonly string[], given: Mapping): Partial<Record<ImportField, number>> {
  const columns: Partial<Record<ImportField, number>> = {};
  for (const field of IMPORT_FIELDS) {
    const index = given[field] === undefined ? guess(header, field) : named(header, given[field], field);
    if (index !== null && !Object.values(columns).includes(index)) columns[field] = index;
  }
  if (columns.text === undefined)
    throw invalid(
      `No column holds what was said. The first line of the file must name its columns, one of them “text”; it names ${listOf(header)}. Or say below which column holds the words.`,
      "file",
    );
  return columns;
}

function guess(header: readonly string[], field: ImportField): number | null {
  const names = header.map(plain);
  for (const synonym of SYNONYMS[field]) {
    const index = names.indexOf(synonym);
    if (index >= 0) return index;
  }
  return null;
}

function named(header: readonly string[], name: string, field: ImportField): number {
  const matches = header.flatMap((title, index) => (plain(title) === plain(name) ? [index] : []));
  const [index] = matches;
  if (index === undefined || matches.length > 1)
    throw invalid(
      index === undefined
        ? `The file has no column “${name}”. Its columns are ${listOf(header)}.`
        : `The file has two columns “${name}”. Rename one of them.`,
      `column-${field}`,
    );
  return index;
}

const SHOWN = 12;

function listOf(header: readonly string[]): string {
  const shown = header.slice(0, SHOWN).map((title) => `“${title.trim().slice(0, 40)}”`);
  return shown.join(", ") + (header.length > SHOWN ? " and more" : "");
}
