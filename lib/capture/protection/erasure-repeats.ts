/** What replaces repeated words in somebody else's text. */
export const TAKEN_OUT = "[removed at the speaker’s request]";

/** This many words in a row are not a coincidence. */
const RUN = 8;
/**
 * A shorter contribution counts where all of it is repeated; with fewer words than this it could be
 * anybody's.
 */
const WHOLE_CONTRIBUTION = 4;

type Word = { start: number; end: number; folded: string };

/** A range of a text, in UTF-16 units, end exclusive. */
type Place = { start: number; end: number };

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    folded: word.normalize("NFKC").toLowerCase().replaceAll("’", "'"),
  }));
}

/**
 * Makes a function that finds where a text repeats one of the sources word for word, ignoring case and
 * punctuation: eight words in a row or, with `shortContributions`, the whole of a source that has four to
 * seven. It is made once and used for many texts.
 */
export function repeatFinder(
  sources: readonly string[],
  { shortContributions = true }: { shortContributions?: boolean } = {},
): (text: string) => Place[] {
  const least = shortContributions ? WHOLE_CONTRIBUTION : RUN;
  const runs = new Map<number, Set<string>>();
  for (const source of sources) {
    const words = wordsOf(source).map(({ folded }) => folded);
    if (words.length < least) continue;
    const size = Math.min(words.length, RUN);
    const known = runs.get(size) ?? new Set<string>();
    runs.set(size, known);
    for (let at = 0; at + size <= words.length; at++) known.add(words.slice(at, at + size).join(" "));
  }
  return (text) => {
    const words = wordsOf(text);
    const places = [...runs].flatMap(([size, known]) => placesOf(words, size, known));
    return joined(places);
  };
}

function placesOf(words: readonly Word[], size: number, known: ReadonlySet<string>): Place[] {
  return words.flatMap(({ start }, at) => {
    const run = words.slice(at, at + size);
    const last = run.at(-1);
    if (run.length < size || !last || !known.has(run.map(({ folded }) => folded).join(" "))) return [];
    return [{ start, end: last.end }];
  });
}

/** Merges ranges that overlap. */
function joined(places: readonly Place[]): Place[] {
  const result: Place[] = [];
  for (const place of [...places].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && place.start <= last.end) last.end = Math.max(last.end, place.end);
    else result.push({ ...place });
  }
  return result;
}

/** The text with a mark in place of each range. */
export function takenOut(text: string, places: readonly Place[]): string {
  return [...places]
    .sort((a, b) => b.start - a.start)
    .reduce((left, { start, end }) => left.slice(0, start) + TAKEN_OUT + left.slice(end), text);
}
