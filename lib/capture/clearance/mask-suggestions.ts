import type { Mask } from "@/lib/capture/contribution/contribution";
import type { MaskKind } from "@/lib/capture/contribution/mask-kinds";
import { AMBIGUOUS_PLACES, EVERYDAY, PLACES, PROVIDERS } from "@/lib/capture/contribution/mask-vocabulary";
import { soughtOf } from "@/lib/capture/people/school";
import { runBefore, codePointOffsets } from "@/lib/platform/text/code-points";
import { folded } from "./erasure-terms";
import { patternMasks, type Found } from "./mask-patterns";

/** Words that may identify somebody, and why they were found. Nothing is masked until a person says so. */
export type Suggestion = Mask & { as: MaskKind; why: string };

/** What is known of a review apart from the words themselves. */
export type MaskKnowledge = {
  /** Names of its people, and where they work. */
  people: readonly string[];
  organisations: readonly string[];
  /** Names in the register of schools that the text may contain, as the register spells them. */
  schools: readonly string[];
};

type Token = { start: number; end: number; text: string; plain: string };

const WORD = /[\p{L}\p{N}\p{M}]+(?:[-'’][\p{L}\p{N}\p{M}]+)*/gu;

/** The words of a text; the 's of a possessive is not part of a word. */
function tokensOf(text: string): Token[] {
  return [...text.matchAll(WORD)].map(({ 0: raw, index }) => {
    const word = raw.replace(/['’]s$/iu, "");
    return { start: index, end: index + word.length, text: word, plain: folded(word).replaceAll("’", "'") };
  });
}

/**
 * Where a text may identify somebody: names of people and schools, providers, places, and what looks like
 * one. Offsets are in code points. Where two overlap, the more certain one is kept, then the longer.
 */
export function suggestMasks(text: string, knowledge: MaskKnowledge): Suggestion[] {
  const tokens = tokensOf(text);
  const found = [
    ...phrases(tokens, knowledge.schools, "school", "a school in the register", 5),
    ...phrases(tokens, knowledge.organisations, "school", "where a participant works", 5),
    ...phrases(tokens, knowledge.people, "person", "a participant’s name", 5),
    ...partsOfNames(text, tokens, knowledge.people),
    ...phrases(tokens, PROVIDERS, "provider", "a provider of NPQs", 4).filter(startsWithCapital(text)),
    ...phrases(tokens, PLACES, "place", "a place", 2).filter(startsWithCapital(text)),
    ...ambiguousPlaces(text, tokens),
    ...patternMasks(text),
  ];
  const points = codePointOffsets(text);
  return withoutOverlaps(text, found).map(({ start, end, as, why }) => ({
    start: points(start),
    end: points(end),
    as,
    why,
  }));
}

/** Every place where the words of a phrase follow one another. */
function phrases(
  tokens: readonly Token[],
  phrasesOf: readonly string[],
  as: MaskKind,
  why: string,
  weight: number,
): Found[] {
  const byFirst = new Map<string, string[][]>();
  for (const phrase of phrasesOf) {
    const words = tokensOf(phrase).map(({ plain }) => plain);
    const [first] = words;
    if (!first) continue;
    const beginning = byFirst.get(first) ?? [];
    byFirst.set(first, beginning);
    beginning.push(words);
  }
  return tokens.flatMap((token, at) =>
    (byFirst.get(token.plain) ?? []).flatMap((words): Found[] => {
      const run = tokens.slice(at, at + words.length);
      const last = run.at(-1);
      const same = run.length === words.length && run.every(({ plain }, n) => plain === words[n]);
      return same && last ? [{ start: token.start, end: last.end, as, why, weight }] : [];
    }),
  );
}

const isCapital = (word: string) => /^\p{Lu}/u.test(word);
const startsWithCapital =
  (text: string) =>
  ({ start }: Found) =>
    isCapital(text.slice(start));

/** Whether a word begins a sentence, where a capital means nothing. */
function beginsSentence(text: string, at: number): boolean {
  const opening = runBefore(text, at, /["“”'‘(\s]/);
  return opening === 0 || /[.!?:]/.test(text[opening - 1] ?? "") || text.slice(opening, at).includes("\n");
}

/** A first name or surname on its own. An everyday word counts only with a capital inside a sentence. */
function partsOfNames(text: string, tokens: readonly Token[], people: readonly string[]): Found[] {
  const parts = new Map<string, string>();
  for (const person of people) {
    const words = tokensOf(person).map(({ plain }) => plain);
    if (words.length < 2) continue;
    for (const word of words.slice(1))
      if (word.length > 1) parts.set(word, "perhaps a participant’s surname");
    const [first] = words;
    if (first && first.length > 1) parts.set(first, "perhaps a participant’s first name");
  }
  return tokens.flatMap(({ start, end, text: word, plain }) => {
    const why = parts.get(plain);
    const everyday = EVERYDAY.includes(plain);
    if (!why || (everyday && (!isCapital(word) || beginsSentence(text, start)))) return [];
    return [{ start, end, as: "person" as const, why, weight: 3 }];
  });
}

const BEFORE_A_PLACE = ["in", "from", "near", "around", "at", "to", "of", "across", "outside"];

function ambiguousPlaces(text: string, tokens: readonly Token[]): Found[] {
  return tokens.flatMap(({ start, end, text: word }, at) => {
    const before = tokens[at - 1];
    const between = before ? text.slice(before.end, start) : "";
    const led = before !== undefined && BEFORE_A_PLACE.includes(before.plain) && /^\s+$/u.test(between);
    return AMBIGUOUS_PLACES.includes(word) && led
      ? [{ start, end, as: "place" as const, why: "a place, or an everyday word", weight: 1 }]
      : [];
  });
}

function withoutOverlaps(text: string, found: readonly Found[]): Found[] {
  const kept: Found[] = [];
  const taken = new Uint8Array(text.length);
  const surest = [...found].sort((a, b) => b.weight - a.weight || b.end - b.start - (a.end - a.start));
  for (const one of surest) {
    if (taken.subarray(one.start, one.end).includes(1)) continue;
    taken.fill(1, one.start, one.end);
    kept.push(one);
  }
  return kept.sort((a, b) => a.start - b.start);
}

/** The most words that a school's name has. */
const LONGEST = 8;

/**
 * Parts of the text that may be a school's name, as the register is searched: runs of capitalised words (with
 * small words between them), in lower case without punctuation.
 */
export function schoolCandidates(text: string): string[] {
  const tokens = tokensOf(text);
  const candidates = new Set<string>();
  for (const [at, first] of tokens.entries()) {
    if (!isCapital(first.text)) continue;
    for (let size = 1; size <= LONGEST; size++) {
      const last = tokens[at + size - 1];
      const before = tokens[at + size - 2];
      if (!last || (size > 1 && before && isBreakBetween(text, before, last))) break;
      if (isCapital(last.text)) {
        if (size > 1) candidates.add(soughtOf(text.slice(first.start, wordEnd(text, last))));
      } else if (!SMALL.includes(last.plain)) break;
    }
  }
  return [...candidates];
}

/**
 * Whether another sentence or line begins between the two; the full stop of "St." does not begin one.
 */
function isBreakBetween(text: string, before: Token, after: Token): boolean {
  const between = text.slice(before.end, after.start);
  return /[!?:;\n]/u.test(between) || (between.includes(".") && !ABBREVIATED.includes(before.plain));
}

/** With the 's, which is part of a school's name. */
function wordEnd(text: string, { end }: Token): number {
  return end + (/^['’]s(?![\p{L}\p{N}])/iu.exec(text.slice(end))?.[0].length ?? 0);
}

const ABBREVIATED = ["st", "ss", "dr", "c", "e"];
const SMALL = ["of", "the", "and", "on", "in", "for", "st"];
