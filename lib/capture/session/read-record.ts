import type { Contributions, ShownContribution } from "./record-view";

/** How what is read of the record again goes together with what the page has of it. */

export function byId(contributions: Iterable<ShownContribution>): Contributions {
  return new Map([...contributions].map((contribution) => [contribution.id, contribution]));
}

/** The newer of what is known already and what was read, contribution by contribution. */
export function merged(known: Contributions, read: Iterable<ShownContribution>): Contributions {
  const next = new Map(known);
  for (const contribution of read) {
    const before = next.get(contribution.id);
    if (!before || before.revision <= contribution.revision || contribution.erased)
      next.set(contribution.id, contribution);
  }
  return next;
}

/**
 * The whole record as read: what was in it before the reading began and is not in it now is gone. A contribution
 * that was stored from here meanwhile is not in it yet.
 */
export function replaced(
  now: Contributions,
  before: ReadonlySet<string>,
  read: readonly ShownContribution[],
): Contributions {
  const there = new Set(read.map(({ id }) => id));
  const kept = [...now.values()].filter(({ id }) => there.has(id) || !before.has(id));
  return merged(byId(kept), read);
}
