/**
 * All of `main` in its order, and what only `extra` has, each directly after what precedes it in `extra`, or first.
 * Two people who add blocks at different places both find theirs where they put them.
 */
export function weave(main: readonly string[], extra: readonly string[]): string[] {
  const there = new Set(main);
  const after = new Map<string | null, string[]>();
  let place: string | null = null;
  for (const id of extra) {
    if (there.has(id)) place = id;
    else after.set(place, [...(after.get(place) ?? []), id]);
  }
  return [null, ...main].flatMap((id) => [...(id === null ? [] : [id]), ...(after.get(id) ?? [])]);
}

/** Whether what both lists have stands in another order. */
export function isRearranged(before: readonly string[], after: readonly string[]): boolean {
  const now = new Set(after);
  const then = new Set(before);
  const kept = before.filter((id) => now.has(id));
  return after.filter((id) => then.has(id)).some((id, index) => id !== kept[index]);
}
