import { codePointLength, sliceCodePoints } from "@/lib/platform/text";

/**
 * Where sentences of `text` after the first begin, in code points: after a full stop, question mark,
 * exclamation mark or ellipsis (with closing quotation marks and brackets) and white space, and after a line
 * break. The full stop of an abbreviation ends no sentence. A capital is not required, because people who
 * type fast leave it out, except after an ellipsis or a full stop that may belong to an abbreviation.
 */
export function sentenceStarts(text: string): number[] {
  const starts: number[] = [];
  for (const match of text.matchAll(END)) {
    const end = match.index + match[0].length;
    const before = text.slice(0, match.index);
    const after = text.slice(end);
    if (before.trim() === "" && !match[0].trim()) continue;
    if (after.trim() === "" || !endsSentence(before, match[0], after)) continue;
    starts.push(codePointLength(text.slice(0, end)));
  }
  return starts;
}

/** A full stop, what closes after it and white space; or a line break. */
const END = /(?:[.!?…]+["'”’)\]]*\s+|[^\S\n]*\n\s*)/gu;

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

function endsSentence(before: string, end: string, after: string): boolean {
  if (end.includes("\n")) return true;
  const capital = /^["'“‘(\[]*\p{Lu}/u.test(after);
  if (/^(?:…|\.{2,})/.test(end)) return capital;
  if (!end.startsWith(".")) return true;
  const word = /[\p{L}\p{N}.]+$/u.exec(before)?.[0] ?? "";
  const plain = word.toLowerCase();
  if (NEVER.has(plain)) return false;
  if (PERHAPS.has(plain)) return capital;
  if (BEFORE_NUMBER.has(plain)) return !/^\d/.test(after);
  // "J. Smith", "U.K. schools"; but "So do I."
  if (/^\p{Lu}$/u.test(word) && word !== "I") return false;
  if (/^(?:\p{L}\.)+\p{L}$/u.test(word)) return false;
  // "1. First" is a number of a list.
  return !/^\d{1,2}$/.test(word) || !/(?:^|\n)\s*\d{1,2}$/.test(before);
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
  return sentenceStarts(text).map((at) => {
    const before = wordsOf(sliceCodePoints(text, 0, at));
    const after = wordsOf(sliceCodePoints(text, at));
    return {
      at,
      before: `${before.length > SHOWN ? "… " : ""}${before.slice(-SHOWN).join(" ")}`,
      after: `${after.slice(0, SHOWN).join(" ")}${after.length > SHOWN ? " …" : ""}`,
    };
  });
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== "");
}
