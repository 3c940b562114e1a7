/** What threads do in the tests of the pool. */
import { invalid } from "@/lib/platform/errors";
import { answering, does, workerTask } from "@/lib/platform/workers/task";

function countWords(text: string): { words: number; each: Map<string, number> } {
  const each = new Map<string, number>();
  for (const word of text.split(" ")) each.set(word, (each.get(word) ?? 0) + 1);
  return { words: text.split(" ").length, each };
}

/** Matches the whole text, which a regular expression remembers. */
function lastWord(text: string): number {
  return /[a-z-]+$/.exec(text)?.[0].length ?? 0;
}

const kept: string[] = [];

/** Something that no task of the product may do. */
function keepWords(text: string): number {
  return kept.push(text);
}

function fail(): never {
  throw new RangeError("It cannot be done.");
}

function refuse(): never {
  throw invalid("Choose another file.", "file");
}

function neverEnd(): never {
  for (;;);
}

const limitMs = 60_000;
export const COUNT_WORDS = workerTask<typeof countWords>("count-words", { limitMs });
export const LAST_WORD = workerTask<typeof lastWord>("last-word", { limitMs });
export const KEEP_WORDS = workerTask<typeof keepWords>("keep-words", { limitMs });
export const FAIL = workerTask<typeof fail>("fail", { limitMs });
export const REFUSE = workerTask<typeof refuse>("refuse", { limitMs });
export const NEVER_END = workerTask<typeof neverEnd>("never-end", { limitMs: 300 });

export const runTask = answering([
  does(COUNT_WORDS, countWords),
  does(LAST_WORD, lastWord),
  does(KEEP_WORDS, keepWords),
  does(FAIL, fail),
  does(REFUSE, refuse),
  does(NEVER_END, neverEnd),
]);
