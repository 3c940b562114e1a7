import {
  FEW_PATTERN,
  QUANTIFIER_PATTERN,
  readQuantifier,
  SHARE_PATTERN,
  type Quantifier,
} from "@/lib/aggregate/publication/words/quantity";

/** What the checks detect in a sentence. They match patterns in the English text. */

const PEOPLE = "participants?|people|fellows?|colleagues?|attendees?|of them|of those (?:present|asked)";
const VERBS = "also|said|took|did|saw|disagreed|agreed|asked|added|felt|thought|wanted";
const QUANTITY = new RegExp(
  `\\b(${QUANTIFIER_PATTERN})(?: of the)? (?:${PEOPLE})\\b|^(${QUANTIFIER_PATTERN}) (?:${VERBS})\\b`,
  "gi",
);

/** The words of quantity that a sentence uses of people, each with where it stands. */
export function quantitiesIn(text: string): { word: Quantifier; found: string; start: number }[] {
  return [...text.matchAll(QUANTITY)].flatMap((match) => {
    const found = match[1] ?? match[2] ?? "";
    const word = readQuantifier(found);
    return word ? [{ word, found, start: match.index + match[0].indexOf(found) }] : [];
  });
}

const REPORTING =
  "said|saying|say|felt|feel|reported|noted|explained|thought|argued|observed|found|stressed|mentioned|made|took|remarked|considered|suggested|commented|believed|expressed|pointed|raised|asked|wanted|called|agreed|disagreed|supported|favou?red?|spoke|discussed|named|described|saw|valued|welcomed|regretted|warned|concerned|worried|positive|critical|told|heard|shared|proposed";
/**
 * Words that say of everybody, or of more than half, what they said or did; "not everyone" says no more than that one did not,
 * and "a core that everyone shares" nothing of those present.
 */
const EVERYBODY = new RegExp(
  `(?<!\\bnot )\\b(?:everyone|everybody|nobody|no one)\\b(?= (?:\\w+ ){0,3}(?:${REPORTING})\\b)|\\b(?:the|a) majority\\b`,
  "gi",
);

/** "the majority", "everyone": quantities that no figure of a release says in these words, and where they stand. */
export function sweepingIn(text: string): { found: string; start: number }[] {
  return [...text.matchAll(EVERYBODY)].map((match) => ({ found: match[0], start: match.index }));
}

/** "17 people", "12 participants", and where they stand. */
export function countedPeopleIn(text: string): { found: string; start: number }[] {
  return [...text.matchAll(COUNTED_PEOPLE)].map((match) => ({ found: match[0], start: match.index }));
}

const COUNTED_PEOPLE = /(?<!about )\b\d+ (?:people|participants|fellows|colleagues|attendees)\b/gi;

/** "13 of 20" and similar, with the first number and where it stands; "about 15 of 20" is no exact number. */
export function exactFiguresIn(text: string): { found: string; value: number; start: number }[] {
  return [...text.matchAll(/(?<!about )\b(\d+)(?: out)? of (?:the )?\d+\b/g)].map((match) => ({
    found: match[0],
    value: Number(match[1]),
    start: match.index,
  }));
}

const ROLES =
  "head ?teachers?|heads|deput(?:y|ies)(?: heads?)?|assistant heads?|executive heads?|SENCOs?|governors?|trustees?|chief executives?|chief financial officers?|middle leaders?|heads? of (?:year|phase)|classroom teachers?|NPQ facilitators?";

/** A small number of people described by role, phase, setting or region at the start of a sentence. */
const SMALL_GROUP = new RegExp(
  `^(?:(?:${FEW_PATTERN}|an?)\\s+(?:[\\w-]+\\s+){0,3}?(?:${ROLES})|(?:${FEW_PATTERN})\\s+(?!(?:of|other|${PEOPLE})\\b)(?:[\\w-]+\\s+){1,3}?(?:${PEOPLE})|(?:${FEW_PATTERN}|an?)\\s+(?:${PEOPLE})\\s+(?:from|at|in|who works?|working)\\b[^,.]*)`,
  "i",
);

/** The words that describe one or few people by more than the fact that they took part, or null. */
export function namesSmallGroup(text: string): string | null {
  return SMALL_GROUP.exec(text)?.[0] ?? null;
}

/** Labels of participants and hosts, such as P07: facilitators' pages alone show them. */
export function labelsIn(text: string): string[] {
  return [...text.matchAll(/\b[PH]\d{2,3}\b/g)].map(([label]) => label);
}

const SPEAKING =
  "said|say|asked for|felt|feel|raised|suggested|agreed|disagreed|called for|wanted|want|told|thought|supported|reported|noted";
const SPEECH = new RegExp(
  `\\b(?:participants?|people|fellows|colleagues|attendees|others|${ROLES}|${SHARE_PATTERN})\\b[^.,;:]{0,40}\\b(?:${SPEAKING})\\b`,
  "i",
);

/** Whether a sentence reports what people said, however it is marked. */
export function reportsSpeech(text: string): boolean {
  return SPEECH.test(text);
}

const PEOPLE_REPORT = new RegExp(
  `\\b(?:participants?|people|fellows?|colleagues?|attendees?|present|others|they|${SHARE_PATTERN}|one)\\b[^.;]{0,60}\\b(?:${REPORTING})\\b`,
  "i",
);
const IT_WAS_REPORTED = new RegExp(
  `\\b(?:was|were|been)\\s(?:\\w+\\s){0,2}(?:${REPORTING}|disputed|put)\\b`,
  "i",
);
const A_VIEW =
  /\b(?:concerns?|criticisms?|comments?|views?|worr(?:y|ies)|complaints?|requests?|proposals?|opinions?|disagreement|show of hands|hands|according to|agreed|saw it|opposite)\b/i;

/** Whether a sentence says whose view it tells: people who speak, a passive such as "it was felt", or a word such as "view". */
export function isAttributed(text: string): boolean {
  return PEOPLE_REPORT.test(text) || IT_WAS_REPORTED.test(text) || A_VIEW.test(text);
}

/** What was said, without the words that say who said it. */
export function withoutAttribution(text: string): string {
  return text.replace(PEOPLE_REPORT, " ").replace(IT_WAS_REPORTED, " ");
}
