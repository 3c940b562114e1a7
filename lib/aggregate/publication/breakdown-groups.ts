import { OTHERS } from "./shape/breakdown";

/** People present with one value of an attribute, and how many of them raised each theme. */
export type GroupCounts = { group: string; present: number; themes: Readonly<Record<string, number>> };

/**
 * The groups that may be shown: those with at least `threshold` people present, the largest first, and the rest together
 * as others. Where the rest are fewer than that, the smallest group joins them. None where one group would be left.
 */
export function shownGroups(groups: readonly GroupCounts[], threshold: number): GroupCounts[] {
  const bySize = [...groups].sort((a, b) => b.present - a.present || a.group.localeCompare(b.group, "en-GB"));
  const large = bySize.filter(({ group, present }) => group !== OTHERS && present >= threshold);
  const rest = bySize.filter((one) => !large.includes(one) && one.present > 0);
  while (rest.length > 0 && sizeOf(rest) < threshold) {
    const smallest = large.pop();
    if (!smallest) return [];
    rest.push(smallest);
  }
  const shown = rest.length > 0 ? [...large, together(rest)] : large;
  return shown.length > 1 ? shown : [];
}

function sizeOf(groups: readonly GroupCounts[]): number {
  return groups.reduce((sum, { present }) => sum + present, 0);
}

function together(groups: readonly GroupCounts[]): GroupCounts {
  const themes: Record<string, number> = {};
  for (const { themes: own } of groups)
    for (const [theme, people] of Object.entries(own)) themes[theme] = (themes[theme] ?? 0) + people;
  return { group: OTHERS, present: sizeOf(groups), themes };
}

/**
 * Whether a breakdown may be counted again: each group is as it was, or has at least `threshold` people more. Else a
 * reader could tell what the few new people of a group said.
 */
export function mayBeCountedAgain(
  before: readonly { group: string; present: number }[],
  now: readonly { group: string; present: number }[],
  threshold: number,
): boolean {
  const sizes = new Map(before.map(({ group, present }) => [group, present]));
  const names = new Set([...sizes.keys(), ...now.map(({ group }) => group)]);
  if (names.size !== sizes.size || names.size !== now.length) return false;
  return now.every(({ group, present }) => {
    const added = present - (sizes.get(group) ?? 0);
    return added === 0 || added >= threshold;
  });
}
