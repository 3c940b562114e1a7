/**
 * What of a file cannot be imported, with the words of the warnings (REFI-QDA 1.5, section 7, asks for them).
 */
const WORDS = {
  media: ["source that is not plain text was left out", "sources that are not plain text were left out"],
  "media-coding": [
    "coding of a source that is not plain text was left out",
    "codings of sources that are not plain text were left out",
  ],
  "no-text": ["source has no text", "sources have no text"],
  styled: ["source has formatting that was not imported", "sources have formatting that was not imported"],
  outside: [
    "text is outside the file and was not fetched",
    "texts are outside the file and were not fetched",
  ],
  encoding: ["text is not in UTF-8 and was not read", "texts are not in UTF-8 and were not read"],
  guid: ["entry without a valid identifier was left out", "entries without a valid identifier were left out"],
  twice: [
    "entry with an identifier that is used twice was left out",
    "entries with identifiers that are used twice were left out",
  ],
  place: [
    "passage is outside its text and was left out",
    "passages are outside their texts and were left out",
  ],
  trimmed: [
    "passage ran past the end of its text and was cut",
    "passages ran past the end of their texts and were cut",
  ],
  code: [
    "coding has a code that is not in the codebook and was left out",
    "codings have codes that are not in the codebook and were left out",
  ],
  coder: [
    "coder is not listed, so we do not know their name",
    "coders are not listed, so we do not know their names",
  ],
  reference: [
    "reference to something that is not here was left out",
    "references to something that is not here were left out",
  ],
  value: [
    "attribute value that cannot be read was left out",
    "attribute values that cannot be read were left out",
  ],
  stance: [
    "stance does not belong to a single coding and was left out",
    "stances do not belong to a single coding and were left out",
  ],
  "note-coding": ["coding of a memo was left out", "codings of memos were left out"],
  link: ["link between entries was left out", "links between entries were left out"],
  graph: ["drawing was left out", "drawings were left out"],
} as const;
export type ImportWarning = keyof typeof WORDS;

const NAMED = 5;

/** Counts what is left out while a file is read. */
export class ImportWarnings {
  private readonly counts = new Map<ImportWarning, number>();
  private readonly names = new Map<ImportWarning, string[]>();

  add(warning: ImportWarning, count = 1, name = ""): void {
    if (count === 0) return;
    this.counts.set(warning, (this.counts.get(warning) ?? 0) + count);
    const names = this.names.get(warning) ?? [];
    if (name !== "" && names.length <= NAMED) this.names.set(warning, [...names, name]);
  }

  /** A sentence for each kind, with the first names where there are any. */
  sentences(): string[] {
    return [...this.counts].map(([warning, count]) => {
      const [one, several] = WORDS[warning];
      const names = this.names.get(warning) ?? [];
      const listed = names.slice(0, NAMED).join(", ") + (names.length > NAMED ? " and others" : "");
      return `${count.toLocaleString("en-GB")} ${count === 1 ? one : several}${listed && `: ${listed}`}.`;
    });
  }
}
