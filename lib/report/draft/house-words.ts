import type { HouseStyle } from "./house-style";

/** Words that a house style does not use, in a text: whole words, whatever their capitals. */

type Avoided = HouseStyle["avoid"][number];
export type FoundWord = Avoided & { start: number; end: number };

const INSIDE_WORD = /[\p{L}\p{N}]/u;

export function avoidedIn(text: string, avoid: readonly Avoided[]): FoundWord[] {
  const small = text.toLowerCase();
  // Where small letters are longer than capitals, places in one are not those in the other.
  if (small.length !== text.length) return [];
  return avoid
    .flatMap((one) => placesOf(small, one.word.toLowerCase()).map(([start, end]) => ({ ...one, start, end })))
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

function placesOf(text: string, word: string): [number, number][] {
  const places: [number, number][] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    const [before, after] = [text[at - 1] ?? "", text[at + word.length] ?? ""];
    if (!INSIDE_WORD.test(before) && !INSIDE_WORD.test(after)) places.push([at, at + word.length]);
  }
  return places;
}

/** The text with what is said in place of those words; one with nothing in its place stays. */
export function inHouseWords(text: string, { avoid }: HouseStyle): string {
  let at = 0;
  let out = "";
  for (const { start, end, instead } of avoidedIn(text, avoid)) {
    if (start < at || instead === "") continue;
    const capital = /^\p{Lu}/u.test(text.slice(start, end));
    out += text.slice(at, start) + (capital ? instead.slice(0, 1).toUpperCase() + instead.slice(1) : instead);
    at = end;
  }
  return out + text.slice(at);
}

/** A stretch of a draft in the house’s words. What findings and quotations say stays in their own, and so do figures. */
export function inHouseStyle<R extends { text: string; claim?: unknown; figure?: unknown }>(
  run: R,
  style: HouseStyle,
): R {
  return run.claim || run.figure ? run : { ...run, text: inHouseWords(run.text, style) };
}
