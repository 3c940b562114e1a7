import { less, type ProblemBuilder, type Terms } from "./problem";
import type { CountedBreakdown } from "./theme-history";
import type { ReleaseBlocks } from "./theme-problem";

type Group = CountedBreakdown["groups"][number] & { variable: number };
type Placed = { attribute: string; groups: readonly Group[] };

/** How one person more, or fewer, who raised the theme is placed among the groups of each breakdown: some ways to try. */
export type GroupMoves = { more: readonly Terms[]; fewer: readonly Terms[] };

/**
 * Adds, for each breakdown, how many of each group raised the theme. The groups of an attribute are everybody present, so
 * they add up to the people who raised it. Returns ways to place one person more, or fewer, in a group of each.
 */
export function addBreakdowns(builder: ProblemBuilder, releases: readonly ReleaseBlocks[]): GroupMoves {
  const placed = releases.map((terms) =>
    terms.release.breakdowns.map((one) => addBreakdown(builder, terms, one)),
  );
  placed.forEach((now, at) => {
    for (const one of now) followOn(builder, one, at, placed, releases);
  });
  return { more: groupMoves(placed, 1), fewer: groupMoves(placed, -1) };
}

function addBreakdown(
  builder: ProblemBuilder,
  { release, review }: ReleaseBlocks,
  breakdown: CountedBreakdown,
): Placed {
  const { attribute } = breakdown;
  const groups = breakdown.groups.map((group) => ({ ...group, variable: builder.variable(group.people) }));
  for (const { variable, people, present, published, group } of groups) {
    builder.constrain([[variable, 1]], 0, present);
    builder.publish([[variable, 1]], published);
    builder.protect({ release: release.number, place: { attribute, group }, counted: null }, [[variable, 1]]);
    if (people > 0) builder.insider([{ terms: [[variable, 1]], low: 1, high: Infinity }]);
    if (people < present) builder.insider([{ terms: [[variable, 1]], low: 0, high: present - 1 }]);
  }
  const everybody = groups.reduce((sum, { present }) => sum + present, 0) === release.review.present;
  const all: Terms = groups.map(({ variable }) => [variable, 1]);
  if (everybody) builder.constrain(less(all, review.people), 0, 0);
  for (const a of groups)
    for (const b of groups)
      if (a !== b)
        builder.move([
          [a.variable, 1],
          [b.variable, -1],
        ]);
  return { attribute, groups };
}

/**
 * Since the breakdown was last published, a group grew by at most its new people, and by people who came again, or lost
 * or gained those who were corrected.
 */
function followOn(
  builder: ProblemBuilder,
  { attribute, groups }: Placed,
  at: number,
  placed: readonly (readonly Placed[])[],
  releases: readonly ReleaseBlocks[],
): void {
  const of = (one: readonly Placed[]) => one.find((other) => other.attribute === attribute);
  const last = placed.slice(0, at).findLastIndex((one) => of(one) !== undefined);
  const moved = releases.slice(last + 1, at + 1).reduce((sum, one) => sum + one.moved, 0);
  const again = (releases[at]?.again ?? 0) - (releases[last]?.again ?? 0);
  for (const now of groups) {
    const earlier = of(placed[last] ?? [])?.groups.find(({ group }) => group === now.group);
    if (!earlier) continue;
    const change: Terms = [
      [now.variable, 1],
      [earlier.variable, -1],
    ];
    builder.constrainAtLeast(change, -moved, now.present - earlier.present + again + moved);
    const place = { attribute, group: now.group };
    builder.protect(
      { release: releases[at]?.release.number ?? 0, place, counted: null, change: true },
      change,
    );
  }
}

/** The first way takes the first group of every breakdown, the second the second, and so on. */
function groupMoves(placed: readonly (readonly Placed[])[], by: 1 | -1): Terms[] {
  const breakdowns = placed.flat();
  const ways = Math.max(1, ...breakdowns.map(({ groups }) => groups.length));
  return Array.from({ length: ways }, (_, way) =>
    breakdowns.flatMap(({ groups }): Terms => {
      const group = groups[way % Math.max(1, groups.length)];
      return group ? [[group.variable, by]] : [];
    }),
  );
}
