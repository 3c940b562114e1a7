import type { ReleasedCounts, ToldCount } from "@/lib/aggregate/publication/check/theme-history";
import { checkReport, type Told } from "@/lib/aggregate/publication/report/check-report";
import { reportFigures, type ReportFigures } from "@/lib/aggregate/publication/report/figure-ref";
import type { Release, ReleasedTable } from "@/lib/aggregate/publication/release-contents";
import { checkDraft } from "@/lib/report/check/checks";
import { plainText } from "@/lib/report/draft/block";
import { statementsOf } from "@/lib/report/version/statements";
import { countedAt, countedIn, type ReviewHistory } from "../history";
import { THEME, write, type Written } from "./author";
import type { ReportPlan, Wish } from "./random-reports";

/** A report as it was published: the release that it is bound to, what it is about, and its sentences. */
export type PublishedReport = { release: number; roundtable: number | null; sentences: readonly string[] };

type Publishing = {
  review: ReviewHistory;
  /** What was released so far, with what was inside. */
  releases: readonly ReleasedCounts[];
  told: readonly ToldCount[];
  /** false: a fault that the attacker must see. */
  checked: boolean;
};

/**
 * Publishes the report as the product does: sentences that its checks find fault with are left out, and then, until the
 * check of everything ever published finds nothing, one of those that say more than the release.
 */
export function publishReport(
  plan: ReportPlan,
  { review, releases, told, checked }: Publishing,
): { report: PublishedReport; told: ToldCount[] } | null {
  const { threshold } = review;
  const release = releases[plan.release];
  const figures = release && figuresFor(release, plan, threshold);
  // The release has no table for the roundtable, so that no report on it can be bound to it.
  if (!figures) return null;
  const counting = { figures, people: (wish: Wish) => peopleBehind(review, plan, wish) };
  let written = plan.wishes
    .map((wish, at) => write(wish, at, counting))
    .filter((one) => one !== null)
    .filter((one) => !isFaulty(one, figures));
  const tells = (some: readonly Written[]) => toldBy(some, plan, figures);
  const disclosed = () =>
    checkReport({
      threshold,
      releases: releases.map((counts) => ({ [THEME]: counts })),
      published: told.map((one) => ({ ...one, themeId: THEME })),
      statements: tells(written),
    }).length > 0;
  while (checked && disclosed()) {
    const last = written.findLast((one) => tells([one]).length > 0);
    written = written.filter((one) => one !== last);
  }
  const sentences = written.map(({ block }) => plainText(block.content));
  return { report: { release: plan.release, roundtable: plan.roundtable, sentences }, told: tells(written) };
}

function isFaulty({ block, claim }: Written, figures: ReportFigures): boolean {
  const claims = new Map([[claim.id, claim]]);
  return checkDraft([block], { claims, figures, smallNumber: figures.threshold }).some(
    ({ blocking }) => blocking,
  );
}

function toldBy(
  written: readonly Written[],
  { release, roundtable }: ReportPlan,
  figures: ReportFigures,
): Told[] {
  return statementsOf(
    written.map(({ block }) => block),
    {
      claims: new Map(written.map(({ claim }) => [claim.id, claim])),
      release,
      roundtableId: roundtable === null ? null : String(roundtable),
      present: figures.table.present,
      threshold: figures.threshold,
      themesOf: () => [],
      themeOfFinding: () => THEME,
    },
  );
}

function peopleBehind(
  { people, releases }: ReviewHistory,
  { release, roundtable }: ReportPlan,
  wish: Wish,
): number {
  const facts = releases[release];
  if (!facts) throw new RangeError(`There is no release ${release}.`);
  return people.filter((person) => {
    const set =
      roundtable === null ? countedIn(person, release, facts) : countedAt(person, release, roundtable);
    if (!set) return false;
    if ("side" in wish) return person.findings.includes(wish.side);
    return wish.counted === "people" || (set & (1 << STANCES.indexOf(wish.counted))) !== 0;
  }).length;
}

const STANCES = ["strength", "improvement", "ask", "observation"];

function figuresFor(
  counts: ReleasedCounts,
  { roundtable }: ReportPlan,
  threshold: number,
): ReportFigures | null {
  const slug = roundtable === null ? null : String(roundtable);
  return reportFigures(releaseOf(counts), { roundtableSlug: slug, threshold }, new Map());
}

/** The release as it would be read: a table that was not published is not in it. */
function releaseOf({ number, review, roundtables, findings }: ReleasedCounts): Release {
  const tables = [{ ...review, roundtableId: null }, ...roundtables].flatMap(
    ({ roundtableId, present, published }): ReleasedTable[] => {
      if (!published) return [];
      const theme = { id: THEME, slug: THEME, title: "Theme", colour: "", axis: "theme" as const, hands: [] };
      return [
        {
          roundtable:
            roundtableId === null ? null : { id: roundtableId, slug: roundtableId, title: roundtableId },
          roundtables: roundtableId === null ? roundtables.length : 1,
          present,
          themes: [{ ...theme, ...published }],
        },
      ];
    },
  );
  return {
    number,
    createdAt: new Date(0),
    tables,
    breakdowns: [],
    findings: releasedFindings(findings),
    npqs: null,
    coding: null,
  };
}

function releasedFindings(counted: ReleasedCounts["findings"]): Release["findings"] {
  return counted.flatMap(({ findingId, side, published }): Release["findings"] => {
    if (side === "against") return [];
    const contradicts = counted.find((one) => one.findingId === findingId && one.side === "against");
    return [
      {
        id: findingId,
        themeId: THEME,
        stance: "ask",
        text: `View ${findingId}`,
        counterView: "",
        supports: published,
        contradicts: contradicts?.published ?? published,
      },
    ];
  });
}
