import { formatDate } from "@/lib/platform/text/dates";
import { isShown } from "../published-count";
import type { Release, ReleasedFinding, ReleasedTable, ReleasedTheme } from "../release-contents";
import { findingSentence, otherSideSentence, whoOf } from "./finding-sentence";
import { raisedToCite } from "./published-words";
import { raisedTheme } from "./theme-sentence";

/** Where a figure is from: the review, its release, and the page that shows it. */
export type CitedRelease = {
  review: string;
  release: number;
  createdAt: Date;
  roundtable: string | null;
  link: string;
};

/** Where it is from in words, and the page: what is copied there may have a page, or a place on it, of its own. */
export type Source = { words: string; link: string };

export function sourceOf({ review, release, createdAt, roundtable, link }: CitedRelease): Source {
  const parts = [review, roundtable, `release ${release}`, formatDate(createdAt)];
  return { words: parts.filter((part) => part !== null).join(", "), link };
}

/**
 * A theme's figure to paste into a paper, before where it is from: "About 15 of 29 people raised Coaching, at both
 * roundtables, mostly as something to improve."
 */
export function citeTheme(
  theme: ReleasedTheme,
  table: ReleasedTable,
  release: Pick<Release, "tables">,
): string {
  const { people, title } = theme;
  const told = raisedTheme(theme, table, release);
  if (told) return raisedToCite(told, title, table.roundtable?.title ?? null);
  return isShown(people)
    ? `${whoOf(people, table)} raised ${title}.`
    : `How many people raised ${title} is not shown.`;
}

/** A finding likewise, with how many see it differently and what they say. */
export function citeFinding(finding: ReleasedFinding, table: ReleasedTable): string {
  return findingSentence(finding, table);
}

/** "A few saw this differently: providers take more trouble over it."; null where nobody did. */
export function otherSide({
  contradicts,
  counterView,
}: Pick<ReleasedFinding, "contradicts" | "counterView">): string | null {
  return otherSideSentence(contradicts, counterView);
}
