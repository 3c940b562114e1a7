/** A range of a text in UTF-16 units, end exclusive. */
type Range = { start: number; end: number };

/** How names of a kind of institution end; sticky patterns, each tried at one place. */
export type Ending = {
  /** Between the name and the ending. */
  between: RegExp;
  /** A word that may come before the last ones, any number of times, with the space after it. */
  before: RegExp;
  /** The last words. */
  last: RegExp;
};

const WORD = /(?<![\p{L}\p{N}])(?:\p{Lu}[\p{L}\p{M}]*(?:[-'’][\p{L}\p{M}]+)*|of|the|and|on)/gu;
const SPACE = /\s+/y;
/** Capitalised words that begin a sentence or are in general use, and do not begin a school's name. */
const NO_BEGINNING =
  /(?:The|A|An|Our|My|Their|His|Her|Your|This|That|Every|Each|Some|Any|All|At|In|On|For|From|Most|Many|Few|No|And|But|So|If|When|We|They|It|I|Chartered|National|Early|New|Primary|Secondary|High|Junior|Infant|Nursery|Special|Sixth|Multi|Academy|School|College|Trust)\b/uy;

/**
 * Where a text has capitalised words, with small ones between them, and then the ending: "King Edward the Sixth
 * Learning Trust". The ending is the first one after the name's first word.
 *
 * One pattern for all of it would try each beginning with each ending, and each of its words as a part of
 * either. Here each word is looked at once: from the last to the first, its name ends where its own ending is
 * or, without one, where the name of the next word does.
 */
export function institutionNames(text: string, ending: Ending): Range[] {
  const endingAt = endingReader(text, ending);
  const words = [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }));
  const ends: (number | null)[] = words.map(() => null);
  for (let at = words.length - 1; at >= 0; at--) {
    const end = words[at]?.end ?? 0;
    const place = endOf(ending.between, text, end);
    const goesOn = words[at + 1]?.start === endOf(SPACE, text, end);
    ends[at] = (place === null ? null : endingAt(place)) ?? (goesOn ? (ends[at + 1] ?? null) : null);
  }
  return withBeginnings(text, words, ends);
}

function withBeginnings(text: string, words: readonly Range[], ends: readonly (number | null)[]): Range[] {
  const found: Range[] = [];
  let from = 0;
  for (const [at, word] of words.entries()) {
    const end = ends[at] ?? null;
    if (end === null) continue;
    const start = beginnings(text, word).find(
      (place) => place >= from && endOf(NO_BEGINNING, text, place) === null,
    );
    if (start === undefined) continue;
    found.push({ start, end });
    from = end;
  }
  return found;
}

/** The capitals of a word: its first letter, and those after a hyphen or an apostrophe. */
function beginnings(text: string, { start, end }: Range): number[] {
  return [...text.slice(start, end).matchAll(/(?<=^|[-'’])\p{Lu}/gu)].map(({ index }) => start + index);
}

/** Finds where an ending ends that begins at a place; null where none does. Each place is looked at once. */
export function endingReader(text: string, { before, last }: Ending): (place: number) => number | null {
  const known = new Map<number, number | null>();
  return (place) => {
    const passed: number[] = [];
    let end: number | null = null;
    for (let next: number | null = place; next !== null; next = endOf(before, text, next)) {
      const earlier = known.get(next);
      end = earlier === undefined ? endOf(last, text, next) : earlier;
      passed.push(next);
      if (earlier !== undefined || end !== null) break;
    }
    for (const one of passed) known.set(one, end);
    return end;
  };
}

/** Where a sticky pattern ends that matches at a place; null where it does not match. */
function endOf(pattern: RegExp, text: string, place: number): number | null {
  pattern.lastIndex = place;
  return pattern.test(text) ? pattern.lastIndex : null;
}
