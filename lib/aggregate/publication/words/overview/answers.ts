import type { Stance } from "@/lib/capture/contribution/stance";
import { countOf } from "@/lib/platform/text/count-words";
import { findingsOfKind, type FindingKind } from "../../finding/finding-kind";
import { foundUnder } from "../../finding/found-under";
import { KIND_WORDS } from "../../finding/kind-words";
import { bySides } from "../../finding/sides";
import { namedPairs } from "../../release-page-data";
import type { ReleasedFinding, ReleasedNpqs, ReleasedTable } from "../../release-contents";
import { mostlyWords } from "../theme-sentence";
import { widestInItems, widestInWords, type Counted } from "./widest";

/** What readers look for first: a sentence, or one that announces items, and the place that says more. */
export type Answer = {
  /** Where something leads to it. */
  id?: string;
  question: string;
  /** The part of the page, or the page; null where there is none before a release. */
  href: string | null;
  words: string;
  items?: readonly string[];
  /** Further places, after what they have in common. */
  also?: readonly { words: string; links: readonly { words: string; href: string }[] }[];
};

/** The page of all findings of a kind; null before they are released. */
export type FindingsHref = ((kind: FindingKind) => string) | null;

/** The findings of a release in short. */
export function findingAnswers(
  table: ReleasedTable,
  findings: readonly ReleasedFinding[],
  findingsHref: FindingsHref,
): (Answer | null)[] {
  const themes = table.themes.filter(({ axis }) => axis === "theme");
  const ofStance = (stance: Stance) =>
    themes.map(({ title, stances }) => ({ title, people: stances[stance] }));
  const toldBy = (stance: Stance): Counted[] | null => {
    const own = findings.filter((one) => one.stance === stance);
    return own.length === 0 ? null : own.map(({ text, supports }) => ({ title: text, people: supports }));
  };
  const [asks, strengths] = [toldBy("ask"), toldBy("strength")];
  return [
    raisedMostWidely(table),
    asks
      ? answer("Asked for most widely", "#asks", widestInItems(asks, "findings"))
      : answer("Themes with most requests", "#themes", widestInItems(ofStance("ask"), "themes")),
    strengths
      ? answer(
          "Named most widely as working well",
          findingsHref ? findingsHref("strength") : "#themes",
          widestInItems(strengths, "findings"),
        )
      : answer("Themes with most praise", "#themes", widestInItems(ofStance("strength"), "themes")),
    ...(findings.length === 0
      ? []
      : [differences(table, findings, findingsHref), few(table, findings, findingsHref)]),
  ];
}

/** Each theme with the stances that most of those who raised it took, where the figures say so for certain. */
function raisedMostWidely({ themes }: ReleasedTable): Answer | null {
  const counted = themes
    .filter(({ axis }) => axis === "theme")
    .map((theme) => {
      const mostly = mostlyWords(theme);
      return { title: mostly === null ? theme.title : `${theme.title}, ${mostly}`, people: theme.people };
    });
  return answer("Raised most widely", "#themes", widestInItems(counted, "themes"));
}

function answer(
  question: string,
  href: string,
  told: { words: string; items: string[] } | null,
): Answer | null {
  return told && { question, href, ...told };
}

/** How far views differ, by the words of both sides, and the themes that such findings are under. */
function differences(
  table: ReleasedTable,
  findings: readonly ReleasedFinding[],
  findingsHref: FindingsHref,
): Answer {
  const different = findingsOfKind(findings, "differ");
  const place = { question: KIND_WORDS.differ.title, href: findingsHref && findingsHref("differ") };
  if (different.length === 0)
    return { ...place, words: "The figures do not show anybody who saw a finding differently." };
  return {
    ...place,
    words: `Somebody saw it differently in ${different.length} of ${countOf(findings.length, "finding")}, nearest to an even split first:`,
    items: bySides(different).map(
      (group) => `${group.title}: ${foundUnder(group.findings, table)}. ${group.about}`,
    ),
  };
}

const NOT_QUOTED = "Nobody is quoted beside them: so few people could be recognised.";

function few(table: ReleasedTable, findings: readonly ReleasedFinding[], findingsHref: FindingsHref): Answer {
  const own = findingsOfKind(findings, "few");
  return {
    question: KIND_WORDS.few.title,
    href: findingsHref && findingsHref("few"),
    words:
      own.length === 0
        ? "No finding rests on a few people alone."
        : `${foundUnder(own, table)}. A view of a few can matter as much as one that many share. ${NOT_QUOTED}`,
  };
}

/** Which two NPQs most people named together where they spoke about repetition; null where nobody named two. */
export function pairsInShort(npqs: ReleasedNpqs): string | null {
  return widestInWords(namedPairs(npqs));
}

/** Which NPQs most people spoke about, and which two most people named together where they spoke about repetition. */
export function npqsInShort(npqs: ReleasedNpqs): string {
  if (npqs.npqs.every(({ people }) => people.count.is === "none")) return "No contribution names an NPQ.";
  const spoken = widestInWords(npqs.npqs.map(({ npq, people }) => ({ title: npq, people })));
  const together = npqs.theme && pairsInShort(npqs);
  return [
    spoken === null
      ? "How many people spoke about each is not shown."
      : `Spoken about most widely: ${spoken}.`,
    ...(together === null
      ? []
      : [`Named together most widely by people who spoke about ${npqs.theme?.title}: ${together}.`]),
  ].join(" ");
}
