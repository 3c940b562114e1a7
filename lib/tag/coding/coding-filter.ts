import { z } from "zod";

/** Contributions that still need something, or that have something, in the words of the filter. */
export const LEFT = {
  untagged: "Without a theme",
  stale: "To check again",
  flagged: "To talk about",
  disagreed: "Coders differ",
  mine: "Tagged by me",
} as const;
export type Left = keyof typeof LEFT;

/** Attributes of speakers that contributions are filtered by. */
export const SPEAKER_ATTRIBUTES = ["role", "phase", "setting", "region"] as const;

const word = z
  .string()
  .trim()
  .min(1)
  .max(200)
  // A database takes no NUL in a text.
  .refine((text) => !text.includes("\u0000"))
  .optional()
  .catch(undefined);
const id = z.uuid().optional().catch(undefined);
const LEFT_KEYS = ["untagged", "stale", "flagged", "disagreed", "mine"] as const satisfies Left[];

/** What the address of the coding page says; anything it cannot mean counts as not said. */
const Address = z.object({
  roundtable: word,
  question: id,
  left: z.enum(LEFT_KEYS).optional().catch(undefined),
  theme: word,
  role: word,
  phase: word,
  setting: word,
  region: word,
  words: word,
  after: id,
  before: id,
  contribution: id,
  /** The batch that was just made, to take it back. */
  batch: id,
});
export type CodingAddress = z.infer<typeof Address>;

export function readCodingAddress(query: Record<string, string | string[] | undefined>): CodingAddress {
  return Address.parse(query);
}

/** The address of a page with those filters; which contribution is open is said only where it is given. */
export function codingAddress(path: string, filters: CodingAddress): string {
  const given = Object.entries(filters).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const query = new URLSearchParams(given).toString();
  return query === "" ? path : `${path}?${query}`;
}

/**
 * The filters alone, without the page, the contribution that is open and what was just done: what a batch is
 * made of.
 */
export function searchOf(filters: CodingAddress): CodingAddress {
  return { ...filters, after: undefined, before: undefined, contribution: undefined, batch: undefined };
}

/** Whether anything narrows the list. */
export function isNarrowed(filters: CodingAddress): boolean {
  return Object.values(searchOf(filters)).some((value) => value !== undefined);
}

/** Titles of what an address names by its slug or its id. */
type Titles = { roundtable?: string | undefined; question?: string | undefined; theme?: string | undefined };
/** One filter that is set, in words, and what the address is without it. */
type SetFilter = { name: keyof CodingAddress; words: string; without: CodingAddress };

/**
 * The filters that are set, each to be taken off alone; a question goes with its roundtable. Words that are
 * looked for are not among them: they stand in their field.
 */
export function setFilters(filters: CodingAddress, titles: Titles): SetFilter[] {
  const search = searchOf(filters);
  const { left, roundtable, question, theme } = search;
  const one = (name: keyof CodingAddress, said: string | undefined): SetFilter[] =>
    said === undefined
      ? []
      : [{ name, words: said, without: { ...search, ...ALSO[name], [name]: undefined } }];
  return [
    ...one("left", left && LEFT[left]),
    ...one("roundtable", roundtable && (titles.roundtable ?? roundtable)),
    ...one("question", question && (titles.question ?? "A question")),
    ...one("theme", theme && (titles.theme ?? theme)),
    ...SPEAKER_ATTRIBUTES.flatMap((attribute) => one(attribute, search[attribute])),
  ];
}

/** What goes with a filter that is taken off. */
const ALSO: Partial<Record<keyof CodingAddress, CodingAddress>> = { roundtable: { question: undefined } };
