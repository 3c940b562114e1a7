import { ContributionText, type Wording } from "@/lib/capture/contribution/contribution";
import type { Stance } from "@/lib/capture/contribution/stance";
import { contributionProblem, readTyped } from "@/lib/capture/contribution/contribution-rules";
import type { Question } from "@/lib/capture/roundtable/roundtable";
import { type Source } from "@/lib/capture/roundtable/source";
import { sliceCodePoints } from "@/lib/platform/text/code-points";
import type { ImportField } from "./columns";
import type { Beginning } from "./time/beginning";
import { readTime, type TimeKind } from "./time/read-time";

export type ImportRow = {
  /** In the file, from 1, including the header. */
  line: number;
  text: string;
  speaker: string | null;
  questionId: string | null;
  stance: Stance | null;
  wording: Wording;
  source: Source;
  /** null where the file does not say, or says what is not read as a time: then `timeUnread`. */
  saidAt: Date | null;
  timeUnread: boolean;
};

/** Why a row is not imported. `entry` is the cell's text; it is shown, and never stored. */
export type RowProblem = { line: number; reason: string; entry?: string };

export type ImportContext = Beginning & {
  questions: readonly Question[];
  wording: Wording;
  /** null where the times are left out. */
  timeKind: TimeKind | null;
};

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
const WORDINGS: Record<string, Wording> = {
  note: "gist",
  gist: "gist",
  "the gist": "gist",
  paraphrase: "gist",
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
  group: "group",
  "the group": "group",
  room: "group",
  "the room": "group",
  host: "host",
  official: "host",
  "a host or official": "host",
  note: "note",
  "facilitator's own note": "note",
};
const MAX_SPEAKER = 200;

/** One row of a file as a contribution, or why it cannot be one. `cell` returns a column's words, trimmed. */
export function readRow(
  line: number,
  cell: (field: ImportField) => string,
  context: ImportContext,
): ImportRow | RowProblem {
  if (cell("text") === "") return { line, reason: "It has no words" };
  const words = ContributionText.safeParse(cell("text"));
  if (!words.success) return { line, reason: words.error.issues[0]?.message ?? "The words cannot be read" };
  const speaker = cell("speaker") || null;
  if (speaker && (speaker.length > MAX_SPEAKER || !ContributionText.safeParse(speaker).success))
    return {
      line,
      reason: `The speaker is longer than ${MAX_SPEAKER} characters, or contains characters that are not text`,
    };
  const said = (field: ImportField) => ({ line, entry: quoted(cell(field)) });
  const stance = chosen(STANCES, cell("stance"), null);
  if (stance === undefined)
    return { ...said("stance"), reason: "is not a stance. Use strength, improvement, ask or observation" };
  const wording = chosen(WORDINGS, cell("wording"), context.wording);
  if (wording === undefined) return { ...said("wording"), reason: "is not gist or verbatim" };
  const source = chosen(SOURCES, cell("source"), speaker ? "identified" : "unidentified");
  if (source === undefined)
    return { ...said("source"), reason: "is not a source. Use participant, unknown, group, host or note" };
  const questionId = readQuestion(cell("question"), context.questions);
  if (questionId === undefined)
    return {
      ...said("question"),
      reason: "is not a question of the roundtable. Use its number or its exact words",
    };
  const saidAt = (context.timeKind !== null && readTime(cell("time"), context.timeKind, context)) || null;
  const own = source === "note" && cell("wording") === "" ? "gist" : wording;
  const problem = contributionProblem({ source, wording: own, participantId: speaker });
  if (problem) return { line, reason: problem.message };
  const typed = source === "note" ? { text: words.data, wording: own } : readTyped(words.data, own);
  const timeUnread = cell("time") !== "" && saidAt === null;
  return { line, ...typed, speaker, questionId, stance, source, saidAt, timeUnread };
}

/** The reason as the facilitator reads it, with the cell's text. */
export function reasonShown({ entry, reason }: RowProblem): string {
  return entry === undefined ? reason : `${entry} ${reason}`;
}

/** The reason as it is stored: without any words of the file. */
export function reasonKept({ entry, reason }: RowProblem): string {
  return entry === undefined ? reason : `An entry ${reason}`;
}

const QUOTED = 60;

/** A cell as a reason quotes it, shortened where it is long. */
function quoted(typed: string): string {
  const start = sliceCodePoints(typed.slice(0, 2 * QUOTED), 0, QUOTED);
  return `“${start}${start.length < typed.length ? "…" : ""}”`;
}

/** Undefined when the cell's text is not one of the choices. */
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
