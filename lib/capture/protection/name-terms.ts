import { folded } from "@/lib/capture/clearance/erasure-terms";
import { EVERYDAY, PLACES, PROVIDERS } from "@/lib/capture/contribution/mask-vocabulary";
import { isPlain, type Place } from "./text-places";

/** What a text may hold of somebody: how certain it is that it means them goes from first to last. */
const TRACE_KINDS = [
  "words",
  "name",
  "address",
  "organisation",
  "surname",
  "first-name",
  "organisation-part",
] as const;
export type TraceKind = (typeof TRACE_KINDS)[number];
type TermKind = Exclude<TraceKind, "words">;

/** Words in a row that name somebody. */
export type Term = {
  kind: TermKind;
  words: readonly string[];
  /** Whether it is removed unless somebody decides otherwise. */
  proposed: boolean;
  /** It is an everyday word too, so it counts only with a capital inside a sentence. */
  everyday: boolean;
};

/** How somebody is called and where to be found. */
export type Called = {
  names: readonly string[];
  organisations: readonly string[];
  addresses: readonly string[];
};

/** What else the words of a name may mean in this review. */
export type Meanings = {
  /** The names of people who stay. */
  otherNames: readonly string[];
  /** The organisations of people who stay, and hosts of roundtables. */
  otherOrganisations: readonly string[];
  /** Parts of names that contributions use as everyday words. */
  inLowerCase: ReadonlySet<string>;
};

type Token = Place & { plain: string; capital: boolean };

/** The words of a name or text: hyphens, apostrophes and full stops separate them. */
function tokensOf(text: string): Token[] {
  return Array.from(text.matchAll(/[\p{L}\p{N}\p{M}]+/gu), ({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    plain: isPlain(word) ? word.toLowerCase() : folded(word),
    capital: /^\p{Lu}/u.test(word),
  }));
}

export function nameWords(text: string): string[] {
  return tokensOf(text).map(({ plain }) => plain);
}

const TITLES = new Set("mr mrs ms miss mx dr prof professor sir dame rev reverend fr sr".split(" "));
const KINDS_OF_SCHOOL = new Set(
  (
    "academy academies college centre church community council district education federation foundation grammar group high " +
    "infant infants institute junior juniors learning lower middle multi nursery partnership preparatory primary pru school " +
    "schools secondary service services sixth form special st saint teaching training trust university upper catholic " +
    "christian chartered england national international of the and for in ce rc county city local authority department"
  ).split(" "),
);
const KNOWN_PLACES = new Set(PLACES.map(folded));
const KNOWN_WORDS = new Set([...EVERYDAY, ...PLACES.map(folded)]);
const KNOWN_ORGANISATIONS = new Set(PROVIDERS.map((name) => nameWords(name).join(" ")));
/** Shorter parts of a name occur in too many other words. */
const PART = 3;

/** Everything that names the people, in all the ways in which people are called. */
export function termsOf(people: readonly Called[], meanings: Meanings): Term[] {
  const terms = people.flatMap(({ names, organisations, addresses }) => [
    ...names.flatMap((name) => nameTerms(name, meanings)),
    ...organisations.flatMap((name) => organisationTerms(name, meanings)),
    ...addresses.map((address): Term => certain("address", nameWords(address))),
  ]);
  return terms.filter(({ words }) => words.join("").length >= PART);
}

function certain(kind: TermKind, words: readonly string[]): Term {
  return { kind, words, proposed: true, everyday: false };
}

/** "Dr Jane Ann Smith": the whole, Jane Smith, Smith Jane, JaneSmith, Smith; and Jane, which may be anybody. */
function nameTerms(name: string, meanings: Meanings): Term[] {
  const parts = name
    .split(/\s+/)
    .map(nameWords)
    .filter((part) => part.length > 0);
  while (parts.length > 1 && parts[0]?.every((word) => TITLES.has(word))) parts.shift();
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last) return [];
  if (parts.length === 1) return [part("surname", first, meanings)];
  return [
    certain("name", parts.flat()),
    certain("name", [...first, ...last]),
    certain("name", [...last, ...first]),
    certain("name", [[...first, ...last].join("")]),
    part("surname", last, meanings),
    { ...part("first-name", first, meanings), proposed: false },
  ];
}

