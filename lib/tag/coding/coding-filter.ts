import type { CodingAddress } from "./coding-address";

/** States of contributions to filter by, in the words of the filter. */
export const LEFT = {
  untagged: "Without a theme",
  stale: "To check again",
  flagged: "To talk about",
  disagreed: "Coders differ",
  mine: "Tagged by me",
} as const;
export type Left = keyof typeof LEFT;

/** Attributes of speakers to filter by. */
export const SPEAKER_ATTRIBUTES = ["role", "phase", "setting", "region"] as const;

/** The address of a page with those filters, and with the open contribution where it is given. */
export function codingAddress(path: string, filters: CodingAddress): string {
  const given = Object.entries(filters).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const query = new URLSearchParams(given).toString();
  return query === "" ? path : `${path}?${query}`;
}

/**
 * Only the filters, without the page, the open contribution and what was just done: a batch is made from
 * these.
 */
export function searchOf(filters: CodingAddress): CodingAddress {
  return { ...filters, after: undefined, before: undefined, contribution: undefined, batch: undefined };
}

/** Whether anything narrows the list. */
export function isNarrowed(filters: CodingAddress): boolean {
  return Object.values(searchOf(filters)).some((value) => value !== undefined);
}

/** Titles of what an address names by slug or id. */
type Titles = { roundtable?: string | undefined; question?: string | undefined; theme?: string | undefined };
/** One filter in words, and the address without it. */
type SetFilter = { name: keyof CodingAddress; words: string; without: CodingAddress };

/**
 * The filters, each of which can be removed alone; a question is removed with its roundtable. Search words
 * are not among them, because they are in their own field.
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

/** What is removed together with a filter. */
const ALSO: Partial<Record<keyof CodingAddress, CodingAddress>> = { roundtable: { question: undefined } };
