import { countOf } from "@/lib/platform/text/count-words";
import type { Stance } from "@/lib/capture/contribution/stance";
import { byPublishedCount, isShown } from "../published-count";
import { mayBeEven } from "../finding/sides";
import type { PublishedFigure } from "../shape/published-shape";
import { namedPairs } from "../release-page-data";
import type { ReleasedFinding, ReleasedNpqs, ReleasedTable } from "../release-contents";
import { hasOtherSide } from "../finding/finding-kind";
import { withoutStop } from "./clause";
import { figureInWords } from "./published-words";

/** What readers look for first, each answered in a line, and the place that says more. */
export type Answer = { question: string; words: string; href: string };

type Counted = { title: string; people: PublishedFigure };

/** So many that tie are named; of more, how many they are. */
const NAMED = 3;

/** The answers of a release; of one roundtable, which has no findings, themes stand in for them. */
export function answersOf(
  table: ReleasedTable,
  findings: readonly ReleasedFinding[],
  /** The page of all findings that name a strength; null before they are released. */
  strengthsHref: string | null,
): Answer[] {
  const whole = table.roundtable === null;
  const themes = table.themes.filter(({ axis }) => axis === "theme");
  const byStance = (stance: Stance): Counted[] =>
    whole && findings.some((one) => one.stance === stance)
      ? findings
          .filter((one) => one.stance === stance)
          .map(({ text, supports }) => ({ title: text, people: supports }))
      : themes.map(({ title, stances }) => ({ title, people: stances[stance] }));
  return [
    answer("Raised most widely", themes, "#themes"),
    whole
      ? answer("Asked for most widely", byStance("ask"), "#asks")
      : answer("Themes with most requests", byStance("ask"), "#themes"),
    whole
      ? answer("Named most widely as working well", byStance("strength"), strengthsHref ?? "#themes")
      : answer("Themes with most praise", byStance("strength"), "#themes"),
    differences(findings),
  ].filter((one) => one !== null);
}

function answer(question: string, all: readonly Counted[], href: string): Answer | null {
  const words = mostPeople(all);
  return words === null ? null : { question, words: `${words}.`, href };
}

/** "Coaching; Delivery (each about 15 of 29 people)": those with most people; equal figures are named together. */
function mostPeople(all: readonly Counted[]): string | null {
  const counted = all
    .filter(({ people }) => isShown(people) && people.count.is !== "none")
    .sort((a, b) => byPublishedCount(a.people, b.people));
  const [first] = counted;
  if (!first) return null;
  const level = counted.filter(({ people }) => byPublishedCount(people, first.people) === 0);
  const more = level.length - NAMED;
  const named = [
    ...level.slice(0, NAMED).map(({ title }) => withoutStop(title)),
    ...(more > 0 ? [`and ${more} more`] : []),
  ];
  const figure = `${level.length > 1 ? "each " : ""}${figureInWords(first.people)}`;
  return `${named.join("; ")} (${figure})`;
}

/** In how many findings somebody is on the other side, and in how many of them as many as on this one, for all that is shown. */
function differences(findings: readonly ReleasedFinding[]): Answer | null {
  if (findings.length === 0) return null;
  const different = findings.filter(hasOtherSide);
  const even = different.filter(mayBeEven).length;
  const words =
    different.length === 0
      ? "The figures do not show anybody who saw a finding differently."
      : `Somebody saw it differently in ${different.length} of ${countOf(findings.length, "finding")}. In ${even === 0 ? "none" : even} of them both sides may be equal.`;
  return { question: "Where views differ", words, href: "#divided" };
}

/** Which two NPQs most people named together where they spoke about repetition; null where nobody named two. */
export function pairsInShort(npqs: ReleasedNpqs): string | null {
  return mostPeople(namedPairs(npqs));
}

/** Which NPQs most people spoke about, and which two most people named together where they spoke about repetition. */
export function npqsInShort(npqs: ReleasedNpqs): { nobody: boolean; sentences: string[] } {
  const spoken = mostPeople(npqs.npqs.map(({ npq, people }) => ({ title: npq, people })));
  const together = npqs.theme && pairsInShort(npqs);
  return {
    nobody: npqs.npqs.every(({ people }) => people.count.is === "none"),
    sentences: [
      ...(spoken === null ? [] : [`Spoken about most widely: ${spoken}.`]),
      ...(together === null
        ? []
        : [`Named together most widely by people who spoke about ${npqs.theme?.title}: ${together}.`]),
    ],
  };
}
