import type { ToldFigure } from "../report/figure-ref";
import {
  countInTable,
  figureInWords,
  PUBLISHED_QUANTITIES,
  quantityOf,
  startingSentence,
} from "./published-words";
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
const WHOM = " people| participants| fellows| attendees| colleagues| of (?:those|the people) present";
const OF_WHOM = new RegExp(`^(?:${WHOM})?$`);

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

const FORMS = ["word", "number", "of", "of the", "out of"] as const;

/** What a text that says a figure is made of: "Most", "about 15 of the 29 people". */
export type FigureSaid = {
  /** By a word of quantity, by a number, or with how many it is out of, and how that is written. */
  form: (typeof FORMS)[number];
  capital: boolean;
  /** Whom it is said of, with the space before; empty where the text does not say. */
  whom: string;
};

const NUMBER = String.raw`\d[\d,]*`;
const QUANTITY = ["most of them", "nobody", ...PUBLISHED_QUANTITIES].join("|");
const SAID = new RegExp(
  `^(?:(?<word>${QUANTITY})|(?:about )?${NUMBER})(?: (?<of>of the|of|out of) ${NUMBER})?(?<whom>${WHOM})?$`,
  "i",
);

/** null for words that say no figure, or more than one: somebody wrote them. */
export function readFigure(text: string): FigureSaid | null {
  const found = SAID.exec(text);
  if (!found) return null;
  const { word, of, whom = "" } = found.groups ?? {};
  const plain = word === undefined ? "number" : "word";
  const form = FORMS.find((one) => one === of?.toLowerCase()) ?? plain;
  return { form, capital: /^\p{Lu}/u.test(text), whom };
}

/** The same figure said of another release in the form of `said`; null where no way is left to say it. */
export function saidAgain({ form, capital, whom }: FigureSaid, told: ToldFigure): string | null {
  const ways = waysToSay(told);
  const way = ways.find((one) => readFigure(one)?.form === form) ?? ways[0];
  return way === undefined ? null : `${capital ? startingSentence(way) : way}${whom}`;
}
