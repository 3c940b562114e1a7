import { numberWord } from "@/lib/aggregate/figures/small-number";
import { intervalOf } from "../published-count";
import type { PublishedFigure } from "../shape/published-shape";

/** How a published figure is said, on pages, in files and in reports. Nothing else puts it into words. */

/** For a table: "none", "a few", "about 15", "nearly all", "not shown". */
export function countInTable({ count }: PublishedFigure): string {
  switch (count.is) {
    case "about":
      return `about ${count.n.toLocaleString("en-GB")}`;
    case "held back":
      return "not shown";
    default:
      return count.is;
  }
}

/** "nobody", "a few of 20 people", "about 15 of 20 people", "nearly all of 20 people", "a number that is not shown". */
export function figureInWords(figure: PublishedFigure): string {
  const { count, of } = figure;
  if (count.is === "none") return "nobody";
  if (count.is === "held back") return "a number of people that is not shown";
  return `${countInTable(figure)} of ${of.toLocaleString("en-GB")} people`;
}

export const PUBLISHED_QUANTITIES = [
  "nearly all",
  "most",
  "about half",
  "many",
  "some",
  "a few",
  "none",
] as const;
export type PublishedQuantity = (typeof PUBLISHED_QUANTITIES)[number];

/**
 * The word of quantity of a published figure; null where it is held back. It never says more than the figure does: it
 * holds for the least count that the figure may stand for.
 */
export function quantityOf(figure: PublishedFigure): PublishedQuantity | null {
  const { count, of } = figure;
  if (count.is === "held back") return null;
  if (count.is !== "about") return count.is;
  const { low, high } = intervalOf(figure);
  if (low * 2 > of) return "most";
  if (high * 2 >= of) return "about half";
  return low * 3 >= of ? "many" : "some";
}

/** "most participants", "a few participants", "no participants"; null where the figure is not shown. */
function participantsInWords(figure: PublishedFigure): string | null {
  const quantity = quantityOf(figure);
  if (quantity === null) return null;
  if (quantity === "none") return "no participants";
  return quantity === "about half" ? "about half of participants" : `${quantity} participants`;
}

/** "Most participants, about 15 of 29", "A few of 29 participants", "Nobody": a word of quantity and what it rests on. */
export function quantityInWords(figure: PublishedFigure): string {
  const { count, of } = figure;
  const all = of.toLocaleString("en-GB");
  switch (count.is) {
    case "none":
      return "Nobody";
    case "held back":
      return "A number of participants that is not shown";
    case "about":
      return `${startingSentence(participantsInWords(figure) ?? "")}, ${countInTable(figure)} of ${all}`;
    default:
      return `${startingSentence(count.is)} of ${all} participants`;
  }
}

/**
 * "A few saw this differently", "Some (about 5 of 29) saw this differently": how many say otherwise than a finding; null
 * where nobody does.
 */
export function counterViewWords(figure: PublishedFigure): string | null {
  const { count, of } = figure;
  const quantity = quantityOf(figure);
  if (quantity === null) return "How many people saw this differently is not shown";
  if (quantity === "none") return null;
  const number = count.is === "about" ? ` (${countInTable(figure)} of ${of.toLocaleString("en-GB")})` : "";
  return `${startingSentence(quantity)}${number} saw this differently`;
}

export function startingSentence(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

/** How many raised a theme, and where and how they did, so that a page can say it and cite it without being sent both. */
export type RaisedTheme = { raised: string; rest?: string };

export function raisedSentence({ raised, rest = "" }: RaisedTheme): string {
  return `Raised by ${raised}${rest}.`;
}

/** To paste into a paper; `at` is the roundtable that is shown alone. */
export function raisedToCite({ raised, rest = "" }: RaisedTheme, title: string, at: string | null): string {
  return `${startingSentence(raised)} raised ${title}${at === null ? "" : `, at ${at}`}${rest}.`;
}

/** Why a figure is not shown, wherever one is. */
export const NOT_SHOWN =
  "“Not shown” protects people: a number of very few people could be worked out from the figure.";

/** Beside every list of NPQs that were named together. */
export const NAMED_TOGETHER = "To name two together does not say that they repeat each other.";

/** The scale, as the note on the method and "How is this counted?" print it. */
export function quantityScale(threshold: number): string {
  const few = `“a few” means fewer than ${numberWord(threshold)} people`;
  return `“nearly all” means that rounding reaches everybody present; “most” means more than half; “about half” means that half is within the rounding; “many” means at least a third for certain; “some” means at least ${numberWord(threshold)} people, where a third is not certain; ${few}, whatever the share`;
}

/** What rounding does to each number, for a note that has to be short. */
export function shortRoundingRule(threshold: number): string {
  return `Numbers of people are rounded to the nearest 5, and fewer than ${numberWord(threshold)} people are “a few”. The number of people present and shows of hands are exact.`;
}

/** The same with how far each number may reach. */
export function roundingRule(threshold: number): string {
  const few = `“A few” stands for 1 to ${threshold - 1} people`;
  return `Numbers of people are rounded to the nearest 5. ${few}, ${reachOf(5, threshold)}${reachOf(10, threshold)}${reachOf(15, threshold)}and so on. The number of people present and shows of hands are exact.`;
}

/** "“about 5” for 5 to 7, "; nothing where no count is shown so. */
function reachOf(n: number, threshold: number): string {
  const { low, high } = intervalOf({ count: { is: "about", n }, of: n * 2, threshold });
  return low > high ? "" : `“about ${n}” for ${low} to ${high}, `;
}
