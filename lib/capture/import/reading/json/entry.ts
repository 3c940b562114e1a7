import { writtenTime, type Written } from "./json-time";

/** One entry of a list as a turn: who said what and when, as the program wrote it. */
export type Entry = { speaker: string | null; text: string; start: Written | null; end: Written | null };

const TEXTS = [
  "text",
  "content",
  "utterance",
  "transcript",
  "sentence",
  "punctuated_word",
  "word",
  "words",
  "message",
  "body",
  "comment",
  "display",
  "caption",
  "value",
];
const SPEAKERS = [
  "speaker",
  "speaker_name",
  "speakerName",
  "speakerDisplayName",
  "speaker_label",
  "speakerLabel",
  "speaker_id",
  "speakerId",
  "speakerTag",
  "participant",
  "name",
  "author",
  "from",
  "user",
  "username",
];
const STARTS = [
  "start",
  "startTime",
  "start_time",
  "startOffset",
  "start_ms",
  "startMs",
  "start_offset",
  "begin",
  "time",
  "offset",
  "timestamp",
  "ts",
  "date",
];
const ENDS = ["end", "endTime", "end_time", "endOffset", "end_ms", "endMs", "end_ts"];
/** Where programs keep the readings of one entry, the best first, or its parts. */
const INSIDE = ["alternatives", "nBest", "elements", "sentences", "words"];

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export const listIn = (json: unknown, key: string): unknown[] => {
  const value = isRecord(json) ? json[key] : undefined;
  return Array.isArray(value) ? value : [];
};

/** An entry without words gives an empty text; one that is no object and no text gives null. */
export function entryOf(value: unknown): Entry | null {
  if (typeof value === "string") return { speaker: null, text: value.trim(), start: null, end: null };
  if (!isRecord(value)) return null;
  return {
    speaker: speakerIn(value),
    text: wordsIn(value, 0),
    start: timeIn(value, STARTS, "from"),
    end: timeIn(value, ENDS, "to"),
  };
}

function wordsIn(value: Record<string, unknown>, depth: number): string {
  for (const key of TEXTS) {
    const words = value[key];
    if (typeof words === "string" && words.trim() !== "") return words.trim();
    // Parts of a message, some of them plain and some in bold.
    if (key !== "words" && Array.isArray(words)) return partsOf(words, "", depth);
  }
  if (depth > 2) return "";
  for (const key of INSIDE) {
    const parts = listIn(value, key);
    const [best] = parts;
    if (parts.length === 0) continue;
    if (key === "alternatives" || key === "nBest") return isRecord(best) ? wordsIn(best, depth + 1) : "";
    return partsOf(parts, key === "elements" ? "" : " ", depth);
  }
  return "";
}

function partsOf(parts: readonly unknown[], joiner: string, depth: number): string {
  const texts = parts.map((part) => {
    if (typeof part === "string") return part;
    if (!isRecord(part)) return "";
    // The spaces between words are elements too.
    return joiner === "" && typeof part["value"] === "string" ? part["value"] : wordsIn(part, depth + 1);
  });
  return texts.join(joiner).trim();
}

function speakerIn(value: Record<string, unknown>): string | null {
  for (const key of SPEAKERS) {
    const named = nameOf(value[key]);
    if (named !== null) return named;
  }
  const [first, ...others] = listIn(value, "words").map((word) =>
    isRecord(word) ? nameOf(word["speaker"]) : null,
  );
  return first !== undefined && others.every((other) => other === first) ? first : null;
}

function nameOf(value: unknown): string | null {
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return value.trim() || null;
  if (!isRecord(value)) return null;
  return nameOf(value["name"] ?? value["displayName"] ?? value["label"] ?? value["id"]);
}

function timeIn(
  value: Record<string, unknown>,
  keys: readonly string[],
  bound: "from" | "to",
): Written | null {
  for (const key of keys) {
    const time = writtenTime(value[key], key);
    if (time) return time;
  }
  const [stamps, offsets] = [value["timestamps"], value["offsets"]];
  if (isRecord(offsets)) return writtenTime(offsets[bound], "ms");
  if (isRecord(stamps)) return writtenTime(stamps[bound], bound);
  const first = listIn(value, "elements").find((part) => isRecord(part) && typeof part["ts"] === "number");
  if (bound === "from" && isRecord(first)) return writtenTime(first["ts"], "ts");
  const inside = listIn(value, "alternatives")[0];
  const words = listIn(isRecord(inside) ? inside : value, "words");
  const word = bound === "from" ? words[0] : words.at(-1);
  return isRecord(word) ? timeIn({ ...word, words: [] }, keys, bound) : null;
}
