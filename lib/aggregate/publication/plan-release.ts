import { STANCE_ORDER, type Stance } from "@/lib/capture/contribution/stance";
import type { Counts, ThemeCounts } from "@/lib/aggregate/figures/figures";
import { mayBeCountedAgain, shownGroups, type GroupCounts } from "./breakdown-groups";
import { coarsen } from "./check/coarsen";
import type { Held } from "./check/hold-back";
import { peopleWith } from "./check/table-block";
import type {
  CountedBreakdown,
  CountedFinding,
  CountedTable,
  Patterns,
  ReleasedCounts,
} from "./check/theme-history";
import { byPublishedCount, publishCount, type PublishedFigure } from "./published-count";
import type {
  BreakdownAttribute,
  ReleasedBreakdown,
  ReleasedFinding,
  ReleasedTable,
  ReleasedTheme,
} from "./released";

/** What the last releases said, and what was inside: by theme. */
export type CheckedThemes = Readonly<Record<string, ReleasedCounts>>;

export type FindingCounts = Omit<ReleasedFinding, "supports" | "contradicts"> & {
  people: number;
  contradictingPeople: number;
};

/** Everything that a release is planned from. It is data alone, so that a worker thread can do it. */
export type ReleaseInput = {
  number: number;
  threshold: number;
  /** The review first, then each roundtable that is taken in. */
  counts: readonly Counts[];
  breakdowns: readonly { attribute: BreakdownAttribute; groups: readonly GroupCounts[] }[];
  findings: readonly FindingCounts[];
  /** Oldest first. */
  before: readonly { checked: CheckedThemes; breakdowns: readonly ReleasedBreakdown[] }[];
  /**
   * The last release's tables, where too few people changed for the figures to be counted again. The findings are new.
   */
  carried: readonly ReleasedTable[] | null;
  /** Whether roundtables get tables of their own, or stand together alone. */
  tables: "each" | "together";
};

/** Something that is left out of the release, because a small count would follow from it. */
export type LeftOut = { themeId: string; held: Held };

export type ReleasePlan = {
  tables: ReleasedTable[];
  breakdowns: ReleasedBreakdown[];
  findings: ReleasedFinding[];
  checked: CheckedThemes;
  leftOut: LeftOut[];
};

/** Publishes what may be published of the counts, theme by theme: themes say nothing about one another. */
export function planRelease(input: ReleaseInput): ReleasePlan {
  const [review] = input.counts;
  if (!review) throw new Error("A release without counts cannot be planned.");
  const breakdowns = input.carried ? [] : input.breakdowns.flatMap((one) => countedAgain(one, input));
  const checked: Record<string, ReleasedCounts> = {};
  const leftOut: LeftOut[] = [];
  for (const theme of review.themes) {
    const history = input.before.flatMap((one) => one.checked[theme.id] ?? []);
    const last = input.carried ? history.at(-1) : undefined;
    const planned = last ? carriedCounts(last, theme.id, input) : releasedCounts(theme, input, breakdowns);
    const { history: safe, held } = coarsen({
      themeId: theme.id,
      threshold: input.threshold,
      releases: [...history, planned],
    });
    checked[theme.id] = safe.releases.at(-1) ?? planned;
    leftOut.push(...held.map((one) => ({ themeId: theme.id, held: one })));
  }
  return {
    tables: input.carried
      ? [...input.carried]
      : input.counts.flatMap((counts) => releasedTable(counts, checked, input)),
    breakdowns: releasedBreakdowns(input, breakdowns, checked),
    findings: input.findings.flatMap((finding) => releasedFinding(finding, checked)),
    checked,
    leftOut,
  };
}

type Breakdown = { attribute: BreakdownAttribute; groups: GroupCounts[] };

function countedAgain(
  { attribute, groups }: ReleaseInput["breakdowns"][number],
  { threshold, before }: ReleaseInput,
): Breakdown[] {
  const shown = shownGroups(groups, threshold);
  const last = before.at(-1)?.breakdowns.find((one) => one.attribute === attribute);
  const may = shown.length > 0 && (!last || mayBeCountedAgain(last.groups, shown, threshold));
  return may ? [{ attribute, groups: shown }] : [];
}

function releasedCounts(
  theme: ThemeCounts,
  input: ReleaseInput,
  breakdowns: readonly Breakdown[],
): ReleasedCounts {
  const { threshold, counts, number } = input;
  const [review, ...roundtables] = counts;
  const present = review?.present ?? 0;
  return {
    number,
    review: countedTable(theme, present, threshold, true),
    roundtables: roundtables.flatMap((one) => {
      const own = one.themes.find(({ id }) => id === theme.id);
      const { roundtable } = one.scope;
      if (!roundtable || !own) return [];
      const shown = input.tables === "each" && one.present >= threshold;
      return [{ roundtableId: roundtable.id, ...countedTable(own, one.present, threshold, shown) }];
    }),
    breakdowns: breakdowns.map(({ attribute, groups }): CountedBreakdown => ({
      attribute,
      groups: groups.map(({ group, present, themes }) => {
        const people = themes[theme.id] ?? 0;
        return { group, present, people, published: publishCount(people, present, threshold) };
      }),
    })),
    findings: input.findings
      .filter(({ themeId }) => themeId === theme.id)
      .flatMap((finding) => countedFinding(finding, present, threshold)),
  };
}

