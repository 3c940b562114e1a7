import { byPublishedCount } from "@/lib/aggregate/publication/published-count";
import { countInTable } from "@/lib/aggregate/publication/words/published-words";
import type { Release } from "@/lib/aggregate/publication/release-contents";
import { STANCES } from "@/lib/capture/contribution/stance";
import { csvText } from "@/lib/platform/text/csv";
import { xlsxFile, type StreamedSheet } from "@/lib/platform/xlsx/xlsx-stream";
import type { AboutRelease } from "./release-file";
import {
  cellsOf,
  methodSentences,
  releaseRows,
  ROW_COLUMNS,
  themeTitles,
  type RowKind,
} from "./release-rows";

/** A release as one table; the CSV writer makes formulas harmless. */
export function releaseCsv(release: Release, about: AboutRelease): string {
  return csvText([[...ROW_COLUMNS], ...releaseRows(release).map((row) => cellsOf(row, about))]);
}

/**
 * A release as a workbook, a sheet for each kind of row. Where it is from and how it was counted is said once, on the first
 * sheet. Every cell is text, so that none becomes a formula.
 */
export async function releaseXlsx(release: Release, about: AboutRelease): Promise<Uint8Array<ArrayBuffer>> {
  const sheets = [
    methodSheet(release, about),
    figuresSheet(release, "Figures", ["Roundtables", "Theme", "What"]),
    findingsSheet(release),
    figuresSheet(release, "Groups", ["Theme", "What", "Statement"]),
    figuresSheet(release, "NPQs", ["Theme", "What"]),
  ];
  const title = `${about.review}, release ${about.release}`;
  return xlsxFile(sheets, { title, description: about.link, created: release.createdAt });
}

function methodSheet({ tables }: Release, about: AboutRelease): StreamedSheet {
  const threshold = tables[0]?.themes[0]?.people.threshold ?? 0;
  return {
    name: "About and method",
    columns: [column("About"), { title: "Words", width: 100 }],
    wraps: true,
    rows: [
      [
        ["Review", about.review],
        ["Release", String(about.release)],
        ["Released on", about.releasedOn],
        ["Page", about.link],
        ...methodSentences(threshold).map((sentence) => ["How it was counted", sentence]),
      ],
    ],
  };
}

const column = (title: string) => ({ title, width: title === "Statement" ? 40 : 26 });

type Varying = "Roundtables" | "Theme" | "What" | "Statement";

/** One figure a row, with the columns in which rows of the kind differ. */
function figuresSheet(release: Release, kind: RowKind, varying: readonly Varying[]): StreamedSheet {
  const rows = releaseRows(release).filter((row) => row.kind === kind);
  return {
    name: kind,
    columns: [...varying, "How many people", "People present"].map(column),
    rows: [
      rows.map(({ scope, theme, what, statement, figure }) => {
        const cells = { Roundtables: scope, Theme: theme, What: what, Statement: statement };
        return [
          ...varying.map((title) => cells[title]),
          figure ? countInTable(figure) : "",
          figure ? String(figure.of) : "",
        ];
      }),
    ],
  };
}

/** One finding a row, with both of its sides. */
function findingsSheet(release: Release): StreamedSheet {
  const titles = themeTitles(release);
  const findings = [...release.findings].sort((a, b) => byPublishedCount(a.supports, b.supports));
  const long = (title: string) => ({ title, width: 60 });
  return {
    name: "Findings",
    columns: [
      column("Theme"),
      column("Stance"),
      long("Finding"),
      column("How many said so"),
      column("How many saw it differently"),
      long("What they say"),
      column("People present"),
    ],
    wraps: true,
    rows: [
      findings.map(({ themeId, stance, text, counterView, supports, contradicts }) => [
        titles.get(themeId) ?? "",
        STANCES[stance].word,
        text,
        countInTable(supports),
        countInTable(contradicts),
        contradicts.count.is === "none" ? "" : counterView,
        String(supports.of),
      ]),
    ],
  };
}
