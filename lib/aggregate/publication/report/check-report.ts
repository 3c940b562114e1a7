import { checkTheme, worseThan, type Disclosure } from "../check/check-theme";
import type { ReleasedCounts, ToldCount } from "../check/theme-history";
import type { CheckedThemes } from "../release-source";

/** Everything that a report is checked against. It is data alone, so that a worker thread can do it. */
export type ReportToCheck = {
  threshold: number;
  /** What each release said and what was inside, by theme; oldest first. */
  releases: readonly CheckedThemes[];
  /** What reports that are published already tell. */
  published: readonly Told[];
  /** What this one would tell. */
  statements: readonly Told[];
};

export type Told = ToldCount & { themeId: string };

/** A small count that would follow once the report is published. */
export type ReportDisclosure = Disclosure & { themeId: string };

/**
 * The small counts that follow from everything published of the review together with the report, and not without it. A
 * report that tells no more than its release says adds nothing, and then nothing is worked out.
 */
export function checkReport({
  threshold,
  releases,
  published,
  statements,
}: ReportToCheck): ReportDisclosure[] {
  const themes = [...new Set(statements.map(({ themeId }) => themeId))];
  return themes.flatMap((themeId): ReportDisclosure[] => {
    const own = (all: readonly Told[]) => all.filter((one) => one.themeId === themeId);
    const history = {
      themeId,
      threshold,
      releases: releases.flatMap((checked): ReleasedCounts[] => {
        const counts = checked[themeId];
        return counts ? [counts] : [];
      }),
    };
    const after = checkTheme({ ...history, told: [...own(published), ...own(statements)] });
    if (after.length === 0) return [];
    const before = checkTheme({ ...history, told: own(published) }, after);
    return worseThan(before, after).map((one) => ({ ...one, themeId }));
  });
}
