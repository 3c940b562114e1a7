import { countInTable } from "@/lib/aggregate/publication/words/published-words";
import type { Stance } from "@/lib/capture/contribution/stance";
import type { DraftRun } from "../draft-block";
import type { DraftSource, DraftTheme } from "../draft-source";
import { claimOfTheme, type OpeningStance, type Quantity } from "./aggregate";
import type { Parts } from "./in-frame";
import { directionOf } from "./plan";

/** How many people, in the forms that frames have places for. */

export function quantityParts(quantity: Quantity | null, people: string): Parts {
  const named: DraftRun = { text: people };
  if (!quantity) return { people: [named] };
  const word: DraftRun = { text: quantity.word, figure: quantity.ref };
  const link = quantity.word === "about half" ? " of the " : " ";
  return { q: [word], who: [word, { text: link + people }], people: [named] };
}

/** How many people raised the theme, or took the stance, in the forms that frames have places for. */
export function themeParts(
  { theme, stance, quantity }: { theme: DraftTheme; stance: OpeningStance | null; quantity: Quantity },
  { style, figures }: DraftSource,
): Parts {
  const claim = claimOfTheme(theme.id, stance);
  const number = (style.figures && numberOf(theme, stance)) || null;
  const figure = (text: string): DraftRun => ({ text, claim, figure: quantity.ref });
  const told = figure(number ? `${number.count} of the ${number.of}` : quantity.word);
  const after = (text: string): DraftRun => ({ text, claim });
  const link = !number && quantity.word === "about half" ? " of the " : " ";
  const present: DraftRun[] =
    number?.of === figures?.table.present
      ? [
          after("the "),
          { text: String(number?.of), claim, figure: { of: "present" } },
          after(` ${style.people}`),
        ]
      : [after(`the ${style.people}`)];
  // "About half of them" would be another half.
  const ofThem = number || quantity.word === "a few";
  return {
    who: [told, after(link + style.people)],
    present: [told, after(number ? " people present" : " of those present")],
    them: ofThem
      ? [figure(number?.count ?? quantity.word), after(" of them")]
      : [told, after(link + style.people)],
    // Where those present are named first, how many they are stands there.
    n: [number && present.length > 1 ? figure(number.count) : told],
    all: number ? present : [after("those present")],
  };
}

/** "about 15", out of 29: only where the figure is a number. */
function numberOf({ released }: DraftTheme, stance: Stance | null): { count: string; of: number } | null {
  const figure = stance ? released?.stances[stance] : released?.people;
  return figure?.count.is === "about" ? { count: countInTable(figure), of: figure.of } : null;
}

const DIRECTIONS: Partial<Record<Stance, string>> = {
  improvement: " critically",
  strength: " favourably",
  ask: " with a request",
};

/** ", most of them critically", where one stance alone was taken by most of those who raised the theme. */
export function direction(theme: DraftTheme): DraftRun[] {
  const stance = directionOf(theme);
  if (stance === null) return [];
  const claim = claimOfTheme(theme.id, stance);
  return [
    { text: ", " },
    { text: "most of them", claim, figure: { of: "share", id: theme.id, stance } },
    { text: DIRECTIONS[stance] ?? "", claim },
  ];
}
