import { codingSentences } from "@/lib/aggregate/publication/coding/coding-words";
import { isDivided } from "@/lib/aggregate/publication/finding/divided";
import { findingsOfKind, type FindingKind } from "@/lib/aggregate/publication/finding/finding-kind";
import { KIND_WORDS } from "@/lib/aggregate/publication/finding/kind-words";
import { byPublishedCount, isShown } from "@/lib/aggregate/publication/published-count";
import type {
  Release,
  ReleasedFinding,
  ReleasedNpqs,
  ReleasedTable,
} from "@/lib/aggregate/publication/release-contents";
import type { PublishedFigure } from "@/lib/aggregate/publication/shape/published-shape";
import { otherSide } from "@/lib/aggregate/publication/words/citation";
import { asSentence } from "@/lib/aggregate/publication/words/clause";
import { contrastSentence } from "@/lib/aggregate/publication/words/compared/group-words";
import {
  countInTable,
  NAMED_TOGETHER,
  quantityInWords,
} from "@/lib/aggregate/publication/words/published-words";
import { themeSentence } from "@/lib/aggregate/publication/words/theme-sentence";
import { STANCES } from "@/lib/capture/contribution/stance";
import { countOf } from "@/lib/platform/text/count-words";
import { methodSentences } from "../release-rows";
import type { BriefItem, BriefSection } from "./brief-section";
import { notKnown } from "./not-known";

/** So many NPQs are told of those that people spoke about. */
const NPQS = 6;

/** What a department reads first, in its order: the whole, what is asked for, both sides, who differs, and what is not known. */
export function briefSections(release: Release, table: ReleasedTable): BriefSection[] {
  const ofKind = (kind: FindingKind) => findingsOfKind(release.findings, kind);
  const asks = ofKind("ask").slice(0, 5);
  const strengths = ofKind("strength").slice(0, 4);
  const above = new Set([...asks, ...strengths]);
  const differ = ofKind("differ").filter((finding) => !above.has(finding));
  const told = new Set([...above, ...differ.slice(0, 6)]);
  const areas = table.themes.filter(({ axis }) => axis === "area");
  return [
    themesSection(release, table),
    findingsSection(KIND_WORDS.ask.title, ofKind("ask"), { most: 5, least: 3 }),
    findingsSection("What works well", ofKind("strength"), { most: 4, least: 2 }),
    findingsSection("Where else views differ", differ, { most: 6, least: 2 }),
    findingsSection(
      KIND_WORDS.few.title,
      ofKind("few").filter((finding) => !told.has(finding)),
      { most: 4, least: 1 },
    ),
    {
      title: "DfE’s four areas",
      items: areas.map((area) => ({ about: `${area.title}. `, says: themeSentence(area, table, release) })),
      most: 4,
      least: 4,
    },
    npqSection(release.npqs),
    {
      title: "Groups of people",
      items: release.breakdowns.flatMap((breakdown) => {
        const says = contrastSentence(
          breakdown,
          table.themes.filter(({ axis }) => axis === "theme"),
        );
        return says === null ? [] : [{ says }];
      }),
      most: 3,
      least: 0,
    },
    {
      title: "What is not known",
      items: notKnown(release, table).map((says) => ({ says })),
      most: 8,
      least: 1,
    },
    {
      title: "How this was counted",
      items: [
        ...methodSentences(table.themes[0]?.people.threshold ?? 0),
        ...codingSentences(release.coding, { whole: table.roundtable === null }),
      ].map((says) => ({ says })),
      most: 20,
      least: 20,
      small: true,
    },
  ];
}

/** Themes for which there is no room are named with their figures, so that none that ties with a told one is missing. */
function themesSection(release: Release, table: ReleasedTable): BriefSection {
  const themes = table.themes.filter(({ axis }) => axis === "theme");
  return {
    title: "Themes",
    items: themes.map((theme) => ({ about: `${theme.title}. `, says: themeSentence(theme, table, release) })),
    most: 8,
    least: 4,
    rest: (left) => {
      const named = themes
        .slice(themes.length - left.length)
        .map(({ title, people }) => `${title} (${countInTable(people)})`);
      return `Other themes: ${named.join(", ")}.`;
    },
  };
}

function findingsSection(
  title: string,
  findings: readonly ReleasedFinding[],
  room: Pick<BriefSection, "most" | "least">,
): BriefSection {
  return {
    title,
    items: findings.map(toldItem),
    ...room,
    rest: (left) => `The dashboard has ${countOf(left.length, "more finding")} of this kind.`,
  };
}

function toldItem(finding: ReleasedFinding): BriefItem {
  const { stance, text, supports } = finding;
  const divided = isDivided(finding) ? "Divided." : null;
  const parts = [`${STANCES[stance].word}.`, `${quantityInWords(supports)}.`, divided, otherSide(finding)];
  return { statement: asSentence(text), says: parts.filter((part) => part !== null).join(" ") };
}

/** The NPQs that most people spoke about, and those that people named together where they spoke about repetition. */
function npqSection(npqs: ReleasedNpqs | null): BriefSection {
  const most = <Row extends { people: PublishedFigure }>(rows: readonly Row[]) =>
    rows
      .filter(({ people }) => people.count.is !== "none" && isShown(people))
      .sort((a, b) => byPublishedCount(a.people, b.people))
      .slice(0, NPQS);
  const spoken = most(npqs?.npqs ?? []).map(({ npq, people }) => `${npq} (${countInTable(people)})`);
  const pairs = most(npqs?.pairs ?? []).map(
    ({ first, second, people }) => `${first} and ${second} (${countInTable(people)})`,
  );
  return {
    title: "NPQs that people spoke about",
    items: [
      ...(spoken.length === 0 ? [] : [{ says: `${spoken.join(", ")}.` }]),
      ...(pairs.length === 0
        ? []
        : [
            {
              about: "Named together, where people spoke about repetition: ",
              says: `${pairs.join(", ")}. ${NAMED_TOGETHER}`,
            },
          ]),
    ],
    most: 2,
    least: 1,
  };
}
