import { isSecondHalf } from "@/lib/platform/text/code-points";
import { stemOf } from "./stem";

/**
 * One word of a text: in the forms for comparing (`form`, `stem`), and its place, in code points, end
 * exclusive.
 */
export type Word = { form: string; stem: string; start: number; end: number };

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’][\p{L}\p{M}]+)*/gu;

/**
 * The words of a text in order. Anything other than letters and digits separates them, except an apostrophe
 * inside a word.
 */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let unit = 0;
  let point = 0;
  for (const match of text.matchAll(WORD)) {
    point += pointsBetween(text, unit, match.index);
    const start = point;
    unit = match.index + match[0].length;
    point += pointsBetween(text, match.index, unit);
    const form = match[0].normalize("NFC").toLowerCase().replaceAll("’", "'");
    words.push({ form, stem: stemOf(form), start, end: point });
  }
  return words;
}

function pointsBetween(text: string, from: number, to: number): number {
  let points = 0;
  for (let unit = from; unit < to; unit += 1) if (!isSecondHalf(text, unit)) points += 1;
  return points;
}
