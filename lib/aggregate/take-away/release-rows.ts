import { STANCE_ORDER, STANCES } from "@/lib/capture/contribution/stance";
import { WHOSE_VIEWS } from "@/lib/aggregate/figures/figure-words";
import {
  ATTRIBUTE_WORDS,
  groupWords,
  othersRule,
} from "@/lib/aggregate/publication/words/compared/breakdown-words";
import { byPublishedCount } from "@/lib/aggregate/publication/published-count";
import type { PublishedFigure } from "@/lib/aggregate/publication/shape/published-shape";
import {
  countInTable,
  NOT_SHOWN,
  quantityScale,
  roundingRule,
  startingSentence,
} from "@/lib/aggregate/publication/words/published-words";
import type { Release } from "@/lib/aggregate/publication/release-contents";
import type { AboutRelease } from "./release-file";

export type RowKind = "Figures" | "Findings" | "Groups" | "NPQs" | "Method";

type ReleaseRow = {
  kind: RowKind;
  /** Which roundtables it covers. */
  scope: string;
  theme: string;
  what: string;
  figure: PublishedFigure | null;
  statement: string;
};

export const ROW_COLUMNS = [
  "Review",
  "Release",
  "Released on",
  "Kind",
  "Roundtables",
  "Theme",
  "What",
  "How many people",
  "People present",
  "Statement",
] as const;

const ALL = "All roundtables";

/** Everything that a release publishes, one figure a row, and how it was counted. */
export function releaseRows(release: Release): ReleaseRow[] {
  return [
    ...figureRows(release),
    ...findingRows(release),
    ...groupRows(release),
    ...npqRows(release),
    ...methodRows(release),
  ];
}

/** A row as cells, under ROW_COLUMNS. */
export function cellsOf({ kind, scope, theme, what, figure, statement }: ReleaseRow, about: AboutRelease) {
  const people = figure ? [countInTable(figure), String(figure.of)] : ["", ""];
  return [
    about.review,
    String(about.release),
    about.releasedOn,
    kind,
    scope,
    theme,
    what,
    ...people,
    statement,
  ];
}

function figureRows({ tables }: Release): ReleaseRow[] {
  return tables.flatMap(({ roundtable, themes }) =>
    themes.flatMap(({ title, people, stances }) => {
      const row = (what: string, figure: PublishedFigure): ReleaseRow => ({
        kind: "Figures",
        scope: roundtable?.title ?? ALL,
        theme: title,
        what,
        figure,
        statement: "",
      });
      return [
        row("Raised it", people),
        ...STANCE_ORDER.map((stance) => row(STANCES[stance].word, stances[stance])),
      ];
    }),
  );
}

function findingRows(release: Release): ReleaseRow[] {
  const titles = themeTitles(release);
  return [...release.findings]
    .sort((a, b) => byPublishedCount(a.supports, b.supports))
    .flatMap(({ themeId, stance, text, counterView, supports, contradicts }) => {
      const row = (what: string, figure: PublishedFigure, statement: string): ReleaseRow => ({
        kind: "Findings",
        scope: ALL,
        theme: titles.get(themeId) ?? "",
        what,
        figure,
        statement,
      });
      const said = row(`${STANCES[stance].word}: said so`, supports, text);
      return contradicts.count.is === "none"
        ? [said]
        : [said, row(`${STANCES[stance].word}: saw it differently`, contradicts, counterView)];
    });
}

function groupRows(release: Release): ReleaseRow[] {
  const titles = themeTitles(release);
  return release.breakdowns.flatMap(({ attribute, groups, release: counted }) =>
    groups.flatMap(({ group, themes }) =>
      Object.entries(themes).map(([themeId, figure]): ReleaseRow => ({
        kind: "Groups",
        scope: ALL,
        theme: titles.get(themeId) ?? "",
        what: `${startingSentence(ATTRIBUTE_WORDS[attribute])}: ${groupWords(group)}`,
        figure,
        statement: counted === release.number ? "" : `Counted in release ${counted}`,
      })),
    ),
  );
}

function npqRows({ npqs }: Release): ReleaseRow[] {
  if (!npqs) return [];
  const row = (theme: string, what: string, figure: PublishedFigure): ReleaseRow => ({
    kind: "NPQs",
    scope: ALL,
    theme,
    what,
    figure,
    statement: "",
  });
  return [
    ...npqs.npqs.map(({ npq, people }) => row("", `Spoke about ${npq}`, people)),
    ...npqs.pairs
      .filter(({ people }) => people.count.is !== "none")
      .map(({ first, second, people }) =>
        row(npqs.theme?.title ?? "", `Named ${first} and ${second}`, people),
      ),
  ];
}

function methodRows({ tables }: Release): ReleaseRow[] {
  const threshold = tables[0]?.themes[0]?.people.threshold ?? 0;
  return methodSentences(threshold).map((statement) => ({
    kind: "Method",
    scope: "",
    theme: "",
    what: "",
    figure: null,
    statement,
  }));
}

/** Whose words findings are, so that none passes as what somebody said. */
const FINDINGS_RULE =
  "Findings are statements in the facilitators’ words that rest on what people said. They are not quotations.";

/** How the figures of a release were counted, for every file that holds them. */
export function methodSentences(threshold: number): string[] {
  return [
    WHOSE_VIEWS,
    "Each person counts once, out of everybody who was present, without hosts. Stances overlap and do not add up.",
    roundingRule(threshold),
    `Words of quantity: ${quantityScale(threshold)}.`,
    FINDINGS_RULE,
    othersRule(threshold),
    NOT_SHOWN,
  ];
}

export function themeTitles({ tables }: Release): Map<string, string> {
  return new Map(tables[0]?.themes.map(({ id, title }) => [id, title]));
}
