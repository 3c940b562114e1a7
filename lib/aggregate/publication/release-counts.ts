import { STANCE_ORDER, type Stance } from "@/lib/capture/contribution/stance";
import type { Counts, ThemeCounts } from "@/lib/aggregate/figures/figures";
import { peopleWith } from "./check/table-block";
import type {
  CountedBreakdown,
  CountedFinding,
  CountedTable,
  Patterns,
  ReleasedCounts,
} from "./check/theme-history";
import { publishCount } from "./published-count";
import { pairId, pairNamed } from "./npq-pair";
import type { CheckedThemes, FindingCounts, NpqCounts, ReleaseInput, Breakdown } from "./release-source";

/** The theme as it would be released, with nothing left out yet. */
export function releasedCounts(
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
    combinations: [...(input.combinations[theme.id] ?? [])],
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
export function carriedCounts(last: ReleasedCounts, themeId: string, input: ReleaseInput): ReleasedCounts {
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

/** How many people's changes it takes at least to explain how figures of themes, NPQs or pairs of them differ. */
export function changedBetween(before: CheckedThemes, counts: readonly Counts[], npqs: NpqCounts): number {
  const theme = npqs.theme && before[npqs.theme.id];
  const sameRoundtables = theme?.roundtables.length === npqs.counts.length - 1;
  return Math.max(
    changedPeople(before, counts),
    changedPeople(before, npqs.counts),
    // New roundtables change pairs as well, and bring ten people.
    theme && sameRoundtables ? changedPairs(theme, npqs) : 0,
  );
}

function changedPairs({ findings }: ReleasedCounts, { pairs }: NpqCounts): number {
  const then = new Map(findings.map(({ findingId, people }) => [findingId, people]));
  const now = new Map(pairs.map((pair) => [pairId(pair), pair.people]));
  const named = [...then.keys()].filter((id) => pairNamed(id));
  return Math.max(
    0,
    ...[...named, ...now.keys()].map((id) => Math.abs((now.get(id) ?? 0) - (then.get(id) ?? 0))),
  );
}

/** How many people's changes it takes at least to explain how the roundtables of both releases differ. */
function changedPeople(before: CheckedThemes, counts: readonly Counts[]): number {
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
