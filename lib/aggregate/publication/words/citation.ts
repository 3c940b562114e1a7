import { formatDate } from "@/lib/platform/text/dates";
import { isShown, type PublishedFigure } from "../published-count";
import { figureInWords, startingSentence } from "./published-words";

/** Where a figure is from: the review, its release, and the page that shows it. */
export type CitedRelease = {
  review: string;
  release: number;
  createdAt: Date;
  roundtable: string | null;
  link: string;
};

/** "NPQ review, Leeds, release 2, 29 November 2026, https://…". */
function sourceWords({ review, release, createdAt, roundtable, link }: CitedRelease): string {
  const parts = [review, roundtable, `release ${release}`, formatDate(createdAt), link];
  return parts.filter((part) => part !== null).join(", ");
}

/** A theme's figure to paste into a paper: "About 15 of 29 people raised Coaching. NPQ review, release 2, …"; null: without its source. */
export function citeTheme(title: string, people: PublishedFigure, from: CitedRelease | null): string {
  const said = isShown(people)
    ? `${startingSentence(figureInWords(people))} raised ${title}.`
    : `How many people raised ${title} is not shown.`;
  return withSource(said, from);
}

/** A finding likewise: "“Pay for coaches.” Said by about 15 of 29 people. NPQ review, release 2, …". */
export function citeFinding(text: string, supports: PublishedFigure, from: CitedRelease | null): string {
  return withSource(`“${text}” Said by ${figureInWords(supports)}.`, from);
}

function withSource(said: string, from: CitedRelease | null): string {
  return from ? `${said} ${sourceWords(from)}` : said;
}
