import { byPublishedCount, isShown } from "../../published-count";
import type { PublishedFigure } from "../../shape/published-shape";
import { withoutStop } from "../clause";
import { figureInWords } from "../published-words";

/** Something that people are counted for, and how it is told: a theme, a finding, an NPQ. */
export type Counted = { title: string; people: PublishedFigure };

/** So many that tie are named; of more, how many they are. */
const NAMED = 3;

type Widest = {
  /** All that tie, in their order. */
  titles: string[];
  people: PublishedFigure;
};

/** Those with most people behind them: equal figures together, since none of them is first. null where no figure is shown. */
function widestOf(all: readonly Counted[]): Widest | null {
  const counted = all
    .filter(({ people }) => isShown(people) && people.count.is !== "none")
    .sort((a, b) => byPublishedCount(a.people, b.people));
  const [first] = counted;
  if (!first) return null;
  const level = counted.filter(({ people }) => byPublishedCount(people, first.people) === 0);
  return { titles: level.map(({ title }) => withoutStop(title)), people: first.people };
}

function named(titles: readonly string[]): string[] {
  const more = titles.length - NAMED;
  return [...titles.slice(0, NAMED), ...(more > 0 ? [`and ${more} more`] : [])];
}

/** Within a sentence: "Coaching; Delivery (each about 15 of 29 people)". */
export function widestInWords(all: readonly Counted[]): string | null {
  const widest = widestOf(all);
  if (widest === null) return null;
  const { titles, people } = widest;
  return `${named(titles).join("; ")} (${titles.length > 1 ? "each " : ""}${figureInWords(people)})`;
}

/**
 * Under a sentence, an item each. Where many have a few people each, none of them is widest, and naming three would single
 * them out: then it says how many of them there are. `things` is what they are, such as "themes".
 */
export function widestInItems(
  all: readonly Counted[],
  things: string,
): { words: string; items: string[] } | null {
  const widest = widestOf(all);
  if (widest === null) return null;
  const { titles, people } = widest;
  const figure = figureInWords(people);
  if (titles.length === 1) return { words: `${titles[0]} (${figure}).`, items: [] };
  if (titles.length > NAMED && people.count.is === "a few")
    return { words: `None stands out: ${titles.length} ${things}, each ${figure}.`, items: [] };
  return { words: `Each ${figure}:`, items: named(titles) };
}
