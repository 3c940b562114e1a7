import { STANCE_BIT } from "@/lib/aggregate/figures/figures";
import { coarsen } from "@/lib/aggregate/publication/check/coarsen";
import { peopleWith } from "@/lib/aggregate/publication/check/table-block";
import { distinctCombinations } from "@/lib/aggregate/publication/check/combination";
import type {
  Combination,
  CountedBreakdown,
  CountedTable,
  ReleasedCounts,
  ThemeHistory,
  ToldCount,
} from "@/lib/aggregate/publication/check/theme-history";
import { publishCount } from "@/lib/aggregate/publication/published-count";
import type { PublishedFigure } from "@/lib/aggregate/publication/shape/published-shape";
import { countInTable } from "@/lib/aggregate/publication/words/published-words";
import { STANCE_ORDER } from "@/lib/capture/contribution/stance";
import { readReport } from "./attacker/read-report";
import { countedAt, countedIn, type ReleaseFacts, type ReviewHistory } from "./history";
import { publishReport, type PublishedReport } from "./reports/publish-reports";
import type { ReportPlan } from "./reports/random-reports";
import { changedAtMost, type Counted, type Published, type Statement } from "./statements";

/** How a review is published: as the product does it, or with a fault that the attacker must see. */
export type Publishing = "checked" | "unchecked" | "each release alone" | "exact" | "reports unchecked";

type Figure = Statement & { people: number; published: PublishedFigure };

/** A review's theme as it was published, release by release, and how much of it can be read. */
export type PublishedReview = {
  published: Published;
  figures: readonly (readonly Figure[])[];
  reports: readonly PublishedReport[];
};

/** Each release and report is checked with everything that was published before it, as the product does. */
export function publishReview(
  review: ReviewHistory,
  publishing: Publishing = "checked",
  plans: readonly ReportPlan[] = [],
): PublishedReview {
  const { threshold } = review;
  const done: ReleasedCounts[] = [];
  const lastBreakdowns: CountedBreakdown[] = [];
  const told: ToldCount[] = [];
  const reports: PublishedReport[] = [];
  for (const number of review.releases.keys()) {
    const planned = countedRelease(review, number, lastBreakdowns);
    const before = publishing === "each release alone" ? [] : done;
    const history: ThemeHistory = { themeId: "theme", threshold, releases: [...before, planned], told };
    const safe = publishing !== "unchecked" && publishing !== "exact" ? coarsen(history).history : history;
    const release = safe.releases.at(-1) ?? planned;
    done.push(release);
    lastBreakdowns.push(...release.breakdowns);
    for (const plan of plans.filter((one) => one.release === number)) {
      const checked = publishing !== "reports unchecked";
      const one = publishReport(plan, { review, releases: done, told, checked });
      told.push(...(one?.told ?? []));
      if (one) reports.push(one.report);
    }
  }
  const figures = done.map((release) => figuresOf(release, publishing === "exact"));
  const releases = review.releases.map((facts, at) => ({
    told: reports
      .filter(({ release }) => release === at)
      .flatMap((report) => readReport(report, facts, (place) => presentAt(done[at], place))),
    ...facts,
    changed: changedInWords(facts, done[at], threshold),
    present: done[at]?.review.present ?? 0,
    statements: (figures[at] ?? []).map(({ place, counted, says, present }) => ({
      place,
      counted,
      says,
      present,
    })),
  }));
  return { published: { threshold, releases }, figures, reports };
}

function presentAt(release: ReleasedCounts | undefined, place: string): number {
  const own = release?.roundtables.find(({ roundtableId }) => place === `roundtable ${roundtableId}`);
  return (own ?? release?.review)?.present ?? 0;
}

function changedInWords(
  { changed }: ReleaseFacts,
  release: ReleasedCounts | undefined,
  threshold: number,
): Record<number, number> {
  return Object.fromEntries(
    Object.entries(changed).map(([roundtable, people]) => {
      const table = release?.roundtables.find(({ roundtableId }) => roundtableId === roundtable);
      return [roundtable, changedAtMost(people, table?.present ?? people, threshold)];
    }),
  );
}

function countedRelease(
  review: ReviewHistory,
  number: number,
  lastBreakdowns: readonly CountedBreakdown[],
): ReleasedCounts {
  const { threshold, people, releases } = review;
  const facts = releases[number];
  if (!facts) throw new RangeError(`There is no release ${number}.`);
  const sets = people.map((person) => countedIn(person, number, facts));
  const present = sets.filter((set) => set !== null).length;
  const breakdown = breakdownOf(review, sets, lastBreakdowns.at(-1));
  return {
    number,
    review: tableOf(sets, threshold),
    roundtables: facts.roundtables.map((roundtable) => ({
      roundtableId: String(roundtable),
      ...tableOf(
        people.map((person) => countedAt(person, number, roundtable)),
        threshold,
      ),
    })),
    combinations: combinationsOf(review, number, facts),
    breakdowns: breakdown ? [breakdown] : [],
    findings: facts.findings.map((side) => {
      const count = people.filter(
        (person, at) => (sets[at] ?? 0) > 0 && person.findings.includes(side),
      ).length;
      const [findingId = side, name] = side.split(" ");
      return {
        findingId,
        side: name === "for" ? "for" : "against",
        people: count,
        published: publishCount(count, present, threshold),
      };
    }),
  };
}

