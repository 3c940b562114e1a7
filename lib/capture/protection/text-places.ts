/** A range of a text, in UTF-16 units, end exclusive. */
export type Place = { start: number; end: number };

export type Word = Place & { folded: string };

const WORD = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;

/** The words of a text, for comparing what was said: "didn't" is one word. */
export function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    folded: isPlain(word) ? word.toLowerCase() : word.normalize("NFKC").toLowerCase().replaceAll("’", "'"),
  }));
}

/** Most words are, and need no more than lower case. */
export function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return false;
  return true;
}

/** Merges ranges that overlap or touch. */
export function joined(places: readonly Place[]): Place[] {
  const result: Place[] = [];
  for (const { start, end } of [...places].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}
