import { isWaiting } from "@/lib/capture/session/waiting-format";
import { guessFields } from "../columns";
import { startsWithCue } from "./captions/parse-captions";
import type { Asked, Conclusions } from "./conclusions";
import { isAttendanceReport } from "@/lib/capture/registration/attendance-report";
import { decodeFile, decodePieces } from "./decode-file";
import { officeKind, unreadableKind } from "./file-kind";
import { rowOfTurn, TURN_COLUMNS, type Format, type RowSink, type Turn } from "./format";
import { MAX_ROWS, refusedFile, requireSize, tooManyRows } from "./limits";
import { readCaptions } from "./captions/read-captions";
import { isChat, readChat } from "./chat/read-chat";
import { readDocument } from "./read-document";
import { parseJson, readJson } from "./read-json";
import { hasHeads, readText } from "./read-text";
import { readWaiting } from "./read-waiting";
import { judgeSeparator } from "./table/judge-separator";
import { readTableRows } from "./table/read-table-rows";

export type Choice = { bytes: Uint8Array; fileName: string; roundtableId: string; asked?: Asked };
export type ReadFile = {
  format: Format;
  header: string[];
  /** How many can come in. */
  rows: number;
  concluded: Partial<Conclusions>;
};

/** What a text can be read as. */
const TEXT_FORMATS = ["csv", "text", "transcript", "chat", "vtt", "srt", "json"] as const;
type TextFormat = (typeof TEXT_FORMATS)[number];

/**
 * Reads a file of any kind row by row, and says in which format. A file that cannot be read is refused with
 * what it seems to be and what to do about it.
 */
export async function readFile(choice: Choice, take: RowSink): Promise<ReadFile> {
  const { bytes, fileName, asked = {} } = choice;
  requireSize(bytes.length);
  const unreadable = unreadableKind(bytes, fileName);
  if (unreadable) throw refusedFile(unreadable);
  const office = officeKind(bytes);
  if (office === "xlsx") return readTableRows("xlsx", bytes, asked, take);
  if (office === "docx" || office === "odt") return turns(office, await readDocument(bytes, office), take);
  return readTextFile(choice, take);
}

async function readTextFile(choice: Choice, take: RowSink): Promise<ReadFile> {
  const { bytes, fileName, roundtableId, asked = {} } = choice;
  const named = /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? "";
  if (asked.format === undefined && isAttendanceReport(startOf(choice))) throw refusedFile(PEOPLE);
  const wanted = TEXT_FORMATS.find((format) => format === asked.format);
  const isTable = wanted === "csv" || (wanted === undefined && (named === "csv" || named === "tsv"));
  const read = isTable ? null : decodeFile(bytes, asked.encoding);
  const format = isTable || !read ? "csv" : (wanted ?? textFormat(read.text, named));
  const concluded = { formats: TEXT_FORMATS.filter((one) => one !== format) };
  if (format === "csv" || !read) {
    const table = await readTableRows("csv", bytes, asked, take);
    return { ...table, concluded: { ...table.concluded, ...concluded } };
  }
  const { text, candidates, ...decoded } = read;
  const json = format === "json" ? parseJson(text) : null;
  if (json !== null && isWaiting(json)) return waiting(readWaiting(json, roundtableId), take);
  const found = format === "json" ? readJson(json) : readTurns(format, text);
  return turns(format, found, take, { ...concluded, ...decoded, encodings: [...candidates] });
}

const PEOPLE =
  "This file lists who was at the meeting, and not what was said. Add it on the roundtable’s page of people, under “Add from a list”.";

function startOf({ bytes, asked }: Choice): string {
  const [start = ""] = decodePieces(bytes, asked?.encoding).pieces();
  return start;
}

function textFormat(text: string, named: string): TextFormat {
  const start = text.slice(0, 4_000).trimStart();
  if (named === "vtt" || /^WEBVTT([ \t\n]|$)/.test(start)) return "vtt";
  if (named === "srt" || startsWithCue(start)) return "srt";
  if (named === "json" || /^(\{\s*"|\[\s*\{)/.test(start)) return "json";
  if (isChat(text)) return "chat";
  const titles = (start.split("\n", 1)[0] ?? "").split(judgeSeparator(start));
  if (titles.length > 1 && guessFields(titles).includes("text")) return "csv";
  return hasHeads(text) ? "transcript" : "text";
}

function readTurns(format: Exclude<TextFormat, "csv" | "json">, text: string): Turn[] {
  if (format === "vtt" || format === "srt") return readCaptions(text, format);
  if (format === "chat") return readChat(text);
  return readText(text, { heads: format === "transcript" });
}

function turns(
  format: Format,
  found: readonly Turn[],
  take: RowSink,
  concluded: Partial<Conclusions> = {},
): ReadFile {
  const taken = found.filter(({ out }) => out === undefined);
  if (taken.every(({ text }) => text.trim() === ""))
    throw refusedFile("We found nothing that somebody said in this file.");
  if (taken.length > MAX_ROWS) throw tooManyRows();
  for (const turn of found) take(rowOfTurn(turn));
  return { format, header: [...TURN_COLUMNS], rows: taken.length, concluded };
}

function waiting(contributions: readonly string[], take: RowSink): ReadFile {
  if (contributions.length === 0) throw refusedFile("There are no waiting contributions in this file.");
  for (const [index, contribution] of contributions.entries())
    take({ line: index + 1, cells: [contribution] });
  return { format: "waiting", header: ["contribution"], rows: contributions.length, concluded: {} };
}
