import type { MaskKind } from "@/lib/capture/contribution/mask-kinds";
import { runBefore } from "@/lib/platform/text/code-points";
import { endingReader, institutionNames, type Ending } from "./institution-names";

/** A range of the words, in UTF-16 units; of two that overlap the one with more weight is kept. */
export type Found = { start: number; end: number; as: MaskKind; why: string; weight: number };

type Look = Pick<Found, "as" | "why" | "weight">;
type Range = Pick<Found, "start" | "end">;

const TELEPHONE = /(?<![\p{L}\p{N}])(?:\+44\s?|0)\d(?:[\s-]?\d){8,9}(?!\d)/gu;
const POSTCODE = /(?<![\p{L}\p{N}])[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}(?![\p{L}\p{N}])/gu;
const TITLE =
  /(?<![\p{L}\p{N}])(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame)\.?\s+\p{Lu}[\p{L}\p{M}]*(?:[-'’][\p{L}\p{M}]+)*(?:\s+\p{Lu}[\p{L}\p{M}]*(?:[-'’][\p{L}\p{M}]+)*)?/gu;
const SAINT =
  /(?<![\p{L}\p{N}])St\.?\s+\p{Lu}[\p{L}\p{M}]*(?:[-'’][\p{L}\p{M}]+)*(?:['’]s?)?(?![\p{L}\p{N}])/gu;
/** "my head, Jane", "our SENCO Priya Shah": only the name, its first group, is suggested. */
const KNOWN_BY_ROLE =
  /(?<![\p{L}])(?:my|our|the|her|his|their)\s+(?:own\s+)?(?:exec(?:utive)?\s+)?(?:head(?:teacher)?|deputy(?:\s+head)?|assistant\s+head|principal|SENCO|SENDCO|mentor|coach|assessor|facilitator|colleague|line\s+manager|manager|boss|CEO|chair|governor|friend|wife|husband|partner|daughter|son),?\s+(?:called\s+)?(\p{Lu}[\p{L}\p{M}]*(?:[-'’][\p{L}\p{M}]+)*(?:\s+\p{Lu}[\p{L}\p{M}]*(?:[-'’][\p{L}\p{M}]+)*)?)/gu;

const SCHOOL: Ending = {
  between: /(?:['’]s?)?\s+/uy,
  before: /(?:C\.?\s?of\s?E\.?|CE|RC|Catholic|Church of England|Community|Foundation)\s+/uy,
  last: /(?:(?:Primary|Infants?|Juniors?|High|Secondary|Grammar|Nursery|Special|Upper|Middle|Lower)(?:\s+(?:School|Academy))?|Academy|Sixth Form(?:\s+College)?|School|College|PRU)(?![\p{L}\p{N}])/uy,
};
const TRUST: Ending = {
  between: /\s+/uy,
  before: /(?:Multi[- ]Academy|Academies|Academy|Schools|Learning|Educational|Education)\s+/uy,
  last: /(?:Trust|MAT|Federation|Partnership|Teaching School Hub)(?![\p{L}\p{N}])/uy,
};

/** Finds what looks like a name, a school, a trust or an address, judged from the words alone. */
export function patternMasks(text: string): Found[] {
  const all: [Range[], Look][] = [
    [mailAddresses(text), { as: "person", why: "an email address", weight: 6 }],
    [matches(text, TELEPHONE), { as: "person", why: "a telephone number", weight: 6 }],
    [matches(text, POSTCODE), { as: "place", why: "a postcode", weight: 6 }],
    [matches(text, TITLE), { as: "person", why: "a title and a surname", weight: 4 }],
    [saintsSchools(text), { as: "school", why: "looks like a school named after a saint", weight: 3 }],
    [institutionNames(text, SCHOOL), { as: "school", why: "looks like a school’s name", weight: 3 }],
    [institutionNames(text, TRUST), { as: "trust", why: "looks like a trust’s name", weight: 3 }],
    [knownByRole(text), { as: "person", why: "a name after a role", weight: 3 }],
  ];
  return all.flatMap(([ranges, look]) => ranges.map(({ start, end }): Found => ({ ...look, start, end })));
}

function matches(text: string, pattern: RegExp): Range[] {
  return [...text.matchAll(pattern)].map(({ 0: words, index }) => ({
    start: index,
    end: index + words.length,
  }));
}

/** From each @ to both sides; a pattern that begins with the name would be tried in the middle of every word. */
function mailAddresses(text: string): Range[] {
  const found: Range[] = [];
  for (const { 0: domain, index } of text.matchAll(/@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu)) {
    const start = Math.max(runBefore(text, index, /[\p{L}\p{N}._%+-]/u), found.at(-1)?.end ?? 0);
    if (start < index) found.push({ start, end: index + domain.length });
  }
  return found;
}

function saintsSchools(text: string): Range[] {
  const endingAt = endingReader(text, SCHOOL);
  return matches(text, SAINT).map(({ start, end }) => {
    const space = /^\s+/.exec(text.slice(end))?.[0].length ?? 0;
    return { start, end: (space > 0 ? endingAt(end + space) : null) ?? end };
  });
}

function knownByRole(text: string): Range[] {
  return [...text.matchAll(KNOWN_BY_ROLE)].map(({ 0: all, 1: name = "", index }) => ({
    start: index + all.length - name.length,
    end: index + all.length,
  }));
}