/** As the product counts them of the people who came to several roundtables. */
function combinationsOf(
  { people }: ReviewHistory,
  number: number,
  { roundtables }: ReleaseFacts,
): Combination[] {
  const all = people.map((person) =>
    roundtables.flatMap((roundtable) => {
      const set = countedAt(person, number, roundtable);
      return set === null ? [] : [[String(roundtable), set] as const];
    }),
  );
  return distinctCombinations(all.filter((own) => own.length > 1).map((own) => Object.fromEntries(own)));
}

function tableOf(sets: readonly (number | null)[], threshold: number): CountedTable {
  const patterns: Record<number, number> = {};
  for (const set of sets) if (set) patterns[set] = (patterns[set] ?? 0) + 1;
  const present = sets.filter((set) => set !== null).length;
  const publish = (bits: number) =>
    publishCount(sets.filter((set) => ((set ?? 0) & bits) !== 0).length, present, threshold);
  const stances = {
    strength: publish(STANCE_BIT.strength),
    improvement: publish(STANCE_BIT.improvement),
    ask: publish(STANCE_BIT.ask),
    observation: publish(STANCE_BIT.observation),
  };
  return { present, patterns, published: { people: publish(ALL), stances } };
}

const ALL = 15;
const OTHERS = "others";

/**
 * Groups below the threshold stand together as others, with the smallest group where they are too few even so. The
 * breakdown is left out where its groups are others than before, or where one has a few people more.
 */
function breakdownOf(
  { people, threshold }: ReviewHistory,
  sets: readonly (number | null)[],
  before: CountedBreakdown | undefined,
): CountedBreakdown | null {
  const sizes = new Map<string, number>();
  people.forEach(({ group }, at) => {
    if (sets[at] !== null) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  });
  const bySize = [...sizes].sort(([a, many], [b, few]) => few - many || a.localeCompare(b));
  const large = bySize.filter(([, size]) => size >= threshold).map(([group]) => group);
  const small = () => bySize.filter(([group]) => !large.includes(group));
  while (small().length > 0 && small().reduce((sum, [, size]) => sum + size, 0) < threshold)
    if (large.pop() === undefined) return null;
  const shown = small().length > 0 ? [...large, OTHERS] : large;
  if (shown.length < 2) return null;
  const groups = shown.map((group) => {
    const own = sets.filter((set, at) => {
      const name = people[at]?.group ?? OTHERS;
      return set !== null && (large.includes(name) ? name : OTHERS) === group;
    });
    const raised = own.filter((set) => (set ?? 0) > 0).length;
    const published = publishCount(raised, own.length, threshold);
    return { group, present: own.length, people: raised, published };
  });
  return before && !mayFollow(before, groups, threshold) ? null : { attribute: "group", groups };
}

function mayFollow(before: CountedBreakdown, groups: CountedBreakdown["groups"], threshold: number): boolean {
  return (
    before.groups.length === groups.length &&
    groups.every(({ group, present }) => {
      const then = before.groups.find((one) => one.group === group);
      const added = present - (then?.present ?? Infinity);
      return added === 0 || added >= threshold;
    })
  );
}

function figuresOf(release: ReleasedCounts, exact: boolean): Figure[] {
  const figure = (place: string, counted: Counted, people: number, published: PublishedFigure): Figure => ({
    place,
    counted,
    says: exact ? String(people) : countInTable(published),
    present: published.of,
    people,
    published,
  });
  const table = (place: string, { patterns, published }: CountedTable): Figure[] =>
    published
      ? [
          figure(place, "people", peopleWith(patterns, null), published.people),
          ...STANCE_ORDER.map((stance) =>
            figure(place, stance, peopleWith(patterns, stance), published.stances[stance]),
          ),
        ]
      : [];
  return [
    ...table("review", release.review),
    ...release.roundtables.flatMap((one) => table(`roundtable ${one.roundtableId}`, one)),
    ...release.breakdowns.flatMap(({ groups }) =>
      groups.map(({ group, people, published }) => figure(`group ${group}`, "people", people, published)),
    ),
    ...release.findings.map(({ findingId, side, people, published }) =>
      figure(`finding ${findingId} ${side}`, "people", people, published),
    ),
  ];
}
