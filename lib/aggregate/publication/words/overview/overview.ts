import { countOf } from "@/lib/platform/text/count-words";
import { codingSentences } from "../../coding/coding-words";
import type { Release, ReleasedNpqs, ReleasedTable } from "../../release-contents";
import type { BreakdownAttribute } from "../../shape/breakdown";
import { findingAnswers, npqsInShort, type Answer, type FindingsHref } from "./answers";
import { ATTRIBUTE_WORDS } from "../compared/breakdown-words";
import { clearestContrast } from "../compared/group-words";
import { NOT_CLEAR } from "../compared/widest-gap";

export const NO_GROUPS =
  "No group was large enough to be shown without the risk that somebody is recognised.";

/** The line on how far coders agreed, which the top of the page leads to. */
export const RELIED_ON = "relied-on";
export const RELIED_ON_WORDS = "How far the themes can be relied on";

/** Groups that are not shown alone, and that findings mention. */
export type HiddenGroup = { group: string; attribute: BreakdownAttribute };

export type OverviewPlaces = {
  findingsHref: FindingsHref;
  groupsHref: (attribute: BreakdownAttribute) => string;
  npqsHref: string;
  /** null where no roundtable has figures of its own. */
  roundtablesHref: string | null;
};

type Overview = OverviewPlaces & {
  release: Pick<Release, "breakdowns" | "findings" | "npqs" | "coding">;
  /** The review's, or that of one roundtable. */
  table: ReleasedTable;
  /** How many shows of hands the page tells in words. */
  hands: number;
  hiddenGroups: readonly HiddenGroup[];
  themeHref: (theme: { slug: string }) => string;
};

/** Everything that a release says, a line each, with the place that says more. */
export function overviewOf(overview: Overview): Answer[] {
  const { release, table, findingsHref, hands, roundtablesHref } = overview;
  const whole = table.roundtable === null;
  const coding = codingSentences(release.coding, { whole });
  const rows: (Answer | null)[] = [
    ...findingAnswers(table, whole ? release.findings : [], findingsHref),
    hands > 0
      ? {
          question: "Shows of hands",
          href: "#hands",
          words: `${countOf(hands, "show")} of hands, and what ${hands === 1 ? "it was" : "they were"} about.`,
        }
      : null,
    whole && release.npqs ? npqs(release.npqs, overview) : null,
    roundtablesHref === null
      ? null
      : {
          question: "Roundtables side by side",
          href: roundtablesHref,
          words: "What people raised at each, and what at one alone.",
        },
    whole ? groups(overview) : null,
    coding.length === 0
      ? null
      : { id: RELIED_ON, question: RELIED_ON_WORDS, href: null, words: coding.join(" ") },
  ];
  return rows.filter((row) => row !== null);
}

function npqs(named: ReleasedNpqs, { npqsHref, themeHref }: Overview): Answer {
  const { theme } = named;
  return {
    question: "NPQs",
    href: npqsHref,
    words: npqsInShort(named),
    ...(theme
      ? {
          also: [
            { words: "What was said about it", links: [{ words: theme.title, href: themeHref(theme) }] },
          ],
        }
      : {}),
  };
}

function groups({ release: { breakdowns }, table, hiddenGroups, groupsHref }: Overview): Answer {
  const [first] = breakdowns;
  const question = "Groups of people";
  if (!first) return { question, href: null, words: NO_GROUPS };
  const contrast = clearestContrast(
    breakdowns,
    table.themes.filter(({ axis }) => axis === "theme"),
  );
  const hidden = hiddenGroups.map(({ group, attribute }) => ({
    words: group,
    href: `${groupsHref(attribute)}#not-shown`,
  }));
  return {
    question,
    href: groupsHref(first.attribute),
    words: contrast ?? NOT_CLEAR,
    also: [
      {
        words: "All themes",
        links: breakdowns.map(({ attribute }) => ({
          words: `by ${ATTRIBUTE_WORDS[attribute]}`,
          href: groupsHref(attribute),
        })),
      },
      ...(hidden.length === 0
        ? []
        : [{ words: "Mentioned in findings, but too few to be shown alone", links: hidden }]),
    ],
  };
}
