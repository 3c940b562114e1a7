/** What a file was read as. "waiting" is what the capture page gives for contributions that were not sent yet. */
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

/** Files whose columns are named by their first line; all others are turns of speech. */
export function isTable(format: Format): boolean {
  return format === "csv" || format === "xlsx";
}

/** Records of what was said word for word, unless the facilitator knows better. */
export function isTranscript(format: Format): boolean {
  return ["vtt", "srt", "json", "chat"].includes(format);
}

/** A turn of speech as a file has it. */
export type Turn = {
  /** Where it begins in the file: a line, a paragraph or the number of the turn. */
  line: number;
  speaker: string | null;
  text: string;
  /** As lib/capture/import/time.ts reads it. */
  time?: string;
  /** A message to one person alone: it was not said to the room. */
  direct?: boolean;
};

/** The columns of turns, as they are kept while the file is looked through. */
export const TURN_COLUMNS = ["speaker", "text", "time", "direct"] as const;

export function turnCells({ speaker, text, time = "", direct = false }: Turn): string[] {
  return [speaker ?? "", text, time, direct ? "yes" : ""];
}
