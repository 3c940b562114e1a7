import { hasLike } from "./combination";
import { pathsThrough, type Edition, type Path } from "./problem-insiders";
import type { Combination } from "./theme-history";
import type { ReleaseBlocks } from "./theme-problem";

/** By roundtable. */
export type Editions = ReadonlyMap<string, readonly Edition[]>;
/** What somebody took in each edition of each of their roundtables. */
export type Paths = ReadonlyMap<string, Path>;

/** The ways to the combination that earlier releases had too; where there is none, what it says itself. */
export function pathsTo(
  combination: Combination,
  now: ReleaseBlocks,
  editions: Editions,
  earlier: readonly ReleaseBlocks[],
): Paths[] {
  let all: Paths[] = [new Map()];
  for (const [id, set] of Object.entries(combination)) {
    const at = editionIn(now, id, editions);
    const ways = pathsThrough(editions.get(id) ?? []).filter((path) => path[at] === set);
    all = all.flatMap((paths) => ways.map((path): Paths => new Map([...paths, [id, path]])));
  }
  const known = all.filter((paths) =>
    earlier.every((release) => {
      const then = combinationIn(paths, release, editions);
      return !then || !release.release.combinations || hasLike(release.release.combinations, then);
    }),
  );
  if (known.length > 0) return known;
  const alone = Object.entries(combination).map(([id, set]): [string, Path] => {
    const at = editionIn(now, id, editions);
    return [id, (editions.get(id) ?? []).map((_, edition) => (edition === at ? set : null))];
  });
  return [new Map(alone)];
}

/** Which edition of the roundtable the release has; −1: none. */
function editionIn({ roundtables }: ReleaseBlocks, id: string, editions: Editions): number {
  const block = roundtables.get(id);
  return (editions.get(id) ?? []).findIndex((edition) => edition.block === block);
}

/**
 * What they took at those of their roundtables that the release covers; null where it covers fewer than two, or nothing is
 * known of one.
 */
export function combinationIn(paths: Paths, release: ReleaseBlocks, editions: Editions): Combination | null {
  const there = [...paths].filter(([id]) => release.roundtables.has(id));
  const known = there.flatMap(([id, path]) => {
    const set = path[editionIn(release, id, editions)] ?? null;
    return set === null ? [] : [[id, set] as const];
  });
  return known.length > 1 && known.length === there.length ? Object.fromEntries(known) : null;
}
