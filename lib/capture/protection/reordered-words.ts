import { isContentWord, isTellingWord } from "./common-words";
import { wordsOf, type Place, type Word } from "./text-places";

/** A sentence, or a part of one, as the set of its content words. */
type Bag = { words: ReadonlySet<string>; need: number; isShared: boolean };

/** With fewer words than this in common two sentences may be about the same thing by chance. */
const LEAST = 4;
const LEAST_TELLING = 3;
/**
 * A sentence is taken in long pieces and in short ones, each with the step from one to the next: the first find it
 * reordered as a whole, the second a part of it.
 */
const PIECES = [
  { size: 12, step: 6 },
  { size: 6, step: 2 },
];
/** A text is looked at in windows of this many content words, each beginning half a window after the last. */
const WINDOW = 30;

/**
 * Finds the content words of a sentence in another order or with one of them changed, close together. An index from
 * word to sentences gives the few that share enough words with a window; those are then looked at word by word.
 */
export function bagFinder(texts: readonly string[]): {
  find(words: readonly Word[]): Place[];
  hear(words: readonly Word[]): void;
} {
  const bags = texts.flatMap(sentencesOf).flatMap(bagsOf);
  const index = new Map<string, Bag[]>();
  for (const bag of bags)
    for (const word of bag.words) {
      const known = index.get(word);
      if (known) known.push(bag);
      else index.set(word, [bag]);
    }
  const matches = (words: readonly Word[]) => {
    const found: { bag: Bag; place: Place }[] = [];
    // Most texts share too few words with any sentence to be looked at further.
    if (sharedWords(words, index) < LEAST) return found;
    const content = words.filter(({ folded }) => isContentWord(folded));
    for (let at = 0; at === 0 || at + WINDOW / 2 < content.length; at += WINDOW / 2) {
      const window = content.slice(at, at + WINDOW);
      for (const bag of candidates(window, index)) {
        const place = closest(window, bag);
        if (place) found.push({ bag, place });
      }
    }
    return found;
  };
  return {
    find: (words) => matches(words).flatMap(({ bag, place }) => (bag.isShared ? [] : [place])),
    hear: (words) => {
      for (const { bag } of matches(words)) bag.isShared = true;
    },
  };
}

function sharedWords(words: readonly Word[], index: ReadonlyMap<string, Bag[]>): number {
  const shared = new Set<string>();
  for (const { folded } of words) if (index.has(folded)) shared.add(folded);
  return shared.size;
}

/** The content words of each sentence of a text. */
function sentencesOf(text: string): string[][] {
  return text.split(/[.!?;:\n]/).map((sentence) =>
    wordsOf(sentence)
      .map(({ folded }) => folded)
      .filter(isContentWord),
  );
}

function bagsOf(sentence: readonly string[]): Bag[] {
  const pieces = new Map<string, ReadonlySet<string>>();
  for (const { size, step } of PIECES)
    for (let at = 0; at === 0 || at + size - step < sentence.length; at += step) {
      const words = new Set(sentence.slice(at, at + size));
      if (words.size >= LEAST) pieces.set([...words].join(" "), words);
    }
  return [...pieces.values()].map((words) => ({ words, need: needed(words.size), isShared: false }));
}

/** One word in ten may differ, and one in any case where at least four are left. */
function needed(size: number): number {
  return Math.max(LEAST, size - Math.max(1, Math.floor(size / 10)));
}

function candidates(window: readonly Word[], index: ReadonlyMap<string, Bag[]>): Bag[] {
  const shared = new Map<Bag, number>();
  for (const word of new Set(window.map(({ folded }) => folded)))
    for (const bag of index.get(word) ?? []) shared.set(bag, (shared.get(bag) ?? 0) + 1);
  return [...shared].flatMap(([bag, count]) => (count >= bag.need ? [bag] : []));
}

/** The shortest part of the window with enough of the bag's words, where few other words stand between them. */
function closest(window: readonly Word[], { words, need }: Bag): Place | null {
  const counts = new Map<string, number>();
  let best: { from: number; to: number } | null = null;
  let from = 0;
  for (let to = 0; to < window.length; to++) {
    const word = window[to]?.folded ?? "";
    if (words.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
    while (counts.size >= need) {
      if (!best || to - from < best.to - best.from) best = { from, to };
      const first = window[from++]?.folded ?? "";
      const left = (counts.get(first) ?? 0) - 1;
      if (left > 0) counts.set(first, left);
      else counts.delete(first);
    }
  }
  return best && asPlace(widened(window, best, words), words, need);
}

/** With the bag's other words next to it, which the shortest part may leave out. */
function widened(
  window: readonly Word[],
  { from, to }: { from: number; to: number },
  words: ReadonlySet<string>,
): readonly Word[] {
  const has = (at: number) => words.has(window[at]?.folded ?? "");
  let [first, last] = [from, to];
  while (has(first - 1) || has(first - 2)) first -= has(first - 1) ? 1 : 2;
  while (has(last + 1) || has(last + 2)) last += has(last + 1) ? 1 : 2;
  return window.slice(first, last + 1);
}

function asPlace(part: readonly Word[], words: ReadonlySet<string>, need: number): Place | null {
  const same = part.map(({ folded }) => folded).filter((word) => words.has(word));
  const telling = new Set(same.filter(isTellingWord));
  const [first, last] = [part[0], part.at(-1)];
  const isClose = part.length <= same.length + Math.ceil(need / 2);
  return isClose && telling.size >= LEAST_TELLING && first && last
    ? { start: first.start, end: last.end }
    : null;
}
