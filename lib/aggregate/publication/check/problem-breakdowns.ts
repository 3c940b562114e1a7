import { less, type CountOf, type ProblemBuilder, type Terms } from "./problem";
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
    const before = placed[at - 1];
    if (before) for (const one of now) followOn(builder, one, before);
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

/** A group that is in two releases grows by at most its new people. */
function followOn(builder: ProblemBuilder, { attribute, groups }: Placed, before: readonly Placed[]): void {
  const then = before.find((one) => one.attribute === attribute)?.groups ?? [];
  for (const now of groups) {
    const earlier = then.find(({ group }) => group === now.group);
    if (!earlier) continue;
    const added = Math.max(0, now.present - earlier.present);
    builder.constrainAtLeast(
      [
        [now.variable, 1],
        [earlier.variable, -1],
      ],
      0,
      added,
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
