import { readPrefix } from "../speech";

/** The head of a turn: who speaks and when, and the words that follow on the same line. */
export type Head = { speaker: string | null; time: string; text: string };

const DATE = String.raw`(?:\d{4}-\d{2}-\d{2}[T ]|\d{1,2}\/\d{1,2}\/\d{2,4},? )?`;
/** Padded or not, with parts of a second and halves of a day. */
const CLOCK = String.raw`(?:\d{1,3}:\d{1,2}:\d{1,2}|\d{1,3}:\d{2})(?:[.,]\d{1,7})?(?: ?[AaPp]\.?[Mm]\b\.?)?`;
const RANGE = String.raw`(?: ?(?:-->|->|[-–—]|to) ?${DATE}${CLOCK})?`;
/** A time or a span of time, in brackets or without; what counts is when it begins. */
const STAMP = new RegExp(
  String.raw`(?<![\p{L}\p{N}:.,])(?:([[(<{]) ?)?(${DATE}${CLOCK})${RANGE} ?[\])>}]?(?![\p{L}\p{N}])`,
  "u",
);
/** Longer lines than this are words, whatever time stands in them. */
const MAX_HEAD = 160;

/**
 * A line that says who speaks and when: "Ada Lane  0:03", "[0:03] Ada Lane: words", "Ada Lane (0:03): words", "00:00:03
 * Speaker 1", or a time alone. Null for words.
 */
export function headOf(line: string): Head | null {
  const typed = line.slice(0, MAX_HEAD);
  if (!/\d:\d/.test(typed)) return null;
  const start = typed.replaceAll("\u00a0", " ").trim();
  const stamp = STAMP.exec(start);
  if (!stamp) return null;
  const [whole, bracket = "", time = ""] = stamp;
  const before = start.slice(0, stamp.index);
  const rest = line.trim().slice(stamp.index + whole.length);
  return before.trim() === ""
    ? timeFirst(time, bracket !== "", rest.trim())
    : nameFirst(before, time, bracket !== "", rest);
}

function timeFirst(time: string, isBracketed: boolean, rest: string): Head | null {
  const after = rest.replace(/^[-–—|:] ?/, "");
  if (after === "") return { speaker: null, time, text: "" };
  const prefixed = readPrefix(after);
  if (prefixed) return { time, ...prefixed };
  if (isName(after, "sure")) return { speaker: after, time, text: "" };
  return isBracketed ? { speaker: null, time, text: after } : null;
}

function nameFirst(before: string, time: string, isBracketed: boolean, rest: string): Head | null {
  const isApart = isBracketed || /(?: {2}|\t|[-–—|,:]) ?$/.test(before);
  const speaker = withoutColon(before.trimEnd().replace(/[-–—|,]$/, ""));
  if (!isName(speaker, isApart ? "likely" : "sure")) return null;
  const text = rest.replace(/^ ?: ?/, "").trim();
  const isParted = text === "" || /^ ?:/.test(rest) || (isBracketed && isName(speaker, "sure"));
  return isParted ? { speaker, time, text } : null;
}

/** "Ada Lane:" as "Ada Lane". */
export function withoutColon(name: string): string {
  return name.trimEnd().replace(/:$/, "").trim();
}

const MAX_NAME = 80;
const MAX_WORDS = 8;
const SMALL =
  /^(?:d[aeiu]|del|della|der|den|van|von|ten|ter|la|le|al|el|bin|ibn|bint|of|the|and|at|y|e|&|[-–—/|])$/iu;
const NUMBERED =
  /^(?:speaker|participant|interviewer|interviewee|respondent|facilitator|unknown speaker)(?: ?[\dA-Z]{1,3})?$/iu;

const MONTH = /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\b/i;
const DAY = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b/i;

/** "12 May 2026" is nobody, and neither is "Monday". */
function isDate(text: string): boolean {
  return (
    /\d{1,4}[./-]\d{1,2}[./-]\d{1,4}/.test(text) || DAY.test(text) || (/\d/.test(text) && MONTH.test(text))
  );
}

/**
 * Whether a line can be somebody's name. It is "sure" where its words begin with capital letters, as those of names do; a
 * time that stands apart makes other names likely too.
 */
export function isName(text: string, how: "sure" | "likely"): boolean {
  if (text.length > MAX_NAME || !/\p{L}/u.test(text) || text.split(/\s+/).length > MAX_WORDS) return false;
  if (NUMBERED.test(text)) return true;
  if (isDate(text)) return false;
  // A sentence ends with such a sign; a name ends with an initial at most.
  if (/[.?!;:…]["”’)]*$/u.test(text) && !/(?:^|\s)(?:\p{L}|Jr|Sr)\.$/u.test(text)) return false;
  if (how === "likely") return !/[:;?!]/.test(text);
  const outside = text.replace(/[([][^()[\]]*[)\]]/g, " ").trim();
  return (
    outside !== "" &&
    outside.split(/\s+/).every((word) => /^[\p{Lu}\p{Lo}\p{N}"“'‘]/u.test(word) || SMALL.test(word))
  );
}

/** "Speaker 1" alone on its line. */
export function isNumberedSpeaker(text: string): boolean {
  return text.length <= MAX_NAME && NUMBERED.test(text);
}
