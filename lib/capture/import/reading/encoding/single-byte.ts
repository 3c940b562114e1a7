import type { ByteEvidence } from "./byte-evidence";
import { SINGLE_BYTE, tableOf, type SingleByte } from "./encodings";
import { isLetter, proseScore, wordScore } from "./prose-score";

export type Scored = {
  encoding: SingleByte;
  /** The mean score of the bytes above 127. */
  score: number;
};

/**
 * The encodings of one byte a character in which a file can be read, the likeliest first. Of those that give the same text
 * only the more usual is told.
 */
export function scoredSingleByte(bytes: Uint8Array, evidence: ByteEvidence): Scored[] {
  const { counts, high } = evidence;
  const used = Array.from({ length: 128 }, (_, index) => index + 128).filter((byte) => counts[byte]);
  const texts = new Set<string>();
  const possible = SINGLE_BYTE.filter((encoding) => {
    const table = tableOf(encoding);
    const text = used.map((byte) => table[byte]).join("");
    if (text.includes("\uFFFD") || texts.has(text)) return false;
    texts.add(text);
    return true;
  });
  // Macs ended lines with a carriage return alone.
  const likeMac = (counts[0x0d] ?? 0) > 0 && !counts[0x0a] ? 0.25 : 0;
  const scored = possible.map((encoding): Scored => {
    const table = tableOf(encoding);
    const sum = high.reduce((total, at) => total + scoreAt(bytes, at, table), 0);
    return { encoding, score: sum / Math.max(1, high.length) + (encoding === "Mac Roman" ? likeMac : 0) };
  });
  return scored.sort((a, b) => b.score - a.score);
}

function scoreAt(bytes: Uint8Array, at: number, table: readonly string[]): number {
  const signAt = (index: number) => table[bytes[index] ?? -1] ?? "";
  const after = signAt(at + 1) + signAt(at + 2) + signAt(at + 3) + signAt(at + 4);
  const known = isLetter(signAt(at)) ? wordScore(wordAt(at, signAt)) : null;
  return known ?? proseScore(signAt(at - 1), signAt(at), after);
}

const LONGEST_WORD = 12;

function wordAt(at: number, signAt: (index: number) => string): string {
  let [from, until] = [at, at];
  while (at - from < LONGEST_WORD && isLetter(signAt(from - 1))) from--;
  while (until - at < LONGEST_WORD && isLetter(signAt(until + 1))) until++;
  return Array.from({ length: until - from + 1 }, (_, index) => signAt(from + index)).join("");
}

/** More letters above 127 are another script, or no text at all. */
const MAX_LETTERS = 0.15;
/** Fewer letters than this say nothing about how dense they are: a short text may hold one name. */
const ENOUGH_LETTERS = 8;
/** So few odd characters do not make a file unreadable. */
const FEW_ODD = 0.01;
const LEAST_SCORE = -1.5;

/** Whether the likeliest reading looks like prose at all. */
export function looksLikeProse(
  [best]: readonly Scored[],
  bytes: Uint8Array,
  { counts }: ByteEvidence,
): boolean {
  if (best === undefined) return false;
  const table = tableOf(best.encoding);
  const share = (counted: (byte: number) => boolean) =>
    counts.reduce((sum, count, byte) => sum + (byte > 127 && counted(byte) ? count : 0), 0) / bytes.length;
  if (best.score < LEAST_SCORE && share(() => true) > FEW_ODD) return false;
  const letters = share((byte) => isLetter(table[byte] ?? ""));
  return letters < MAX_LETTERS || letters * bytes.length < ENOUGH_LETTERS;
}
