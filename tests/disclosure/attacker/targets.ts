import type { Pages } from "./pages";

/** A count that must not follow, or the difference of two: the numbers of the pages, and which way each counts. */
export type Target = { name: string; plus: number; minus: number | null; truth: number };

/**
 * The small counts of a review: of 1 to 4 people in truth, and changes of a count by as many between any two releases.
 * A roundtable's count is one for as long as nothing changed there.
 */
export function targetsOf(pages: Pages, numbers: readonly number[]): Target[] {
  const { threshold } = pages.published;
  const small = (people: number) => Math.abs(people) > 0 && Math.abs(people) < threshold;
  const targets: Target[] = [];
  pages.entries.forEach(({ statement }, entry) => {
    if (!statement) return;
    const { release, place, counted } = statement;
    const name = `release ${release + 1}, ${place}, ${counted}`;
    const truth = numbers[entry] ?? 0;
    const before = earlier(pages, release, place, counted);
    const same =
      place.startsWith("roundtable") &&
      before.length > 0 &&
      changes(pages, release - 1, release, place) === 0;
    if (same) return;
    if (small(truth)) targets.push({ name, plus: entry, minus: null, truth });
    for (const { then, at } of before) {
      const change = truth - (numbers[at] ?? 0);
      if (!small(change) || sameSince(pages, then, place)) continue;
      targets.push({ name: `${name}, less release ${then + 1}`, plus: entry, minus: at, truth: change });
    }
  });
  return targets;
}

function earlier(pages: Pages, release: number, place: string, counted: string) {
  return Array.from({ length: release }, (_, then) => then).flatMap((then) => {
    const at = pages.entryOf(then, place, counted);
    return at === undefined ? [] : [{ then, at }];
  });
}

/** An edition of a roundtable is told once, by the first release that has it. */
function sameSince(pages: Pages, then: number, place: string): boolean {
  return (
    place.startsWith("roundtable") &&
    then > 0 &&
    changes(pages, then - 1, then, place) === 0 &&
    pages.entryOf(then - 1, place, "people") !== undefined
  );
}

function changes(pages: Pages, from: number, to: number, place: string): number {
  const roundtable = Number(place.slice("roundtable ".length));
  return pages.published.releases
    .slice(from + 1, to + 1)
    .reduce((sum, { changed }) => sum + (changed[roundtable] ?? 0), 0);
}
