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
type Runs = Map<string, string | null | typeof SEVERAL>;

/**
 * Makes a function that finds where a text repeats what was said, ignoring case and punctuation: four words in a
 * row, or the words of a sentence in another order or with one of them changed. It is made once and used for many
 * texts. Each text is read once, and each of its words is looked up in tables, so that the time grows with its
 * length and not with the number of sources.
 */
export function repeatFinder(sources: readonly Said[]): RepeatFinder {
  const runs: Runs = new Map();
  for (const { text, by } of sources)
    for (const run of runsOf(wordsOf(text))) {
      const known = runs.get(run);
      if (known === undefined || known === null) runs.set(run, by);
      else if (by !== null && known !== by) runs.set(run, SEVERAL);
    }
  const reordered = bagFinder(sources.map(({ text }) => text));
  return {
    find: (text, least = "short") => {
      const words = wordsOf(text);
      const stretches = stretchesOf(words, runs, least);
      return joined(least === "long" ? stretches : [...stretches, ...reordered.find(words)]);
    },
    hear: (text) => {
      const words = wordsOf(text);
      for (const run of runsOf(words)) if (runs.has(run)) runs.set(run, SEVERAL);
      reordered.hear(words);
    },
  };
}

function runsOf(words: readonly Word[]): string[] {
  const runs: string[] = [];
  for (let at = 0; at + RUN <= words.length; at++) runs.push(runAt(words, at));
  return runs;
}

function runAt(words: readonly Word[], at: number): string {
  let run = "";
  for (let n = 0; n < RUN; n++) run += ` ${words[at + n]?.folded ?? ""}`;
  return run;
}

/** The longest stretches of words of which every four in a row are known. */
function stretchesOf(words: readonly Word[], runs: Runs, least: "short" | "long"): Place[] {
  const places: Place[] = [];
  const known = runsOf(words).map((run) => runs.get(run));
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

/** A short run counts with two telling words, or with three that carry meaning. */
function isTelling(words: readonly Word[]): boolean {
  return count(words, isTellingWord) >= 2 || count(words, isContentWord) >= 3;
}
