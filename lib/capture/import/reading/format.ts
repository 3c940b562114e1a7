/**
 * The format that a file was read as. "waiting" is the file of unsent contributions that the capture page
 * offers.
 */
export const FORMATS = [
  "csv",
  "xlsx",
  "docx",
  "odt",
  "text",
  "transcript",
  "vtt",
  "srt",
  "chat",
  "json",
  "waiting",
] as const;
export type Format = (typeof FORMATS)[number];

export const FORMAT_WORDS: Record<Format, string> = {
  csv: "CSV",
  xlsx: "Excel workbook",
  docx: "Word document",
  odt: "OpenDocument text",
  text: "Plain text",
  transcript: "Transcript (text)",
  vtt: "Subtitles (WebVTT)",
  srt: "Subtitles (SRT)",
  chat: "Chat of an online meeting",
  json: "Transcript (JSON)",
  waiting: "Contributions that waited on a device",
};

/** Files whose first line names their columns; all others are turns of speech. */
export function isTable(format: Format): boolean {
  return format === "csv" || format === "xlsx";
}

/** Formats that record speech word for word, unless the facilitator says otherwise. */
export function isTranscript(format: Format): boolean {
  return ["vtt", "srt", "json", "chat", "transcript"].includes(format);
}

/**
 * A turn of speech as the file has it, or a part of the file that is none: a reader gives every word of the file in one or
 * the other.
 */
export type Turn = {
  /** Where it begins in the file: the number of a line, a paragraph or the turn. */
  line: number;
  speaker: string | null;
  text: string;
  /** As the file writes it, or "+" and the seconds since the start. */
  time?: string;
  /** Why it is left out, as a sentence without its full stop: "It repeats the caption before it". */
  out?: string;
};

/** A row of a file: a record of a table, or a turn. */
export type FileRow = {
  line: number;
  cells: string[];
  /** Why the reader left it out of what can be imported. */
  out?: string;
  /** The sheet of a workbook, by its place. */
  sheet?: number;
};

/** Is given each row of a file in its order. */
export type RowSink = (row: FileRow) => void;

/** The columns of turns, as they are kept while the file is previewed. */
export const TURN_COLUMNS = ["speaker", "text", "time"] as const;

export function rowOfTurn({ line, speaker, text, time = "", out }: Turn): FileRow {
  const cells = [speaker ?? "", text, time];
  return out === undefined ? { line, cells } : { line, cells, out };
}
