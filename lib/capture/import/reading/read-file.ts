import { isWaiting } from "@/lib/capture/session/waiting-format";
import { decodeFile } from "./decode-file";
import { officeKind, unreadableKind } from "./file-kind";
import { TURN_COLUMNS, turnCells, type Format, type Turn } from "./format";
import { MAX_ROWS, refusedFile, requireSize, tooManyRows } from "./limits";
import { startsWithCue } from "./captions/parse-captions";
import { readCaptions } from "./read-captions";
import { isChat, readChat } from "./read-chat";
import { delimiterOf, readCsv, type RecordSink } from "./read-csv";
import { readDocument } from "./read-document";
import { parseJson, readJson } from "./read-json";
import { onlyHeader } from "./read-table";
import { hasHeads, readText } from "./read-text";
import { readWaiting } from "./read-waiting";
import { readXlsx } from "./read-xlsx";
import { guessFields } from "../columns";

export type Choice = { bytes: Uint8Array; fileName: string; roundtableId: string };
export type ReadFile = { format: Format; header: string[]; rows: number };

/**
 * Reads a file of any kind row by row, and says in which format. A file that cannot be read is refused with
 * what it seems to be and what to do about it.
 */
export async function readFile(choice: Choice, take: RecordSink): Promise<ReadFile> {
  const { bytes, fileName, roundtableId } = choice;
  requireSize(bytes.length);
  const unreadable = unreadableKind(bytes, fileName);
  if (unreadable) throw refusedFile(unreadable);
  const office = officeKind(bytes);
  if (office === "xlsx") return table("xlsx", bytes, take);
  if (office === "docx" || office === "odt") return turns(office, await readDocument(bytes, office), take);
  const named = /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? "";
  if (named === "csv" || named === "tsv") return table("csv", bytes, take);
  const { text } = decodeFile(bytes);
  const format = textFormat(text, named);
  if (format === "csv") return table("csv", bytes, take);
  if (format !== "json") return turns(format, await readTurns(format, text), take);
  const json = parseJson(text);
  if (!isWaiting(json)) return turns("json", readJson(json), take);
  const waiting = readWaiting(json, roundtableId);
  for (const [index, contribution] of waiting.entries()) take(index + 1, [contribution]);
  if (waiting.length === 0) throw refusedFile("There are no waiting contributions in this file.");
  return { format: "waiting", header: ["contribution"], rows: waiting.length };
}

type TextFormat = "csv" | "json" | "vtt" | "srt" | "chat" | "transcript" | "text";

function textFormat(text: string, named: string): TextFormat {
  const start = text.slice(0, 4_000).trimStart();
  if (named === "vtt" || /^WEBVTT([ \t\n]|$)/.test(start)) return "vtt";
  if (named === "srt" || startsWithCue(start)) return "srt";
  if (named === "json" || /^(\{\s*"|\[\s*\{)/.test(start)) return "json";
  if (isChat(text)) return "chat";
  const titles = (start.split("\n", 1)[0] ?? "").split(delimiterOf(start));
  if (titles.length > 1 && guessFields(titles).includes("text")) return "csv";
  return hasHeads(text) ? "transcript" : "text";
}

async function readTurns(format: Exclude<TextFormat, "csv" | "json">, text: string): Promise<Turn[]> {
  if (format === "vtt" || format === "srt") return readCaptions(text, format);
  return format === "chat" ? readChat(text) : readText(text);
}

async function table(format: "csv" | "xlsx", bytes: Uint8Array, take: RecordSink): Promise<ReadFile> {
  let header: string[] | null = null;
  let rows = 0;
  const sink = (line: number, cells: string[]) => {
    if (header === null) header = cells.map((title) => title.trim());
    else {
      if (++rows > MAX_ROWS) throw tooManyRows();
      take(line, cells);
    }
  };
  await (format === "csv" ? readCsv(bytes, sink) : readXlsx(bytes, sink));
  if (header === null)
    throw refusedFile(format === "csv" ? "This file has no lines." : "This workbook has no rows.");
  if (rows === 0) throw onlyHeader();
  return { format, header, rows };
}

function turns(format: Exclude<Format, "csv" | "xlsx">, found: readonly Turn[], take: RecordSink): ReadFile {
  if (found.every(({ text, out }) => out !== undefined || text.trim() === ""))
    throw refusedFile("We found nothing that somebody said in this file.");
  if (found.length > MAX_ROWS) throw tooManyRows();
  for (const turn of found) take(turn.line, turnCells(turn), turn.out);
  return { format, header: [...TURN_COLUMNS], rows: found.length };
}
