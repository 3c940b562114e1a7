import { entryOf, isRecord, listIn, type Entry } from "./entry";
import { areSingleWords, joinedWords, speakersByStart } from "./single-words";

/** The names under which programs keep the turns of a transcript, the more telling ones first. */
const LISTS = [
  "meeting_transcripts",
  "turns",
  "utterances",
  "audio_segments",
  "monologues",
  "sentences",
  "paragraphs",
  "segments",
  "recognizedPhrases",
  "transcription",
  "transcript",
  "entries",
  "messages",
  "captions",
  "results",
  "word_segments",
  "words",
  "items",
  "transcripts",
  "comments",
  "data",
];

/** What was chosen: the values of the list, each with what it says. */
export type TurnList = { values: readonly unknown[]; entries: Entry[]; name: string };

type Found = {
  name: string;
  values: unknown[];
  rank: number;
  depth: number;
  /** The keys that lead to it. Lists of several channels have the same. */
  path: string;
  parent: unknown;
};

/** Objects further down, and longer lists, are parts of turns. */
const DEEPEST = 8;
const FEW = 8;

/**
 * The list that holds what was said: the file itself, or the one with the most telling name whose entries have words, and
 * speakers where any has.
 */
export function turnList(json: unknown): TurnList | null {
  const found: Found[] = Array.isArray(json)
    ? [{ name: "", values: json, rank: -1, depth: 0, path: "", parent: null }]
    : [];
  collect(json, "", 0, found);
  found.sort((a, b) => a.rank - b.rank || a.depth - b.depth);
  let first: TurnList | null = null;
  for (const path of new Set(found.map((one) => one.path))) {
    const list = listOf(found.filter((one) => one.path === path));
    if (list?.entries.some(({ speaker }) => speaker !== null)) return list;
    first ??= list;
  }
  return first;
}

function collect(json: unknown, path: string, depth: number, found: Found[]): void {
  if (depth > DEEPEST) return;
  if (Array.isArray(json)) {
    if (json.length <= FEW) for (const value of json) collect(value, path, depth + 1, found);
    return;
  }
  if (!isRecord(json)) return;
  for (const [name, value] of Object.entries(json)) {
    const rank = LISTS.indexOf(name);
    const way = `${path}.${name}`;
    if (Array.isArray(value) && rank >= 0)
      found.push({ name, values: value, rank, depth, path: way, parent: json });
    // Of several readings the first is the best.
    const best =
      /^(?:alternatives|nBest)$/.test(name) && Array.isArray(value) ? (value[0] as unknown) : value;
    collect(best, way, depth + 1, found);
  }
}

function listOf(lists: readonly Found[]): TurnList | null {
  const [one] = lists;
  if (!one) return null;
  const whole = wordsOfWhole(one.values);
  if (whole) return { values: whole, entries: joinedWords(entriesOf(whole)), name: one.name };
  const values = lists.flatMap((list) => list.values);
  const speakers = speakersByStart(one.parent);
  const entries = entriesOf(values).map((entry, at): Entry => {
    const value = values[at];
    const start = isRecord(value) ? value["start_time"] : null;
    return { ...entry, speaker: entry.speaker ?? speakers.get(String(start)) ?? null };
  });
  if (entries.every(({ text }) => text === "")) return null;
  const turns = areSingleWords(entries) ? joinedWords(entries) : entries;
  return { values, entries: turns, name: one.name };
}

const entriesOf = (values: readonly unknown[]): Entry[] =>
  values.map((value) => entryOf(value) ?? { speaker: null, text: "", start: null, end: null });

/** Google ends a list of results with one that says all words again, with their speakers. */
function wordsOfWhole(values: readonly unknown[]): unknown[] | null {
  const last = listIn(values.at(-1), "alternatives")[0];
  const words = listIn(last, "words");
  const tagged = words.some((word) => isRecord(word) && "speakerTag" in word);
  return tagged && values.length > 1 && isRecord(last) && !last["transcript"] ? words : null;
}
