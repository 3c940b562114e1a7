import type { Turn } from "./format";
import type { Entry } from "./json/entry";
import { timeOf, unitOf, type Span, type Unit } from "./json/json-time";
import { leftInJson, type Left } from "./json/left-in-json";
import { turnList, type TurnList } from "./json/turn-list";
import { MAX_ROWS, refusedFile, tooManyRows } from "./limits";
import { hasSpeakers, readPrefix } from "./speech";

const NO_TURNS =
  "We cannot read what was said in this JSON file. It needs a list of entries, each with a speaker and a text. Nothing was imported.";

/**
 * A JSON transcript as turns: the list of entries that have words, on its own or under a usual name, and what stands beside
 * it as left out. Times that count from the start are "+" and seconds, whatever the file's unit.
 */
export function readJson(json: unknown): Turn[] {
  const list = turnList(json);
  if (!list) throw refusedFile(NO_TURNS);
  const { values, entries } = list;
  if (entries.length > MAX_ROWS) throw tooManyRows();
  const unit = unitOf(entries.flatMap(spanOf), knownUnit(list));
  const turns = named(entries).map(({ speaker, text, start }, index): Turn => {
    return { line: index + 1, speaker, text, time: timeOf(start, unit) };
  });
  const left = leftInJson(json, values, entries);
  const rows = (first: boolean) => left.filter(({ before }) => before === first);
  return [
    ...rows(true).flatMap((one) => rowsOf(one, 1)),
    ...turns,
    ...rows(false).flatMap((one) => rowsOf(one, turns.length)),
  ];
}

/** Entries that are texts alone may begin with their speakers. */
function named(entries: readonly Entry[]): readonly Entry[] {
  const without = entries.filter(({ speaker }) => speaker === null);
  const isNamed =
    without.length === entries.length && hasSpeakers(without.map(({ text }) => ({ line: 0, text })));
  return isNamed ? entries.map((entry) => ({ ...entry, ...readPrefix(entry.text) })) : entries;
}

function spanOf({ start, end, text }: Entry): Span[] {
  if (!start || "words" in start || start.unit !== null) return [];
  const until = end && !("words" in end) ? end.number : null;
  return [{ start: start.number, end: until, words: text.split(/\s+/).filter(Boolean).length }];
}

/** AssemblyAI counts milliseconds; Whisper and Deepgram seconds. */
function knownUnit({ values, name }: TurnList): Unit | null {
  const [first] = values;
  const has = (key: string) => typeof first === "object" && first !== null && key in first;
  if (has("avg_logprob") || has("no_speech_prob") || has("channel")) return "s";
  return name === "utterances" && has("confidence") ? "ms" : null;
}

const BESIDE = "It stands beside the list of what was said";
const AGAIN = "It says again what the turns say";
const LONG_ROW = 2_000;
const SHOWN = 100;

function rowsOf({ key, text, repeats }: Left, line: number): Turn[] {
  const words = key === "" ? text : `${key}: ${text}`;
  if (repeats) {
    const cut = words.length > SHOWN ? `${words.slice(0, SHOWN)}…` : words;
    return [{ line, speaker: null, text: cut, out: AGAIN }];
  }
  const rows: Turn[] = [];
  for (let from = 0; from < words.length;) {
    const space = words.length - from > LONG_ROW ? words.lastIndexOf(" ", from + LONG_ROW) : -1;
    const until = space > from ? space : Math.min(words.length, from + LONG_ROW);
    rows.push({ line, speaker: null, text: words.slice(from, until).trim(), out: BESIDE });
    from = until;
  }
  return rows;
}

const DAMAGED =
  "This JSON file cannot be read because it is damaged or not complete. Save it again from the program that made it.";

/** Some programs write an object a line, and no list around them. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return parseLines(text);
  }
}

function parseLines(text: string): unknown[] {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  if (lines.length < 2 || !lines.every((line) => /^\s*\{/.test(line))) throw refusedFile(DAMAGED);
  try {
    return lines.map((line) => JSON.parse(line) as unknown);
  } catch {
    throw refusedFile(DAMAGED);
  }
}
