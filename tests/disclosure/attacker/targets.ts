import type { Pages } from "./pages";
import { roundtableOf } from "./read-report";

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
    if (isTold(pages, release, place, counted)) return;
    const name = `release ${release + 1}, ${place}, ${counted}`;
    const truth = numbers[entry] ?? 0;
    const before = earlier(pages, release, place, counted);
    const same =
      roundtableOf(place) !== null && before.some(({ then }) => changes(pages, then, release, place) === 0);
    if (same) return;
    if (small(truth)) targets.push({ name, plus: entry, minus: null, truth });
    for (const { then, at } of before) {
      const change = truth - (numbers[at] ?? 0);
      if (!small(change) || sameSince(pages, then, place) || isTold(pages, then, place, counted)) continue;
      targets.push({ name: `${name}, less release ${then + 1}`, plus: entry, minus: at, truth: change });
    }
  });
  return targets;
}

/** Whether a sentence says that it is one or a few: of this release, or of another between which nothing changed there. */
function isTold(pages: Pages, release: number, place: string, counted: string): boolean {
  return samePeople(pages, release, place).some((own) =>
    pages.published.releases.some((_, other) => {
      if (!isUnchanged(pages, Math.min(other, release), Math.max(other, release), own)) return false;
      return samePeople(pages, other, own).some((one) => {
        const at = pages.entryOf(other, one, counted);
        return at !== undefined && pages.entries[at]?.told === true;
      });
    }),
  );
}

/** Whether the same people are counted in both: nothing changed there, and no roundtable came. */
function isUnchanged({ published }: Pages, from: number, to: number, place: string): boolean {
  const roundtable = roundtableOf(place);
  return published.releases
    .slice(from + 1, to + 1)
    .every(({ roundtables, changed }, at) =>
      roundtable === null
        ? Object.keys(changed).length === 0 &&
          roundtables.length === published.releases[from + at]?.roundtables.length
        : (changed[roundtable] ?? 0) === 0,
    );
}

/** Whoever is for a finding at the only roundtable of a release is for it in the review, and the other way round. */
function samePeople({ published }: Pages, release: number, place: string): string[] {
  const [only, second] = published.releases[release]?.roundtables ?? [];
  if (!place.startsWith("finding ") || only === undefined || second !== undefined) return [place];
  const at = ` at roundtable ${only}`;
  if (place.endsWith(at)) return [place, place.slice(0, -at.length)];
  return place.includes(" at roundtable ") ? [place] : [place, place + at];
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
    roundtableOf(place) !== null &&
    earlier(pages, then, place, "people").some((one) => changes(pages, one.then, then, place) === 0)
  );
}

function changes(pages: Pages, from: number, to: number, place: string): number {
  const roundtable = roundtableOf(place);
  if (roundtable === null) return Infinity;
  return pages.published.releases
    .slice(from + 1, to + 1)
    .reduce((sum, { changed }) => sum + (changed[roundtable] ?? 0), 0);
}
