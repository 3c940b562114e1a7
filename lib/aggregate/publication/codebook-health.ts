import type { Counts, ThemeCounts } from "@/lib/aggregate/figures/figures";

type Titled = { id: string; title: string };

/** Themes that somebody raised, but fewer people than make a number: reviewers read "a few" and no words. */
export function themesOfFew({ themes }: Counts, threshold: number): ThemeCounts[] {
  return themes.filter(({ patterns }) => {
    const people = patterns.reduce((sum, pattern) => sum + pattern.people, 0);
    return people > 0 && people < threshold;
  });
}

/** Pairs of titles that a reader could take for the same theme: at most two letters differ, or the order of the words. */
export function nearEqualTitles<Theme extends Titled>(themes: readonly Theme[]): [Theme, Theme][] {
  return themes.flatMap((one, at) =>
    themes
      .slice(at + 1)
      .filter((other) => areNearEqual(one.title, other.title))
      .map((other): [Theme, Theme] => [one, other]),
  );
}

const MAX_DIFFERENCE = 2;

function areNearEqual(a: string, b: string): boolean {
  const [one, other] = [sorted(a), sorted(b)];
  if (one === other) return true;
  // In a short title two letters make another word.
  return Math.min(one.length, other.length) > 3 * MAX_DIFFERENCE && distance(one, other) <= MAX_DIFFERENCE;
}

/** Without case and signs, the words in the order of the alphabet. */
function sorted(title: string): string {
  const words = title.toLocaleLowerCase("en-GB").match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.sort().join(" ");
}

/** Levenshtein's distance: letters added, removed or replaced. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      const replaced = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
