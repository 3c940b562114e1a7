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
  return ["vtt", "srt", "json", "chat"].includes(format);
}

/** A turn of speech as the file has it. */
export type Turn = {
  /** Where it begins in the file: the number of a line, a paragraph or the turn. */
  line: number;
  speaker: string | null;
  text: string;
  /** In a format that lib/capture/import/time.ts reads. */
  time?: string;
  /** A message to one person only, which was not said to the group. */
  direct?: boolean;
};

/** The columns of turns, as they are kept while the file is previewed. */
export const TURN_COLUMNS = ["speaker", "text", "time", "direct"] as const;

export function turnCells({ speaker, text, time = "", direct = false }: Turn): string[] {
  return [speaker ?? "", text, time, direct ? "yes" : ""];
}
