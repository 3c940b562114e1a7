import { expect } from "vitest";
import type { Viewer } from "@/lib/access/policy";
import { themeTable } from "@/lib/aggregate/figures/figures";
import { countTogether } from "@/lib/aggregate/figures/queries/counts";
import { countedNow, listBegun, themeFigures } from "@/lib/aggregate/figures/queries/theme-figures";
import type { PairCounts } from "@/lib/aggregate/live/co-occurrence";
import { EVERYTHING } from "@/lib/aggregate/live/live-filter";
import { countPairs } from "@/lib/aggregate/live/queries/pair-counts";
import { countAttendances, countContributions } from "@/lib/capture/contribution/queries/counted";
import { db } from "@/lib/platform/db";
import { countByTheme } from "@/lib/tag/coding/queries/listed-counts";
import { LISTED } from "@/lib/tag/coding/queries/listed-sql";
import { countCodingContributions } from "@/lib/tag/coding/queries/workbench";

/** The figures of the review that are shown are those that counting everything gives. */
export async function expectAsCounted(viewer: Viewer, reviewId: string, because: string): Promise<void> {
  const begun = await listBegun(db(), reviewId);
  const counted = await countTogether(db(), reviewId, begun);
  const shown = await themeFigures(viewer, { reviewId, roundtableId: null });
  expect(shown, because).toEqual(themeTable(counted));
  // Named one by one, the same contributions are counted again.
  const all = await db().contribution.findMany({ where: { reviewId }, select: { id: true } });
  const ids = all.map(({ id }) => id);
  for (const listed of LISTED)
    expect(await countByTheme(viewer, { reviewId }, listed), `${because}: ${listed}`).toEqual(
      await countByTheme(viewer, { reviewId, ids }, listed),
    );
  const contributions = await countCodingContributions(viewer, { reviewId });
  expect(await countContributions(viewer, reviewId), because).toMatchObject({ contributions });
}

const byThemes = ({ first, second, ...counts }: PairCounts) => [`${first} ${second}`, counts] as const;

/** And so are those of each roundtable, and what the note at them says of contributions and attendances, and the pairs of themes. */
export async function expectEachAsCounted(viewer: Viewer, reviewId: string, because: string): Promise<void> {
  await expectAsCounted(viewer, reviewId, because);
  const begun = await listBegun(db(), reviewId);
  for (const roundtable of begun) {
    const scope = { reviewId, roundtableId: roundtable.id };
    const counted = await countTogether(db(), reviewId, [roundtable]);
    const expected = { ...counted, scope: { roundtable, roundtables: 1 } };
    expect(await themeFigures(viewer, scope), because).toEqual(themeTable(expected));
    const contributions = await countContributions(viewer, reviewId, roundtable.id);
    expect(await countedNow(viewer, scope), because).toMatchObject(contributions);
  }
  // Named one by one, the same roundtables are counted again.
  const each = { ...EVERYTHING, roundtable: begun.map(({ slug }) => slug) };
  const kept = await countPairs(viewer, reviewId, EVERYTHING);
  const pairs = await countPairs(viewer, reviewId, each);
  expect(new Map(kept.map(byThemes)), because).toEqual(new Map(pairs.map(byThemes)));
  const { attendances, people } = await countedNow(viewer, { reviewId, roundtableId: null });
  expect({ attendances, people }, because).toEqual(await countAttendances(viewer, reviewId));
}
