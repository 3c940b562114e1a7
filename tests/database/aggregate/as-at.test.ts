import { describe, expect, test } from "vitest";
import { themeFigures } from "@/lib/aggregate/figures/queries/theme-figures";
import { EVERYTHING } from "@/lib/aggregate/live/live-filter";
import { listNarrowedEvidence } from "@/lib/aggregate/live/queries/narrowed-evidence";
import { endOfDay } from "@/lib/platform/text/dates";
import { db } from "@/lib/platform/db";
import { openTestDatabase } from "@/tests/support/database";
import { makeParticipant, makeRoundtable, makeTagging, makeTheme } from "@/tests/support/worlds/factories";
import { makeScene } from "@/tests/support/worlds/scene";

openTestDatabase();

const day = (n: number) => new Date(`2026-06-${String(n).padStart(2, "0")}`);
const noon = (n: number) => new Date(day(n).getTime() + 12 * 3_600_000);

/** Tagged on the 2nd at noon, in a roundtable of the 1st; the theme and its contribution are of the 1st. */
async function makeTagged() {
  const { review, facilitator, roundtable, contribution, theme } = await makeScene({
    members: ["facilitator"],
    participant: {},
    contribution: {},
    theme: {},
  });
  await db().roundtable.update({ where: { id: roundtable.id }, data: { heldOn: day(1) } });
  const tagging = await makeTagging(contribution, theme, "ask");
  await db().theme.update({ where: { id: theme.id }, data: { createdAt: noon(1) } });
  await db().contribution.update({ where: { id: contribution.id }, data: { recordedAt: noon(1) } });
  await db().tagging.update({ where: { id: tagging.id }, data: { from: noon(2) } });
  const raised = async (on: Date | null) => {
    const table = await themeFigures(facilitator, { reviewId: review.id, roundtableId: null, on });
    return table.themes.find(({ id }) => id === theme.id)?.people.value;
  };
  const contributions = async (on: Date | null) => {
    const scope = { reviewId: review.id, themeId: theme.id, alsoThemeId: null };
    return (await listNarrowedEvidence(facilitator, { ...scope, filter: { ...EVERYTHING, on } })).total;
  };
  return { review, roundtable, facilitator, theme, contribution, tagging, raised, contributions };
}

describe("figures as at the end of a day", () => {
  test("count what was tagged by then and not taken off, as they do now when asked of now", async () => {
    const { tagging, raised, contributions } = await makeTagged();
    await db().tagging.update({ where: { id: tagging.id }, data: { until: noon(5) } });
    const days = [1, 2, 4, 5, 6];
    expect(await Promise.all(days.map((n) => raised(day(n))))).toEqual([0, 1, 1, 0, 0]);
    expect(await Promise.all(days.map((n) => contributions(day(n))))).toEqual([0, 1, 1, 0, 0]);
    expect(await raised(null)).toBe(0);
  });

  test("the day ends at midnight in London", async () => {
    const { tagging, raised } = await makeTagged();
    const end = endOfDay(day(2));
    await db().tagging.update({ where: { id: tagging.id }, data: { from: end } });
    expect(await raised(day(2))).toBe(1);
    await db().tagging.update({
      where: { id: tagging.id },
      data: { from: new Date(end.getTime() + 1) },
    });
    expect(await raised(day(2))).toBe(0);
    expect(await raised(day(3))).toBe(1);
  });

  test("leave out contributions and themes that were not there yet, and count a contribution until it was struck out", async () => {
    const { contribution, theme, raised, contributions } = await makeTagged();
    await db().contribution.update({ where: { id: contribution.id }, data: { struckAt: noon(8) } });
    expect(await raised(day(7))).toBe(1);
    expect(await raised(day(8))).toBe(0);
    expect(await contributions(day(7))).toBe(1);
    await db().contribution.update({
      where: { id: contribution.id },
      data: { struckAt: null, recordedAt: noon(4) },
    });
    expect(await raised(day(3))).toBe(0);
    expect(await raised(day(4))).toBe(1);
    await db().theme.update({ where: { id: theme.id }, data: { retiredAt: noon(6) } });
    expect(await raised(day(5))).toBe(1);
    expect(await raised(day(6))).toBeUndefined();
    await db().theme.update({ where: { id: theme.id }, data: { createdAt: noon(5), retiredAt: null } });
    expect(await raised(day(4))).toBeUndefined();
  });

  test("leave out a theme for as long as it was retired or merged, though it is in use again", async () => {
    const { review, facilitator, theme, raised } = await makeTagged();
    const intoId = (await makeTheme(review)).id;
    const change = (kind: "retire" | "restore" | "merge", at: Date, undoneAt: Date | null = null) =>
      db().codingChange.create({
        data: {
          reviewId: review.id,
          kind,
          themeId: theme.id,
          at,
          undoneAt,
          byId: facilitator.userId,
          detail:
            kind === "merge"
              ? { otherId: intoId, places: [], examples: [], followed: [] }
              : kind === "restore"
                ? { places: [] }
                : {},
        },
      });
    await change("retire", noon(4));
    await change("restore", noon(6));
    await change("merge", noon(8), noon(10));
    const days = [3, 4, 5, 6, 7, 8, 9, 10];
    expect(await Promise.all(days.map((n) => raised(day(n))))).toEqual([
      1,
      undefined,
      undefined,
      1,
      1,
      undefined,
      undefined,
      1,
    ]);
    expect(await raised(null)).toBe(1);
  });

  test("cover the roundtables held by then", async () => {
    const { review, facilitator, roundtable } = await makeTagged();
    const later = await makeRoundtable(review);
    await db().roundtable.update({ where: { id: later.id }, data: { heldOn: day(10) } });
    await makeParticipant(review, later);
    const people = async (on: Date | null) => {
      const table = await themeFigures(facilitator, { reviewId: review.id, roundtableId: null, on });
      return [table.scope.roundtables, table.people.value];
    };
    expect(await people(day(9))).toEqual([1, 1]);
    expect(await people(day(10))).toEqual([2, 2]);
    const scope = { reviewId: review.id, roundtableId: roundtable.id };
    expect((await themeFigures(facilitator, { ...scope, on: new Date("2026-05-31") })).people.value).toBe(0);
  });

  test("an erased contribution is in none, whatever the day", async () => {
    const { contribution, raised } = await makeTagged();
    await db().contribution.update({
      where: { id: contribution.id },
      data: { erasedAt: noon(9), text: "", salt: null },
    });
    expect(await raised(day(4))).toBe(0);
  });
});
