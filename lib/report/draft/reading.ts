import type { Quantifier } from "@/lib/aggregate/figures/quantifier";

/** What the checks detect in a sentence. They match patterns in the English text. */

const PEOPLE = "participants?|people|fellows?|colleagues?|attendees?|of them|of those (?:present|asked)";
const WORDS = "all|most|many|some|a few|one";
const VERBS = "also|said|took|did|saw|disagreed|agreed|asked|added|felt|thought|wanted";
const QUANTITY = new RegExp(`\\b(${WORDS})(?: of the)? (?:${PEOPLE})\\b|^(${WORDS}) (?:${VERBS})\\b`, "i");

const QUANTIFIERS: Record<string, Quantifier> = {
  all: "all",
  most: "most",
  many: "many",
  some: "some",
  "a few": "a few",
  one: "one",
};

/** The word of quantity that a sentence uses of people, if any. */
export function quantityIn(text: string): Quantifier | null {
  const found = QUANTITY.exec(text);
  return QUANTIFIERS[(found?.[1] ?? found?.[2] ?? "").toLowerCase()] ?? null;
}

/** "3 of 20" and similar, where the first number is between 1 and the threshold less one. */
export function smallFiguresIn(text: string, smallNumber: number): string[] {
  return [...text.matchAll(/\b(\d+)(?: out)? of (?:the )?\d+\b/g)]
    .filter(([, value]) => Number(value) > 0 && Number(value) < smallNumber)
    .map(([figure]) => figure);
}

const ROLES =
  "head ?teachers?|heads|deput(?:y|ies)(?: heads?)?|assistant heads?|executive heads?|SENCOs?|governors?|trustees?|chief executives?|chief financial officers?|middle leaders?|heads? of (?:year|phase)|classroom teachers?|NPQ facilitators?";
const FEW = "one|two|three|four|[1-4]|a few|a couple of";

/** A small number of people described by role, phase, setting or region at the start of a sentence. */
const SMALL_GROUP = new RegExp(
  `^(?:(?:${FEW}|an?)\\s+(?:[\\w-]+\\s+){0,3}?(?:${ROLES})|(?:${FEW})\\s+(?!(?:of|other)\\b)(?:[\\w-]+\\s+){1,3}?(?:${PEOPLE})|(?:${FEW}|an?)\\s+(?:${PEOPLE})\\s+(?:from|at|in|who works?|working)\\b[^,.]*)`,
  "i",
);

/** The words that describe one or few people by more than the fact that they took part, or null. */
export function namesSmallGroup(text: string): string | null {
  return SMALL_GROUP.exec(text)?.[0] ?? null;
}

const SPEAKING =
  "said|say|asked for|felt|feel|raised|suggested|agreed|disagreed|called for|wanted|want|told|thought|supported|reported|noted";
const SPEECH = new RegExp(
  `\\b(?:participants?|people|fellows|colleagues|attendees|some|many|most|others|a few)\\b[^.,;:]{0,40}\\b(?:${SPEAKING})\\b`,
  "i",
);

/** Whether a sentence reports what people said, however it is marked. */
export function reportsSpeech(text: string): boolean {
  return SPEECH.test(text);
}