/** The figures as they were, with the findings of now. */
function carriedCounts(last: ReleasedCounts, themeId: string, input: ReleaseInput): ReleasedCounts {
  const findings = input.findings.filter((finding) => finding.themeId === themeId);
  return {
    ...last,
    number: input.number,
    findings: findings.flatMap((finding) => countedFinding(finding, last.review.present, input.threshold)),
  };
}

function countedTable(theme: ThemeCounts, present: number, threshold: number, shown: boolean): CountedTable {
  const patterns: Record<number, number> = {};
  for (const { stances, people } of theme.patterns) patterns[stances] = people;
  return { present, patterns, published: shown ? publishedTable(patterns, present, threshold) : null };
}

function publishedTable(patterns: Patterns, present: number, threshold: number) {
  const publish = (stance: Stance | null) => publishCount(peopleWith(patterns, stance), present, threshold);
  const stances = {
    strength: publish("strength"),
    improvement: publish("improvement"),
    ask: publish("ask"),
    observation: publish("observation"),
  };
  return { people: publish(null), stances };
}

function countedFinding(
  { id, people, contradictingPeople }: FindingCounts,
  present: number,
  threshold: number,
): CountedFinding[] {
  return [
    { findingId: id, side: "for", people, published: publishCount(people, present, threshold) },
    {
      findingId: id,
      side: "against",
      people: contradictingPeople,
      published: publishCount(contradictingPeople, present, threshold),
    },
  ];
}

function releasedTable(
  counts: Counts,
  checked: CheckedThemes,
  { counts: [review] }: ReleaseInput,
): ReleasedTable[] {
  const { roundtable, roundtables } = counts.scope;
  const themes = counts.themes.flatMap((theme): ReleasedTheme[] => {
    const safe = checked[theme.id];
    const table = roundtable
      ? safe?.roundtables.find(({ roundtableId }) => roundtableId === roundtable.id)
      : safe?.review;
    if (!table?.published) return [];
    const { id, slug, title, colour, axis } = theme;
    const { people, stances } = table.published;
    return [{ id, slug, title, colour, axis, people, stances, hands: publicHands(theme, people) }];
  });
  if (themes.length === 0 && counts !== review) return [];
  themes.sort((a, b) => byPublishedCount(a.people, b.people) || a.title.localeCompare(b.title, "en-GB"));
  return [{ roundtable, roundtables, present: counts.present, themes }];
}

/** Exact, unless fewer people were asked than make a number. */
function publicHands({ hands }: ThemeCounts, { threshold }: PublishedFigure) {
  return hands.filter(({ asked }) => asked >= threshold).map(({ raised, asked }) => ({ raised, asked }));
}

/** Those counted now, and those of an earlier release that were not counted again. */
function releasedBreakdowns(
  { number, before, threshold }: ReleaseInput,
  breakdowns: readonly Breakdown[],
  checked: CheckedThemes,
): ReleasedBreakdown[] {
  const now = breakdowns.map(({ attribute, groups }): ReleasedBreakdown => ({
    attribute,
    release: number,
    groups: groups.map(({ group, present }) => ({
      group,
      present,
      themes: Object.fromEntries(
        Object.entries(checked).map(([id, { breakdowns: safe }]) => {
          const own = safe
            .find((one) => one.attribute === attribute)
            ?.groups.find((one) => one.group === group);
          return [id, own?.published ?? publishCount(0, present, threshold)];
        }),
      ),
    })),
  }));
  const carried = (before.at(-1)?.breakdowns ?? []).filter(
    ({ attribute }) => !breakdowns.some((one) => one.attribute === attribute),
  );
  return [...now, ...carried];
}

function releasedFinding(finding: FindingCounts, checked: CheckedThemes): ReleasedFinding[] {
  const { id, themeId, stance, text, counterView } = finding;
  const sides = checked[themeId]?.findings.filter(({ findingId }) => findingId === id) ?? [];
  const supports = sides.find(({ side }) => side === "for")?.published;
  const contradicts = sides.find(({ side }) => side === "against")?.published;
  if (!supports || !contradicts) return [];
  return [{ id, themeId, stance, text, counterView, supports, contradicts }];
}

/** How many people's changes it takes at least to explain how the roundtables of both releases differ. */
export function changedPeople(before: CheckedThemes, counts: readonly Counts[]): number {
  const [, ...roundtables] = counts;
  const changes = Object.entries(before).map(([themeId, { roundtables: then }]) => {
    const each = then.map(({ roundtableId, patterns }) => {
      const now = roundtables.find(({ scope }) => scope.roundtable?.id === roundtableId);
      const theme = now?.themes.find(({ id }) => id === themeId);
      if (!theme) return 0;
      const after: Record<number, number> = {};
      for (const { stances, people } of theme.patterns) after[stances] = people;
      return Math.max(
        ...[null, ...STANCE_ORDER].map((one) => Math.abs(peopleWith(after, one) - peopleWith(patterns, one))),
      );
    });
    return each.reduce((sum, people) => sum + people, 0);
  });
  return Math.max(0, ...changes);
}
