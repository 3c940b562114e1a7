import { expect } from "vitest";
import type { z } from "zod";
import type { Viewer } from "@/lib/access/policy";
import { themeTable } from "@/lib/aggregate/figures/figures";
import { evidenceMatches } from "@/lib/aggregate/figures/queries/live-evidence";
import { countTogether } from "@/lib/aggregate/figures/queries/counts";
import { countedNow, listBegun, themeFigures } from "@/lib/aggregate/figures/queries/theme-figures";
import type { PairCounts } from "@/lib/aggregate/live/co-occurrence";
import { EVERYTHING } from "@/lib/aggregate/live/live-filter";
import { keptNarrowed } from "@/lib/aggregate/live/queries/kept-narrowed";
import { coverFilter, countNarrow } from "@/lib/aggregate/live/queries/live-figures";
import { listNarrowedEvidence, narrowEvidence } from "@/lib/aggregate/live/queries/narrowed-evidence";
import { countPairs } from "@/lib/aggregate/live/queries/pair-counts";
import { countAttendances, countContributions } from "@/lib/capture/contribution/queries/counted";
import { db } from "@/lib/platform/db";
import { codingMatches } from "@/lib/tag/coding/queries/coding-matches";
import { matchesByRoundtable, totalOf } from "@/lib/tag/coding/queries/kept-matches";
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
  await expectMatchesAsCounted(viewer, reviewId, because);
  await expectNarrowedAsCounted(viewer, reviewId, because);
  const { attendances, people } = await countedNow(viewer, { reviewId, roundtableId: null });
  expect({ attendances, people }, because).toEqual(await countAttendances(viewer, reviewId));
}

/** Of any review, however small. */
const ANY_SIZE = -1;

/** And how much matches what is asked for, kept by roundtable. */
async function expectMatchesAsCounted(viewer: Viewer, reviewId: string, because: string): Promise<void> {
  const [theme] = await db().theme.findMany({
    where: { reviewId },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  const themeId = theme?.id ?? "";
  const speaker = [{ attribute: "role", value: "SENCO" }];
  for (const asked of [
    ...(["untagged", "disagreed", "mine"] as const).map((left) => ({ left })),
    { themeId, stance: "ask" as const },
    { speaker },
  ]) {
    const filter = { reviewId, ...asked };
    const matches = await matchesByRoundtable(viewer, codingMatches(viewer, filter), ANY_SIZE);
    const counted = await countCodingContributions(viewer, filter);
    expect(matches && totalOf(matches), `${because}: ${JSON.stringify(asked)}`).toBe(counted);
  }
  for (const asked of [{}, { stance: "ask" as const }, { filter: { ...EVERYTHING, role: ["SENCO"] } }]) {
    const evidence = { reviewId, filter: EVERYTHING, themeId, alsoThemeId: null, ...asked };
    const matching = evidenceMatches(viewer, ...(await narrowEvidence(viewer, evidence)));
    const matches = await matchesByRoundtable(viewer, matching, ANY_SIZE);
    const { total } = await listNarrowedEvidence(viewer, evidence);
    expect(matches && totalOf(matches), `${because}: ${JSON.stringify(asked)}`).toBe(total);
  }
}

/** And the figures under a filter, which are kept of a large review. */
async function expectNarrowedAsCounted(viewer: Viewer, reviewId: string, because: string): Promise<void> {
  for (const asked of [{ role: ["SENCO"] }, { stance: ["ask" as const] }]) {
    const covered = await coverFilter(viewer, reviewId, { ...EVERYTHING, ...asked });
    const question = countNarrow(covered);
    const kept = await keptNarrowed(covered, question, ANY_SIZE);
    const counted = await question.count(db());
    expect(inOrder(question.answer.parse(kept)), because).toEqual(inOrder(question.answer.parse(counted)));
  }
}

const byText = (one: unknown, other: unknown) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1);

/** Rows of a theme come in any order. */
const inOrder = ({ patterns, without, heads }: z.infer<ReturnType<typeof countNarrow>["answer"]>) => ({
  heads,
  patterns: patterns.toSorted(byText),
  without: without.toSorted(byText),
});
