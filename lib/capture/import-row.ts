import { sliceCodePoints } from "@/lib/platform/text";
import { LineText, lineProblem, readTyped, type Kind, type Source, type Stance } from "./contribution";
import type { ImportField } from "./import-columns";
import { readTime } from "./import-time";
import type { Question } from "./roundtable";

export type ImportRow = {
  /** In the file, from 1, the header's included. */
  line: number;
  text: string;
  speaker: string | null;
  questionId: string | null;
  stance: Stance | null;
  kind: Kind;
  source: Source;
  saidAt: Date | null;
};

export type RowProblem = { line: number; reason: string };

export type ImportContext = { heldOn: Date; questions: readonly Question[] };

const STANCES: Record<string, Stance> = {
  strength: "strength",
  "+": "strength",
  positive: "strength",
  improvement: "improvement",
  "-": "improvement",
  "−": "improvement",
  negative: "improvement",
  ask: "ask",
  "!": "ask",
  wanted: "ask",
  observation: "observation",
  "·": "observation",
  neutral: "observation",
};
const KINDS: Record<string, Kind> = {
  note: "note",
  gist: "note",
  "the gist": "note",
  paraphrase: "note",
  verbatim: "verbatim",
  quote: "verbatim",
  quotation: "verbatim",
  "word for word": "verbatim",
};
const SOURCES: Record<string, Source> = {
  identified: "identified",
  participant: "identified",
  "a participant": "identified",
  unidentified: "unidentified",
  unknown: "unidentified",
  "not known": "unidentified",
  room: "room",
  "the room": "room",
  host: "host",
  official: "host",
  "a host or official": "host",
  note: "note",
  "facilitator's own note": "note",
};
const MAX_SPEAKER = 200;

/** One row of a file as a line, or what is wrong with it. `cell` gives a column's words, trimmed. */
export function readRow(
  line: number,
  cell: (field: ImportField) => string,
  context: ImportContext,
): ImportRow | RowProblem {
  const words = LineText.safeParse(cell("text"));
  if (!words.success) return { line, reason: words.error.issues[0]?.message ?? "The words cannot be read" };
  const speaker = cell("speaker") || null;
  if (speaker && speaker.length > MAX_SPEAKER)
    return { line, reason: `The speaker is longer than ${MAX_SPEAKER} characters` };
  const stance = chosen(STANCES, cell("stance"), null);
  const kind = chosen(KINDS, cell("kind"), "note");
  const source = chosen(SOURCES, cell("source"), speaker ? "identified" : "unidentified");
  const questionId = readQuestion(cell("question"), context.questions);
  const saidAt = cell("time") === "" ? null : readTime(cell("time"), context.heldOn);
  if (stance === undefined)
    return {
      line,
      reason: `${quoted(cell("stance"))} is no stance. Use strength, improvement, ask or observation`,
    };
  if (kind === undefined) return { line, reason: `${quoted(cell("kind"))} is neither note nor verbatim` };
  if (source === undefined)
    return {
      line,
      reason: `${quoted(cell("source"))} is no source. Use identified, unidentified, room, host or note`,
    };
  if (questionId === undefined)
    return {
      line,
      reason: `The roundtable has no question ${quoted(cell("question"))}. Use its number or its exact words`,
    };
  if (saidAt === undefined)
    return { line, reason: `${quoted(cell("time"))} is no time. Use 14:32, or 2025-05-14 14:32` };
  const problem = lineProblem({ source, kind, participantId: speaker });
  if (problem) return { line, reason: problem.message };
  const typed = source === "note" ? { text: words.data, kind } : readTyped(words.data, kind);
  return { line, ...typed, speaker, questionId, stance, source, saidAt };
}

const QUOTED = 60;

/** A cell as a reason names it; the whole of a long one would bury the reason. */
function quoted(typed: string): string {
  const start = sliceCodePoints(typed.slice(0, 2 * QUOTED), 0, QUOTED);
  return `“${start}${start.length < typed.length ? "…" : ""}”`;
}

/** Undefined when the cell says something that is no choice. */
function chosen<T, Absent>(
  choices: Record<string, T>,
  typed: string,
  absent: Absent,
): T | Absent | undefined {
  if (typed === "") return absent;
  const key = typed.toLowerCase();
  return Object.hasOwn(choices, key) ? choices[key] : undefined;
}

function readQuestion(typed: string, questions: readonly Question[]): string | null | undefined {
  if (typed === "") return null;
  const found = questions.find(({ position, text }) =>
    /^q?\s*\d+\.?$/i.test(typed)
      ? Number(typed.replace(/\D/g, "")) === position
      : text.toLowerCase() === typed.toLowerCase(),
  );
  return found?.id;
}
