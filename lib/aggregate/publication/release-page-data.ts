import type { Stance } from "@/lib/capture/contribution/stance";
import { countInTable, PUBLISHED_QUANTITIES, quantityOf } from "./words/published-words";
import type { PublishedCount, PublishedFigure } from "./shape/published-shape";
import { isDivided } from "./finding/divided";
import { findingAnchor } from "./finding/finding-anchor";
import type { ReleasedFinding, ReleasedNpqs, ReleasedTable, ReleasedTheme } from "./release-contents";
import { byPublishedCount } from "./published-count";
import { stanceBars } from "./stance-bars";

/**
 * What the page of a release shows, as the least data that it can be drawn from. Such a page is long: sent as markup, all
 * of it would be sent twice.
 */

/** How far it is certain and how far it may reach, in hundredths of those present, and its words; by STANCE_ORDER. */
export type BarInShort = readonly [certain: number, possible: number, words: string];

export function barsInShort({ stances }: Pick<ReleasedTheme, "stances">): BarInShort[] {
  return stanceBars(stances).map(({ certain, possible, words }) => [certain, possible, words]);
}

/** What findings are counted out of: all of a release alike, so that a list says it once. */
export type CountedOf = { of: number; threshold: number; roundtables: number };

/** `review` is the table of the review. */
export function countedOf(review: ReleasedTable): CountedOf {
  const { present, themes, roundtables } = review;
  return { of: present, threshold: themes[0]?.people.threshold ?? 0, roundtables };
}

export type FindingInShort = {
  stance: Stance;
  text: string;
  /** How many said so. */
  supports: PublishedCount;
  /** Its place on the page of its theme. */
  anchor: string;
  /** Where opinion is divided for certain. */
  divided?: true;
  /** How many saw it differently, and what they say, where anybody did and where it was written. */
  contradicts?: PublishedCount;
  counterView?: string;
};

/** A theme by its title, with its page. */
type ThemeLink = { title: string; href: string };

/** A finding where it stands among those of other themes. */
export type PlacedFinding = {
  finding: FindingInShort;
  theme?: ThemeLink;
  /** Shows of hands that were about it. */
  hands?: string[];
};

const inShort = new WeakMap<ReleasedFinding, FindingInShort>();

/** The same object each time: a page that tells a finding in several places sends it once. */
export function findingInShort(finding: ReleasedFinding): FindingInShort {
  const known = inShort.get(finding) ?? shortened(finding);
  inShort.set(finding, known);
  return known;
}

function shortened(finding: ReleasedFinding): FindingInShort {
  const { id, stance, text, counterView, supports, contradicts } = finding;
  const nobody = contradicts.count.is === "none";
  return {
    stance,
    text,
    supports: supports.count,
    anchor: findingAnchor(id),
    ...(isDivided(finding) ? { divided: true } : {}),
    ...(nobody ? {} : { contradicts: contradicts.count }),
    ...(nobody || counterView === "" ? {} : { counterView }),
  };
}

/** Findings with their themes, whose links are the same objects each time, so that they are sent once too. */
export function placedFindings(
  review: ReleasedTable,
  hrefOf: (theme: ReleasedTheme) => string,
): (finding: ReleasedFinding) => PlacedFinding {
  const links = new Map(
    review.themes.map((theme) => [theme.id, { title: theme.title, href: hrefOf(theme) }]),
  );
  return (finding) => {
    const theme = links.get(finding.themeId);
    return { finding: findingInShort(finding), ...(theme ? { theme } : {}) };
  };
}

/** The NPQs that somebody named together, those that most people named first; pairs that nobody named are not listed. */
export function namedPairs({ pairs }: ReleasedNpqs): { title: string; people: PublishedFigure }[] {
  return pairs
    .filter(({ people }) => people.count.is !== "none")
    .sort((a, b) => byPublishedCount(a.people, b.people))
    .map(({ first, second, people }) => ({ title: `${first} and ${second}`, people }));
}

/** The words of a cell, and how strongly they tint it: 0 for none or not shown, 1 for a few, up to 6 for nearly all. */
export type CellInShort = readonly [words: string, tint: number];

export function cellInShort(figure: PublishedFigure | null): CellInShort {
  if (figure === null) return ["none", 0];
  const quantity = quantityOf(figure);
  const tint =
    quantity === null ? 0 : PUBLISHED_QUANTITIES.length - 1 - PUBLISHED_QUANTITIES.indexOf(quantity);
  return [countInTable(figure), tint];
}
