import { runBefore, codePointOffsets } from "@/lib/platform/text/code-points";

/**
 * Where sentences of `text` after the first begin, in code points: after a full stop, question mark,
 * exclamation mark or ellipsis (with closing quotation marks and brackets) and white space, and after a line
 * break. The full stop of an abbreviation ends no sentence. A capital is not required, because people who
 * type fast leave it out, except after an ellipsis or a full stop that may belong to an abbreviation.
 */
export function sentenceStarts(text: string): number[] {
  const points = codePointOffsets(text);
  return startsIn(text).map(points);
}

/** The same in UTF-16 units. Each white space is looked at once, with the signs directly before it. */
function startsIn(text: string): number[] {
  const starts: number[] = [];
  let before: Space = { start: 0, end: 0, breaks: true };
  for (const { 0: white, index } of text.matchAll(/\s+/g)) {
    const space = { start: index, end: index + white.length, breaks: white.includes("\n") };
    if (space.start > 0 && space.end < text.length && endsSentence(text, before, space))
      starts.push(space.end);
    // What begins a text begins a line.
    before = { ...space, breaks: space.breaks || space.start === 0 };
  }
  return starts;
}

/** White space, in UTF-16 units, and whether a line ends in it. */
type Space = { start: number; end: number; breaks: boolean };

/**
 * Abbreviations whose full stop never ends a sentence, because something always follows. Without their last
 * full stop.
 */
const NEVER = new Set(
  [
    "mr",
    "mrs",
    "ms",
    "mx",
    "dr",
    "prof",
    "rev",
    "st",
    "sr",
    "jr",
    "vs",
    "e.g",
    "i.e",
    "eg",
    "ie",
    "cf",
  ].concat(["viz", "approx", "esp", "incl", "fig", "dept", "ed", "eds", "vol"]),
);
/** Abbreviations after which a sentence ends where a capital letter follows. */
const PERHAPS = new Set(["etc", "a.m", "p.m", "am", "pm", "inc", "ltd", "co", "al", "min", "max"]);
/** Abbreviations that come before a number. */
const BEFORE_NUMBER = new Set(["no", "nos", "p", "pp", "para", "ch", "sec", "yr", "yrs"]);

/** `before` is the white space before the last word. */
function endsSentence(text: string, before: Space, { start, end, breaks }: Space): boolean {
  if (breaks) return true;
  const closing = runBefore(text, start, /["'”’)\]]/);
  const stop = runBefore(text, closing, /[.!?…]/);
  if (stop === closing) return false;
  if (text[stop] === "…" || text.startsWith("..", stop)) return isCapital(text, end);
  if (text[stop] !== ".") return true;
  const wordStart = runBefore(text, stop, /[\p{L}\p{N}.]/u);
  const word = text.slice(wordStart, stop);
  const plain = word.toLowerCase();
  if (NEVER.has(plain)) return false;
  if (PERHAPS.has(plain)) return isCapital(text, end);
  if (BEFORE_NUMBER.has(plain)) return !/\d/.test(text[end] ?? "");
  // "J. Smith", "U.K. schools"; but "So do I."
  if (/^\p{Lu}$/u.test(word) && word !== "I") return false;
  if (/^(?:\p{L}\.)+\p{L}$/u.test(word)) return false;
  // "1. First" is a number of a list.
  return !/^\d{1,2}$/.test(word) || !(before.breaks && before.end === wordStart);
}

/** Whether a capital letter comes next, with quotation marks and brackets before it. */
function isCapital(text: string, at: number): boolean {
  const opening = /["'“‘([]*\p{Lu}/uy;
  opening.lastIndex = at;
  return opening.test(text);
}

export type Place = {
  /** In code points. */
  at: number;
  /** The last words before the place, and the first ones after it. */
  before: string;
  after: string;
};

/** Number of words shown on each side of a place. */
const SHOWN = 5;

/** The places between sentences, each with the words around it. */
export function sentencePlaces(text: string): Place[] {
  const points = codePointOffsets(text);
  const words = [...text.matchAll(/\S+/g)];
  let next = 0;
  return startsIn(text).map((start) => {
    while (next < words.length && (words[next]?.index ?? 0) < start) next++;
    const shown = (from: number, to: number) =>
      words
        .slice(from, to)
        .map(([word]) => word)
        .join(" ");
    return {
      at: points(start),
      before: `${next > SHOWN ? "… " : ""}${shown(Math.max(0, next - SHOWN), next)}`,
      after: `${shown(next, next + SHOWN)}${words.length - next > SHOWN ? " …" : ""}`,
    };
  });
}
