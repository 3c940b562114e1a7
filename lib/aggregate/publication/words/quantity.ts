import { isTooFew, numberWord } from "@/lib/aggregate/figures/small-number";
import { PUBLISHED_QUANTITIES, quantityScale } from "./published-words";

/**
 * Words of quantity in the sentences of a report. They are those of published figures, and two more: one participant,
 * which an author may choose to tell, and all, where everyone was counted.
 */

const QUANTIFIERS = ["all", ...PUBLISHED_QUANTITIES.filter((word) => word !== "none"), "one"] as const;
export type Quantifier = (typeof QUANTIFIERS)[number];

/** The scale in words, for a report's note on the method. */
export function reportScale(threshold: number): string {
  return `${quantityScale(threshold)}; “all” is used only where everyone was counted`;
}

/** How many hands went up, in a sentence of a report. Hands were public in the room: they are exact, unless few were asked. */
export function handsRaisedWords(raised: number, asked: number, threshold: number): string {
  if (raised === 0) return "nobody raised their hand";
  if (isTooFew(asked, threshold)) return "some of those asked raised their hands";
  return `${raised} of ${asked} raised their hands`;
}

/** What to write in place of a small figure, and of a small group that is described. */
export const SAY_A_FEW = "Say “a few” instead.";
export const SAY_PARTICIPANTS = "Say “one participant” or “a few participants”.";

const longestFirst = [...QUANTIFIERS].sort((a, b) => b.length - a.length);

/** The words of quantity, for a regular expression that finds one in a text. */
export const QUANTIFIER_PATTERN = longestFirst.join("|");

/** The words for a share of the people, which report what they said even without "participants" after them. */
export const SHARE_PATTERN = longestFirst.filter((word) => word !== "all" && word !== "one").join("|");

const FEW = 5;

/** Ways to write a number of fewer than five, for a regular expression. */
export const FEW_PATTERN = [
  ...Array.from({ length: FEW - 1 }, (_, at) => numberWord(at + 1)),
  `[1-${FEW - 1}]`,
  "a few",
  "a couple of",
].join("|");

/** The word of quantity as it is found in a text, whatever its capitals. */
export function readQuantifier(found: string): Quantifier | null {
  return QUANTIFIERS.find((word) => word === found.toLowerCase()) ?? null;
}
