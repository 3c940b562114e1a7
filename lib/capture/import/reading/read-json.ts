import { z } from "zod";
import type { Turn } from "./format";
import { MAX_ROWS, refusedFile, tooManyRows } from "./limits";

const text = z.string().nullish();
const time = z.union([z.string(), z.number()]).nullish();
const JsonTurn = z.object({
  speaker: z.union([z.string(), z.number(), z.object({ name: text })]).nullish(),
  name: text,
  author: text,
  text,
  content: text,
  utterance: text,
  words: text,
  message: text,
  start: time,
  startTime: time,
  start_time: time,
  time,
});
const Turns = z.array(JsonTurn).min(1);

/** The names under which programs keep the turns of a transcript. */
const LISTS = [
  "meeting_transcripts",
  "turns",
  "utterances",
  "segments",
  "transcript",
  "messages",
  "results",
  "data",
];

const NO_TURNS =
  "We cannot read what was said in this JSON file. It needs a list of entries, each with a speaker and a text. Nothing was imported.";

/**
 * A JSON transcript as turns: a list of entries with a speaker and words, on its own or under a usual name.
 */
export function readJson(json: unknown): Turn[] {
  const list = Array.isArray(json) ? json : LISTS.map((name) => property(json, name)).find(Array.isArray);
  if (Array.isArray(list) && list.length > MAX_ROWS) throw tooManyRows();
  const parsed = Turns.safeParse(list);
  if (!parsed.success) throw refusedFile(NO_TURNS);
  const turns = parsed.data.map((turn, index) => {
    const words = turn.text ?? turn.content ?? turn.utterance ?? turn.words ?? turn.message ?? null;
    const start = turn.start ?? turn.startTime ?? turn.start_time ?? turn.time ?? null;
    const { speaker } = turn;
    const named = typeof speaker === "object" && speaker !== null ? speaker.name : speaker;
    return {
      line: index + 1,
      words,
      speaker: String(named ?? turn.name ?? turn.author ?? "").trim() || null,
      time: start === null ? "" : timeOf(start),
    };
  });
  if (turns.every(({ words }) => words === null)) throw refusedFile(NO_TURNS);
  return turns.map(({ words, ...turn }) => ({ ...turn, text: words?.trim() ?? "" }));
}

/**
 * Small numbers are seconds since the start; a value that is not a time is left out rather than guessed at.
 */
function timeOf(start: string | number): string {
  if (typeof start === "number") return start < 1_000_000 ? `+${start}` : String(Math.round(start));
  const clock = /^(\d{1,2}):(\d{2}):(\d{2})([.,]\d+)?$/.exec(start);
  if (clock && clock[4]) return `+${Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3])}`;
  return /^\d+(\.\d+)?$/.test(start) && Number(start) < 1_000_000 ? `+${start}` : start;
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw refusedFile(
      "This JSON file cannot be read because it is damaged or not complete. Save it again from the program that made it.",
    );
  }
}

function property(json: unknown, name: string): unknown {
  return typeof json === "object" && json !== null ? Reflect.get(json, name) : undefined;
}
