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

/** Whether these words of a text say what the figure says, and no more: a number, or its word of quantity. */
export function saysFigure(text: string, told: ToldFigure): boolean {
  const words = text.toLowerCase().replace(/\s+/g, " ").trim();
  return waysToSay(told).some((way) => words === way || words.startsWith(`${way} `));
}

/** In small letters, the shortest first. */
export function waysToSay(told: ToldFigure): string[] {
  if (told.is === "exact") return [told.n.toLocaleString("en-GB").toLowerCase()];
  if (told.is === "hands")
    return [`${told.hands.raised} of ${told.hands.asked}`, `${told.hands.raised} out of ${told.hands.asked}`];
  if (told.is === "most of them") return [told.is];
  const quantity = quantityOf(told.figure);
  const number = countInTable(told.figure);
  return [...(quantity === null ? [] : [quantity === "none" ? "nobody" : quantity]), number].filter(
    (way) => way !== "not shown",
  );
}
