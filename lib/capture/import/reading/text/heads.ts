import type { Line } from "./lines";
import { canBeName, cleanName, looksLikeName } from "./names";
import { timeAlone, TIMED } from "./when";

/** What begins a turn: who speaks and when, and the words that stand on the same line. */
export type Head = {
  speaker: string | null;
  time: string;
  text: string;
  /** How many lines the head takes. */
  lines: number;
  /** How name and time are set apart, which is the same in all heads of a file. */
  style?: string;
  /** Why all of it is left out, as for a row. */
  out?: string;
};

/** Reads the head of a turn that begins at a line; null where none does. */
export type Shape = (lines: readonly Line[], at: number) => Head | null;

/** A longer line is words: no head needs as much. */
const LONGEST_NAME = 160;
const SIGNS = /^[\s|•·–—:,-]+/;

const IN_BRACKETS = /^\[([^[\]]{1,80})\]$/;
const AT_END = new RegExp(String.raw`(?<=[\s|•·–—:,([-])${TIMED}:?$`);

/** "Ada Lane  0:03", "Ada Lane (Guest) [00:01:02]:", "Ada Lane - 00:03", with the words below. */
export const nameThenTime: Shape = (lines, at) => {
  const line = lines[at]?.text ?? "";
  if (line.length > LONGEST_NAME) return null;
  const end = AT_END.exec(line);
  if (!end?.[1]) return null;
  const before = line.slice(0, end.index).replace(/[([]$/, "");
  // Zoom saves the transcript of a running meeting as "[Ada Lane] 14:02:11".
  const signed = withoutSigns(before);
  const name = IN_BRACKETS.exec(signed)?.[1]?.trim() ?? signed;
  const bare = /[^\s|•·–—:,-] $/.test(before) && !/[)\]]:?$/.test(line);
  if (name.includes(": ") || !(bare ? looksLikeName(name) : canBeName(name))) return null;
  const between = before.slice(signed.length);
  const sign = /[|•·–—:,-]/.exec(between)?.[0] ?? (bare ? "space" : "wide");
  return { speaker: cleanName(name), time: end[1], text: "", lines: 1, style: `${sign}${bracket(end[0])}` };
};

const bracket = (timed: string) => /^[([]/.exec(timed)?.[0] ?? "";

/** Without the signs that programs put between a name and a time. */
function withoutSigns(before: string): string {
  let end = before.length;
  while (end > 0 && SIGNS.test(before.charAt(end - 1))) end--;
  return before.slice(0, end);
}

const AT_START = new RegExp(String.raw`^${TIMED}(?=[\s|•·–—:,\]-]|$)`);

function afterTime(line: string): { time: string; rest: string; style: string } | null {
  const start = AT_START.exec(line.slice(0, LONGEST_NAME));
  if (!start?.[1]) return null;
  const rest = line.slice(start[0].length).replace(SIGNS, "");
  return rest === "" ? null : { time: start[1], rest, style: bracket(start[0]) };
}

/** A clock as people type it, which only a name and a colon tell from a number: "9.30 Ada: words", "9am Ada: words". */
const TYPED = /^(\d{1,2}(?:\.[0-5]\d)?(?:\s?[ap]\.?m\.?)?)\s(?:[-–—]\s)?(?=\p{Lu})/u;

function afterTyped(line: string): Head | null {
  const start = TYPED.exec(line.slice(0, LONGEST_NAME));
  if (!start?.[1] || !/[.apm]/i.test(start[1])) return null;
  const named = beforeColon(line.slice(start[0].length));
  return named && { ...named, time: start[1], lines: 1, style: "typed" };
}

/** "0:03 Ada Lane" with the words below, or "[00:01:02] Ada Lane: words", or with tabs between the three. */
export const timeThenName: Shape = (lines, at) => {
  const found = afterTime(lines[at]?.text ?? "");
  if (!found) return afterTyped(lines[at]?.text ?? "");
  const { time, rest, style } = found;
  const named = beforeColon(rest);
  if (named) return { ...named, time, lines: 1, style };
  const below = lines[at + 1];
  const alone = looksLikeName(rest) && below !== undefined && afterTime(below.text) === null;
  return alone ? { speaker: cleanName(rest), time, text: "", lines: 1, style } : null;
};

function beforeColon(rest: string): { speaker: string; text: string } | null {
  const colon = rest.slice(0, LONGEST_NAME).search(/:(?:\s|$)|\t/);
  const name = colon < 0 ? "" : rest.slice(0, colon).trim();
  if (!canBeName(name)) return null;
  return { speaker: cleanName(name), text: rest.slice(colon + 1).trim() };
}

const COLON_TIME = new RegExp(String.raw`^([^:]{1,80}):(?:\s?(?=[([])|\t\s*|\s{2,})${TIMED}(?=\s|$)`);

/** "Ada Lane: [0:03] words". */
export const nameColonTime: Shape = (lines, at) => {
  const line = lines[at]?.text ?? "";
  const found = COLON_TIME.exec(line.slice(0, LONGEST_NAME));
  const name = found?.[1]?.trim() ?? "";
  if (!found?.[2] || !canBeName(name)) return null;
  return {
    speaker: cleanName(name),
    time: found[2],
    text: line.slice(found[0].length).trim(),
    lines: 1,
    style: /[([]/.exec(found[0].slice(name.length))?.[0] ?? "",
  };
};

/** A name, the time below it, and the words below that. */
export const nameAboveTime: Shape = (lines, at) => {
  const name = lines[at]?.text ?? "";
  const time = timeAlone(lines[at + 1]?.text ?? "");
  return time !== null && looksLikeName(name) ? { speaker: cleanName(name), time, text: "", lines: 2 } : null;
};

/** A time, the name below it, and the words below that. */
export const timeAboveName: Shape = (lines, at) => {
  const time = timeAlone(lines[at]?.text ?? "");
  const name = (lines[at + 1]?.text ?? "").replace(/:$/, "");
  const below = lines[at + 2];
  if (time === null || !looksLikeName(name) || !below || timeAlone(below.text) !== null) return null;
  return { speaker: cleanName(name), time, text: "", lines: 2 };
};

/** A time alone, with words below it and nobody named. */
export const timeAboveWords: Shape = (lines, at) => {
  const time = timeAlone(lines[at]?.text ?? "");
  return time === null ? null : { speaker: null, time, text: "", lines: 1 };
};

/** "0:03 words", with nobody named. */
export const timeThenWords: Shape = (lines, at) => {
  const found = afterTime(lines[at]?.text ?? "");
  return found && { speaker: null, time: found.time, text: found.rest, lines: 1, style: found.style };
};
