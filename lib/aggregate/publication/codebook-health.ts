import { themeTable, type Counts, type ThemeFigures } from "@/lib/aggregate/figures/figures";
import { isSmall, isTooFew } from "@/lib/aggregate/figures/small-number";

type Titled = { id: string; title: string };

/** Above this share of the smaller theme's contributions, two themes may be one. */
export const MAX_SHARED = 0.7;

/** Two themes with the contributions that have both themes, and those of the smaller of the two. */
export type SharedThemes = { oneId: string; otherId: string; together: number; smaller: number };

/** A theme, and how many contributions were last coded before it was added. */
export type UnreadTheme = { themeId: string; contributions: number };

/** Themes that somebody raised, but fewer people than make a number: reviewers read "a few" and no words. */
export function themesOfFew(counts: Counts, threshold: number): ThemeFigures[] {
  return themeTable(counts).themes.filter(({ people }) => isSmall(people.value, threshold));
}

/** Two sides are in equal parts where the smaller is at least this share of the larger. */
const EQUAL_PARTS = 0.75;

/**
 * Themes that as many people call a strength as something to improve, with enough people on each side. One theme may
 * stand for two.
 */
export function themesOfOpposites(counts: Counts, threshold: number): ThemeFigures[] {
  return themeTable(counts).themes.filter(({ stances: { strength, improvement } }) => {
    const sides = [strength.people.value, improvement.people.value];
    const fewer = Math.min(...sides);
    return !isTooFew(fewer, threshold) && fewer >= EQUAL_PARTS * Math.max(...sides);
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
