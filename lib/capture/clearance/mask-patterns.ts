import type { MaskKind } from "@/lib/capture/contribution/mask";

/** A range of the words, in UTF-16 units; of two that overlap the one with more weight is kept. */
export type Found = { start: number; end: number; as: MaskKind; why: string; weight: number };

type Pattern = { of: RegExp; as: MaskKind; why: string; weight: number };

const NAME = String.raw`\p{Lu}[\p{L}\p{M}]*(?:[-'’]\p{Lu}?[\p{L}\p{M}]+)*`;
/** Capitalised words that begin a sentence or are in general use, and are not part of a school's name. */
const NOT_A_NAME =
  "(?!(?:The|A|An|Our|My|Their|His|Her|Your|This|That|Every|Each|Some|Any|All|At|In|On|For|From|Most|Many|Few|No|And|But|So|If|When|We|They|It|I|Chartered|National|Early|New|Primary|Secondary|High|Junior|Infant|Nursery|Special|Sixth|Multi|Academy|School|College|Trust)\\b)";
const NAMED = `${NOT_A_NAME}${NAME}(?:\\s+(?:of|the|and|on|${NAME}))*?`;
const POSSESSIVE = "(?:['’]s?)?";
const KIND_OF_SCHOOL =
  "(?:(?:C\\.?\\s?of\\s?E\\.?|CE|C of E|RC|Catholic|Church of England|Community|Foundation)\\s+)*(?:(?:Primary|Infants?|Juniors?|High|Secondary|Grammar|Nursery|Special|Upper|Middle|Lower)(?:\\s+(?:School|Academy))?|Academy|Sixth Form(?:\\s+College)?|School|College|PRU)";

const PATTERNS: readonly Pattern[] = [
  {
    of: /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu,
    as: "person",
    why: "an email address",
    weight: 6,
  },
  {
    of: /(?<![\p{L}\p{N}])(?:\+44\s?|0)\d(?:[\s-]?\d){8,9}(?!\d)/gu,
    as: "person",
    why: "a telephone number",
    weight: 6,
  },
  {
    of: /(?<![\p{L}\p{N}])[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}(?![\p{L}\p{N}])/gu,
    as: "place",
    why: "a postcode",
    weight: 6,
  },
  {
    of: new RegExp(
      `(?<![\\p{L}\\p{N}])(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame)\\.?\\s+${NAME}(?:\\s+${NAME})?`,
      "gu",
    ),
    as: "person",
    why: "a title and a surname",
    weight: 4,
  },
  {
    of: new RegExp(
      `(?<![\\p{L}\\p{N}])St\\.?\\s+${NAME}${POSSESSIVE}(?:\\s+(?:and\\s+St\\.?\\s+)?${NAME}${POSSESSIVE})??(?:\\s+${KIND_OF_SCHOOL})?(?![\\p{L}\\p{N}])`,
      "gu",
    ),
    as: "school",
    why: "looks like a school named after a saint",
    weight: 3,
  },
  {
    of: new RegExp(`(?<![\\p{L}\\p{N}])${NAMED}${POSSESSIVE}\\s+${KIND_OF_SCHOOL}(?![\\p{L}\\p{N}])`, "gu"),
    as: "school",
    why: "looks like a school’s name",
    weight: 3,
  },
  {
    of: new RegExp(
      `(?<![\\p{L}\\p{N}])${NAMED}\\s+(?:(?:Multi[- ]Academy|Academies|Academy|Schools|Learning|Education|Educational)\\s+)*(?:Trust|MAT|Federation|Partnership|Teaching School Hub)(?![\\p{L}\\p{N}])`,
      "gu",
    ),
    as: "trust",
    why: "looks like a trust’s name",
    weight: 3,
  },
];

/** "my head, Jane", "our SENCO Priya Shah": only the name is suggested. */
const KNOWN_BY_ROLE = new RegExp(
  `(?<![\\p{L}])(?:my|our|the|her|his|their)\\s+(?:own\\s+)?(?:exec(?:utive)?\\s+)?(?:head(?:teacher)?|deputy(?:\\s+head)?|assistant\\s+head|principal|SENCO|SENDCO|mentor|coach|assessor|facilitator|colleague|contribution\\s+manager|manager|boss|CEO|chair|governor|friend|wife|husband|partner|daughter|son),?\\s+(?:called\\s+)?(${NAME}(?:\\s+${NAME})?)`,
  "gu",
);

/** Patterns for what looks like a name, a school, a trust or an address, judged from the words alone. */
export function patternMasks(text: string): Found[] {
  const found = PATTERNS.flatMap(({ of, as, why, weight }) =>
    [...text.matchAll(of)].map(({ 0: words, index }) => ({
      start: index,
      end: index + words.length,
      as,
      why,
      weight,
    })),
  );
  const byRole = [...text.matchAll(KNOWN_BY_ROLE)].flatMap(({ 0: all, 1: name, index }) =>
    name === undefined
      ? []
      : [
          {
            start: index + all.length - name.length,
            end: index + all.length,
            as: "person" as const,
            why: "a name after a role",
            weight: 3,
          },
        ],
  );
  return [...found, ...byRole];
}
