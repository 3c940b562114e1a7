import { NPQ_CODES, type Npq } from "@/lib/capture/people/vocabulary";
import { STANCES } from "@/lib/capture/contribution/stance";
import {
  counterViewWords,
  countInTable,
  PUBLISHED_QUANTITIES,
  quantityInWords,
  quantityOf,
} from "./words/published-words";
import type { PublishedFigure } from "./shape/published-shape";
import type { ReleasedFinding, ReleasedNpqs, ReleasedTheme } from "./release-contents";
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

export type FindingInShort = {
  /** The stance and how many said so. */
  stance: string;
  text: string;
  said: string;
  /** How many saw it differently, and what they say, where anybody did and where it was written. */
  against?: string;
  counterView?: string;
};

/** A theme by its title, with its page. */
export type ThemeLink = { title: string; href: string };

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
  const { stance, text, counterView, supports, contradicts } = finding;
  const against = counterViewWords(contradicts);
  return {
    stance: `${STANCES[stance].sign} ${STANCES[stance].word}`,
    text,
    said: `${quantityInWords(supports)}.`,
    ...(against === null ? {} : { against }),
    ...(against === null || counterView === "" ? {} : { counterView }),
  };
}

/** How many people named two NPQs, NPQs down and across: of those with a pair that is not none. */
export function pairTable({ pairs }: ReleasedNpqs): {
  rows: string[];
  columns: string[];
  cells: CellInShort[][];
} {
  const named = pairs.filter(({ people }) => people.count.is !== "none");
  const npqs = NPQ_CODES.filter((code) =>
    named.some(({ first, second }) => first === code || second === code),
  );
  const figure = (row: Npq, column: Npq) =>
    pairs.find(
      ({ first, second }) => (first === row && second === column) || (first === column && second === row),
    );
  const rows = npqs.slice(1);
  const columns = npqs.slice(0, -1);
  // Each pair stands once, below the diagonal.
  const cells = rows.map((row, at) =>
    columns.map((column, place): CellInShort =>
      place <= at ? cellInShort(figure(row, column)?.people ?? null) : ["", 0],
    ),
  );
  return { rows, columns, cells };
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
