import { NPQS } from "@/lib/capture/people/vocabulary";
import { plain, VALUES, type DescribingField } from "../attendance-values";
import { OPEN_WORDS } from "../attendance-words";

/** As many as can be read at a glance. */
const MAX_SIMILAR = 3;

/** Words that do not tell the choices apart. */
const SMALL_WORDS: ReadonlySet<string> = new Set([
  "of",
  "or",
  "and",
  "the",
  "in",
  "for",
  "school",
  "schools",
]);
const SMALL_WEIGHT = 0.2;

/** Shorter words begin, or are one typing mistake away from, too many others. */
const LEAST_BEGINNING = 3;
const LEAST_MISSPELT = 5;

const NPQ_NAMES: readonly (readonly [string, string])[] = NPQS.map(({ code, name }) => [plain(name), code]);

/**
 * What somebody may have meant by words that are not recognised, the most similar first: choices that share
 * the most words with them, by their own or their other names. Two words match where one begins the other, or
 * where they differ by one typing mistake. The measure is Dice's coefficient (2 × shared ÷ total of both),
 * with a small weight for small words.
 */
export function similarChoices(field: DescribingField | "npq", text: string): string[] {
  const typed = plain(text);
  if (typed === "") return [];
  const open = field === "npq" ? undefined : new Map(Object.entries<readonly string[]>(OPEN_WORDS[field]));
  const several = open?.get(typed);
  if (several) return [...several];
  const best = new Map<string, number>();
  for (const [name, choice] of field === "npq" ? NPQ_NAMES : VALUES[field]) {
    const found = similarity(typed.split(" "), name.split(" "));
    if (found > (best.get(choice) ?? 0)) best.set(choice, found);
  }
  const top = Math.max(...best.values());
  return [...best]
    .filter(([, found]) => found === top)
    .map(([choice]) => choice)
    .slice(0, MAX_SIMILAR);
}

/** From 0, where no word that counts is shared, to 1. */
function similarity(typed: readonly string[], name: readonly string[]): number {
  const shared = typed.filter((word) => name.some((other) => isAlike(word, other)));
  if (shared.every((word) => SMALL_WORDS.has(word))) return 0;
  return (2 * weightOf(shared)) / (weightOf(typed) + weightOf(name));
}

const weightOf = (words: readonly string[]) =>
  words.reduce((sum, word) => sum + (SMALL_WORDS.has(word) ? SMALL_WEIGHT : 1), 0);

function isAlike(one: string, other: string): boolean {
  if (one === other) return true;
  const least = Math.min(one.length, other.length);
  if (least >= LEAST_BEGINNING && (one.startsWith(other) || other.startsWith(one))) return true;
  return least >= LEAST_MISSPELT && isOneSlip(one, other);
}

/**
 * Whether the words differ by one letter missing, added or replaced, or by two neighbours exchanged
 * (Damerau-Levenshtein distance 1).
 */
function isOneSlip(one: string, other: string): boolean {
  const most = Math.max(one.length, other.length);
  let start = 0;
  while (start < most && one[start] === other[start]) start++;
  let end = 0;
  while (end < most - start && one.at(-1 - end) === other.at(-1 - end)) end++;
  const [left, right] = [one.slice(start, one.length - end), other.slice(start, other.length - end)];
  if (Math.max(left.length, right.length) <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
