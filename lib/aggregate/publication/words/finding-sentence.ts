import type { Stance } from "@/lib/capture/contribution/stance";
import { countOf } from "@/lib/platform/text/count-words";
import type { CountedOf, FindingInShort } from "../release-page-data";
import type { PublishedFigure } from "../shape/published-shape";
import { askedFor, asSentence, clause } from "./clause";
import { countInTable, counterViewWords, startingSentence } from "./published-words";

/** How a finding's stance is told, before the statement. */
const TOLD_AS: Record<Exclude<Stance, "ask">, string> = {
  strength: "named this as a strength",
  improvement: "named this as something to improve",
  observation: "made this observation",
};

/** That a finding is no quotation. */
const FACILITATORS_WORDS = "Worded by the facilitators.";

type ToldFinding = {
  stance: Stance;
  text: string;
  counterView: string;
  supports: PublishedFigure;
  contradicts: PublishedFigure;
};

/** Which roundtables a figure covers: one, or so many. */
type Where = { roundtable: { title: string } | null; roundtables: number };

/**
 * A finding to paste into a paper, before where it is from: "About 15 of 29 people present at 2 roundtables asked for a
 * coach. A few saw this differently: … Worded by the facilitators." Its words are the facilitators', so they bear no
 * quotation marks.
 */
export function findingSentence(finding: ToldFinding, where: Where): string {
  const { stance, text, counterView, supports, contradicts } = finding;
  const told = stance === "ask" ? askedFor(text) : `${TOLD_AS[stance]}: ${clause(text)}`;
  const sides = [
    asSentence(`${whoOf(supports, where)} ${told}`),
    otherSideSentence(contradicts, counterView),
    FACILITATORS_WORDS,
  ];
  return sides.filter((side) => side !== null).join(" ");
}

/** The same from what a page holds of it. */
export function findingInShortSentence(finding: FindingInShort, counted: CountedOf): string {
  const { stance, text, counterView = "", supports, contradicts = { is: "none" } } = finding;
  return findingSentence(
    {
      stance,
      text,
      counterView,
      supports: { count: supports, ...counted },
      contradicts: { count: contradicts, ...counted },
    },
    { roundtable: null, roundtables: counted.roundtables },
  );
}

/** "A few saw this differently: providers take more trouble over it."; null where nobody did. */
export function otherSideSentence(contradicts: PublishedFigure, counterView: string): string | null {
  const against = counterViewWords(contradicts);
  if (against === null) return null;
  return asSentence(counterView === "" ? against : `${against}: ${clause(counterView)}`);
}

/** "About 15 of 29 people present at 2 roundtables". A finding is counted for all of them, and not for each. */
export function whoOf(figure: PublishedFigure, { roundtable, roundtables }: Where): string {
  const { count, of } = figure;
  const where = roundtable === null ? `at ${countOf(roundtables, "roundtable")}` : `at ${roundtable.title}`;
  if (count.is === "held back") return `A number of people that is not shown, present ${where},`;
  const many = count.is === "none" ? "None" : startingSentence(countInTable(figure));
  return `${many} of ${of.toLocaleString("en-GB")} people present ${where}`;
}
