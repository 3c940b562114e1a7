/** The brief as text, before it is set: headed lists that can be shortened until two pages hold them. */

/** A line of a list: what it is about, a statement in the facilitators' words, and what the software says. */
export type BriefItem = { about?: string; statement?: string; says?: string };

export type BriefSection = {
  title: string;
  items: readonly BriefItem[];
  /** How many of these are told at most, and how many are told however long they are. */
  most: number;
  least: number;
  /** Set smaller, and without bullets. */
  small?: boolean;
  /** What is said where some are left out; by default nothing. */
  rest?: (left: readonly BriefItem[]) => string;
};

/** A section with what there is room for. */
export type FittedSection = Pick<BriefSection, "title" | "small"> & {
  items: readonly BriefItem[];
  rest: string | null;
};

/**
 * In points of `heightOf`, which reckons lines a little shorter than they are: what two pages of A4 hold within the margins and
 * above the foot, less a tenth of a page.
 */
export const ROOM = 1_500;
/** The title and the line below it. */
const HEAD = 50;
const HEADING = 26;
const NORMAL = { line: 11.6, after: 3, letters: 88 };
const SMALL = { line: 9.3, after: 4, letters: 112 };

/** As much of each section as two pages hold: the longest lists lose their last lines first. */
export function fittedSections(sections: readonly BriefSection[]): FittedSection[] {
  const kept = sections
    .filter(({ items }) => items.length > 0)
    .map(({ items, most }) => Math.min(items.length, most));
  const told = sections.filter(({ items }) => items.length > 0);
  const shown = () => told.map((section, at) => fitted(section, kept[at] ?? 0));
  while (heightOf(shown()) > ROOM) {
    const spare = told.map(({ least }, at) => (kept[at] ?? 0) - least);
    const widest = spare.indexOf(Math.max(...spare));
    if ((spare[widest] ?? 0) <= 0) break;
    kept[widest] = (kept[widest] ?? 0) - 1;
  }
  return shown();
}

function fitted({ title, items, small, rest }: BriefSection, kept: number): FittedSection {
  const left = items.slice(kept);
  return {
    title,
    items: items.slice(0, kept),
    rest: left.length > 0 && rest ? rest(left) : null,
    ...(small ? { small } : {}),
  };
}

/** About how high they are, in points. */
export function heightOf(sections: readonly FittedSection[]): number {
  return sections.reduce((sum, { items, small, rest }) => {
    const set = small ? SMALL : NORMAL;
    const lines = items.map(({ about = "", statement = "", says = "" }) =>
      paragraphHeight(`${about}${statement} ${says}`, set),
    );
    const more = rest === null ? 0 : paragraphHeight(rest, SMALL);
    return lines.reduce((a, b) => a + b, sum + HEADING + more);
  }, HEAD);
}

function paragraphHeight(text: string, { line, after, letters }: typeof NORMAL): number {
  return Math.max(1, Math.ceil(text.length / letters)) * line + after;
}
