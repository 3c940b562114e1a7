/** How many contributions that a filter no longer finds stay on the page; the latest are kept. */
export const MAX_KEPT = 100;

/**
 * The contributions of a page that was read again. Those that its filter no longer finds keep their place, so
 * that a contribution does not disappear while somebody codes it. New ones come after the one that they
 * follow, and after those kept there, so that a coder who moves on reaches them.
 */
export function withKept<T extends { id: string }>(before: readonly T[], now: readonly T[]): T[] {
  const found = new Map(now.map((contribution) => [contribution.id, contribution]));
  const contributions = before.map((contribution) => found.get(contribution.id) ?? contribution);
  now.forEach((contribution, at) => {
    if (contributions.some(({ id }) => id === contribution.id)) return;
    const previous = now[at - 1];
    let place = previous
      ? contributions.findIndex(({ id }) => id === previous.id) + 1
      : contributions.findIndex(({ id }) => found.has(id));
    if (previous) while (contributions[place] && !found.has(contributions[place]?.id ?? "")) place++;
    contributions.splice(place < 0 ? contributions.length : place, 0, contribution);
  });
  const kept = contributions.filter(({ id }) => !found.has(id));
  const tooMany = new Set(kept.slice(0, Math.max(0, kept.length - MAX_KEPT)));
  return contributions.filter((contribution) => !tooMany.has(contribution));
}