function part(kind: "surname" | "first-name", words: readonly string[], meanings: Meanings): Term {
  const shared = meanings.otherNames.some((name) => {
    const theirs = nameWords(name);
    return words.every((word) => theirs.includes(word));
  });
  const everyday = words.every((word) => KNOWN_WORDS.has(word));
  const inUse = words.length === 1 && meanings.inLowerCase.has(words[0] ?? "");
  return { kind, words, proposed: !shared && !everyday && !inUse, everyday };
}

/** The whole name, and what distinguishes it, which may also be a place. */
function organisationTerms(name: string, { otherOrganisations, inLowerCase }: Meanings): Term[] {
  const words = nameWords(name);
  const whole = words.join(" ");
  const own = words.filter((word) => !KINDS_OF_SCHOOL.has(word));
  if (own.length === 0) return [];
  const isOthers = otherOrganisations.some((other) => nameWords(other).join(" ") === whole);
  const isCommon =
    own.every((word) => KNOWN_WORDS.has(word) || inLowerCase.has(word)) && own.length === words.length;
  const proposed = !isOthers && !isCommon && !KNOWN_ORGANISATIONS.has(whole);
  const terms: Term[] = [{ kind: "organisation", words, proposed, everyday: false }];
  if (own.length < words.length && !own.every((word) => KNOWN_PLACES.has(word)))
    terms.push({
      kind: "organisation-part",
      words: own,
      proposed: false,
      everyday: own.every((word) => KNOWN_WORDS.has(word)),
    });
  return terms;
}

export type NameFound = Place & { kind: TermKind; proposed: boolean };

/** What may stand between two words of a name: "Smith, Jane", "jane.smith", "O’Brien"; never a line end. */
const BETWEEN = /^[^\p{L}\p{N}\n]{0,3}$/u;

/**
 * Makes a function that finds the terms in a text as whole words, ignoring case and accents; of several that begin
 * at a word, the longest. Each word is looked up once.
 */
export function nameFinder(terms: readonly Term[]): (text: string) => NameFound[] {
  const byFirst = new Map<string, Term[]>();
  for (const term of terms) {
    const [first] = term.words;
    if (first !== undefined) byFirst.set(first, [...(byFirst.get(first) ?? []), term]);
  }
  for (const those of byFirst.values())
    those.sort((a, b) => b.words.length - a.words.length || order(a) - order(b));
  const firsts = [...byFirst.keys()];
  return (text) => {
    // Most texts name nobody who is sought, and need not be taken apart.
    const plain = isPlain(text) ? text.toLowerCase() : folded(text);
    if (!firsts.some((first) => plain.includes(first))) return [];
    const tokens = tokensOf(text);
    const found: NameFound[] = [];
    for (let at = 0; at < tokens.length; at++) {
      const term = byFirst.get(tokens[at]?.plain ?? "")?.find((one) => isHere(text, tokens, at, one));
      const [first, last] = [tokens[at], tokens[at + (term?.words.length ?? 1) - 1]];
      if (!term || !first || !last) continue;
      const titled = TITLES.has(tokens[at - 1]?.plain ?? "");
      const isPerson = term.kind === "surname" && titled;
      found.push({ start: first.start, end: last.end, kind: term.kind, proposed: term.proposed || isPerson });
      at += term.words.length - 1;
    }
    return found;
  };
}

/** One that is removed unasked comes before one that is not. */
const order = ({ proposed, kind }: Term) => (proposed ? 0 : TRACE_KINDS.length) + TRACE_KINDS.indexOf(kind);

function isHere(text: string, tokens: readonly Token[], at: number, { words, everyday }: Term): boolean {
  const first = tokens[at];
  for (let n = 1; n < words.length; n++) {
    const [before, here] = [tokens[at + n - 1], tokens[at + n]];
    if (!before || !here || here.plain !== words[n]) return false;
    if (!BETWEEN.test(text.slice(before.end, Math.min(here.start, before.end + 4)))) return false;
  }
  if (!first || !everyday) return first !== undefined;
  return first.capital && (TITLES.has(tokens[at - 1]?.plain ?? "") || !beginsSentence(text, first.start));
}

/** Whether a word begins a sentence, where a capital means nothing. */
function beginsSentence(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && /[\s"“”'‘(]/u.test(text.charAt(before)) && text[before] !== "\n") before--;
  return before < 0 || /[.!?:\n]/.test(text.charAt(before));
}
