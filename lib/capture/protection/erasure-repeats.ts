import { isContentWord, isTellingWord } from "./common-words";
import { bagFinder } from "./reordered-words";
import { joined, wordsOf, type Place, type Word } from "./text-places";

/** This many words in a row may be a copy; a longer run is one whoever else said its parts. */
const RUN = 4;
const LONG_RUN = 8;

/** A text, and whose it is, so that what several people said is known to be nobody's; null where nobody knows. */
export type Said = { text: string; by: string | null };

export type RepeatFinder = {
  /** Where a text repeats the sources. `long` asks for eight words in a row and more. */
  find: (text: string, least?: "short" | "long") => Place[];
  /** Takes in what somebody else said: short runs and sentences that are also theirs are not found after that. */
  hear: (text: string) => void;
};

const SEVERAL = Symbol("several");

/**
 * Makes a function that finds where a text repeats what was said, ignoring case and punctuation: four words in a
 * row, or the words of a sentence in another order or with one of them changed. It is made once and used for many
 * texts. Each text is read once, and each of its words is looked up in tables, so that the time grows with its
 * length and not with the number of sources.
 */
export function repeatFinder(sources: readonly Said[]): RepeatFinder {
  const said = new RunIndex(sources);
  const reordered = bagFinder(sources.map(({ text }) => text));
  return {
    find: (text, least = "short") => {
      const words = wordsOf(text);
      const stretches = stretchesOf(words, said.speakersOf(words), least);
      return joined(least === "long" ? stretches : [...stretches, ...reordered.find(words)]);
    },
    hear: (text) => {
      const words = wordsOf(text);
      said.share(words);
      reordered.hear(words);
    },
  };
}

type Speaker = string | null | typeof SEVERAL;

/** Who said four words in a row. */
class RunIndex {
  private readonly speakers = new Map<string, Speaker>();
  private readonly vocabulary = new Set<string>();

  constructor(sources: readonly Said[]) {
    for (const { text, by } of sources) {
      const words = wordsOf(text);
      for (const { folded } of words) this.vocabulary.add(folded);
      for (const run of this.runsOf(words)) this.add(run, by);
    }
  }

  private add(run: string | null, by: string | null): void {
    if (run === null) return;
    const known = this.speakers.get(run);
    if (known === undefined || known === null) this.speakers.set(run, by);
    else if (by !== null && known !== by) this.speakers.set(run, SEVERAL);
  }

  /** The run that begins at each word; null where one of its words was never said. */
  private runsOf(words: readonly Word[]): (string | null)[] {
    const runs: (string | null)[] = [];
    let known = 0;
    for (let at = 0; at < words.length; at++) {
      known = this.vocabulary.has(words[at]?.folded ?? "") ? known + 1 : 0;
      if (at >= RUN - 1) runs.push(known >= RUN ? runFrom(words, at - RUN + 1) : null);
    }
    return runs;
  }

  /** For the run that begins at each word; undefined where nobody said it. */
  speakersOf(words: readonly Word[]): (Speaker | undefined)[] {
    return this.runsOf(words).map((run) => (run === null ? undefined : this.speakers.get(run)));
  }

  /** Somebody else said these words too. */
  share(words: readonly Word[]): void {
    for (const run of this.runsOf(words))
      if (run !== null && this.speakers.has(run)) this.speakers.set(run, SEVERAL);
  }
}

function runFrom(words: readonly Word[], at: number): string {
  let run = "";
  for (let n = 0; n < RUN; n++) run += ` ${words[at + n]?.folded ?? ""}`;
  return run;
}

/** The longest stretches of words of which every four in a row are known. */
function stretchesOf(
  words: readonly Word[],
  known: readonly (Speaker | undefined)[],
  least: "short" | "long",
): Place[] {
  const places: Place[] = [];
  for (let at = 0; at < known.length; at++) {
    if (known[at] === undefined) continue;
    const first = at;
    while (known[at + 1] !== undefined) at++;
    const stretch = words.slice(first, at + RUN);
    const isOwn = known.slice(first, at + 1).some((by) => by !== SEVERAL);
    const isCopy =
      stretch.length >= LONG_RUN ? saysSomething(stretch) : least === "short" && isOwn && isTelling(stretch);
    const [start, end] = [stretch[0], stretch.at(-1)];
    if (isCopy && start && end) places.push({ start: start.start, end: end.end });
  }
  return places;
}

const count = (words: readonly Word[], is: (word: string) => boolean) =>
  words.filter(({ folded }) => is(folded)).length;

function saysSomething(words: readonly Word[]): boolean {
  return count(words, isContentWord) >= 2;
}

/** A short run counts with two telling words, or with one among three that carry meaning. */
function isTelling(words: readonly Word[]): boolean {
  const telling = count(words, isTellingWord);
  return telling >= 2 || (telling === 1 && count(words, isContentWord) >= 3);
}
