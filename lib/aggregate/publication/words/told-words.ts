import type { ToldFigure } from "../report/figure-ref";
import { countInTable, figureInWords, quantityOf } from "./published-words";
import { handsRaisedWords } from "./quantity";

/** How a figure that a report may tell is said, and in which other ways its author may write it. */

/** "about 15 of 29 people", "14 of 20 raised their hands", "29". */
export function toldInWords(told: ToldFigure, threshold: number): string {
  switch (told.is) {
    case "people":
      return figureInWords(told.figure);
    case "hands":
      return handsRaisedWords(told.hands.raised, told.hands.asked, threshold);
    case "most of them":
      return told.is;
    case "exact":
      return told.n.toLocaleString("en-GB");
  }
}

/** Whom a figure may be said of, after it. */
const OF_WHOM =
  /^(?: people| participants| fellows| attendees| colleagues| of (?:those|the people) present)?$/;

/** Whether these words of a text say what the figure says, and no more: a number, or its word of quantity. */
export function saysFigure(text: string, told: ToldFigure): boolean {
  const words = text.toLowerCase().replace(/\s+/g, " ").trim();
  return waysToSay(told).some((way) => words.startsWith(way) && OF_WHOM.test(words.slice(way.length)));
}

/** In small letters: the word of quantity, the number, and the number out of how many. */
export function waysToSay(told: ToldFigure): string[] {
  switch (told.is) {
    case "exact":
      return [told.n.toLocaleString("en-GB")];
    case "hands":
      return [
        `${told.hands.raised} of ${told.hands.asked}`,
        `${told.hands.raised} out of ${told.hands.asked}`,
      ];
    case "most of them":
      return [told.is];
    case "people": {
      const quantity = quantityOf(told.figure);
      if (quantity === null) return [];
      if (quantity === "none") return ["nobody", "none"];
      const number = countInTable(told.figure);
      const all = told.figure.of.toLocaleString("en-GB");
      return [...new Set([quantity, number, `${number} of ${all}`, `${number} of the ${all}`])];
    }
  }
}
