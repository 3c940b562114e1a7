import { describe, expect, test } from "vitest";
import { themeFigures } from "@/lib/aggregate/figures/queries/theme-figures";
import { peopleBehind } from "@/lib/aggregate/figures/queries/people-behind";
import { countAttendances, countContributions } from "@/lib/capture/contribution/queries/counted";
import { db } from "@/lib/platform/db";
import { openTestDatabase } from "@/tests/support/database";
import {
  makeContribution,
  makeMember,
  makeParticipant,
  makeReview,
  makeRoundtable,
  makeStranger,
  makeTagging,
} from "@/tests/support/worlds/factories";
import { makeScene } from "@/tests/support/worlds/scene";

openTestDatabase();

async function makeFigures() {
  const { review, facilitator, roundtable, theme } = await makeScene({
    members: ["facilitator"],
    roundtable: {},
    theme: {},
  });
  const figures = async (roundtableId: string | null = null) => {
    const table = await themeFigures(facilitator, { reviewId: review.id, roundtableId });
    const row = table.themes.find(({ id }) => id === theme.id);
    if (!row) throw new Error("The theme has no row.");
    return { table, row };
  };
  return { review, roundtable, facilitator, theme, figures };
}

describe("live figures count people", () => {
  test("a person is one however many contributions, stances and roundtables", async () => {
    const { review, roundtable, facilitator, theme, figures } = await makeFigures();
    const second = await makeRoundtable(review);
    const here = await makeParticipant(review, roundtable);
    const there = await makeParticipant(review, second, { personId: here.personId });
    const other = await makeParticipant(review, second);
    await makeTagging(await makeContribution(roundtable, { participant: here }), theme, "strength");
    await makeTagging(await makeContribution(roundtable, { participant: here }), theme, "strength");
    await makeTagging(await makeContribution(second, { participant: there }), theme, "ask");
    await makeTagging(await makeContribution(second, { participant: other }), theme, "ask");

    const { table, row } = await figures();
    expect(table.people).toEqual({ counts: "people", value: 2, of: null });
    expect(table.scope.roundtables).toBe(2);
    expect(row.people).toEqual({ counts: "people", value: 2, of: 2 });
    expect(row.contributions).toEqual({ counts: "contributions", value: 4, of: 4 });
    expect(row.roundtables).toEqual({ counts: "roundtables", value: 2, of: 2 });
    expect(row.segments.mixed.people.value).toBe(1);
    expect(row.segments.ask.people.value).toBe(1);
    expect(row.segments.strength.people.value).toBe(0);
    expect(row.stances?.strength).toMatchObject({ people: { value: 1 }, contributions: { value: 2 } });
    expect(row.stances?.ask).toMatchObject({ people: { value: 2 }, contributions: { value: 2 } });

    expect(await countAttendances(facilitator, review.id)).toEqual({ attendances: 3, people: 2 });
    const one = await figures(second.id);
    expect(one.table.people.value).toBe(2);
    expect(one.row.segments.ask.people.value).toBe(2);
    expect(one.row.segments.mixed.people.value).toBe(0);
  });

  test("the silent are in the denominator; hosts, the absent and a roundtable not begun are not", async () => {
    const { review, roundtable, facilitator, theme, figures } = await makeFigures();
    const speaker = await makeParticipant(review, roundtable);
    await makeParticipant(review, roundtable);
    const host = await makeParticipant(review, roundtable, { host: true });
    const absent = await makeParticipant(review, roundtable, { present: false });
    await makeParticipant(review, await makeRoundtable(review, { state: "planned" }));
    for (const participant of [speaker, host, absent])
      await makeTagging(await makeContribution(roundtable, { participant }), theme, "improvement");
    const { table, row } = await figures();
    expect(row.people).toEqual({ counts: "people", value: 1, of: 2 });
    expect(table.contributions.value).toBe(1);
    // What the note alongside the figures says of them.
    expect(await countContributions(facilitator, review.id)).toMatchObject({ contributions: 3, counted: 1 });
    expect(await countAttendances(facilitator, review.id)).toEqual({ attendances: 2, people: 2 });
    expect(table.scope.roundtables).toBe(1);
  });

  test("contributions with no known speaker and shows of hands stand alongside, never added", async () => {
    const { review, roundtable, facilitator, theme, figures } = await makeFigures();
    await makeParticipant(review, roundtable);
    await makeTagging(await makeContribution(roundtable), theme, "ask");
    const nodding = await makeContribution(roundtable, { source: "group" });
    await makeTagging(nodding, theme, "ask");
    const hands = await makeContribution(roundtable, { source: "group" });
    await db().contribution.update({ where: { id: hands.id }, data: { handsRaised: 14, handsAsked: 20 } });
    await makeTagging(hands, theme, "ask");
    await makeTagging(hands, theme, "observation");
    await makeTagging(await makeContribution(roundtable, { source: "host" }), theme, "ask");
    await makeTagging(await makeContribution(roundtable, { source: "note" }), theme, "ask");
    const { table, row } = await figures();
    expect(row.people.value).toBe(0);
    expect(row.contributions.value).toBe(0);
    expect(row.unidentified).toEqual({ counts: "contributions", value: 1, of: 1 });
    expect(row.hands).toEqual([{ counts: "people", value: 14, of: 20 }]);
    expect(table.contributions.value).toBe(0);
    const counts = { contributions: 5, counted: 0, unidentified: 1, group: 2, host: 1, note: 1 };
    expect(await countContributions(facilitator, review.id, roundtable.id)).toEqual(counts);
  });

  test("two coders who agree count once; setting another theme moves the person", async () => {
    const { review, roundtable, theme, figures } = await makeFigures();
    const contribution = await makeContribution(roundtable, {
      participant: await makeParticipant(review, roundtable),
    });
    const first = await makeTagging(contribution, theme, "ask");
    const second = await makeTagging(contribution, theme, "ask");
    expect((await figures()).row).toMatchObject({ people: { value: 1 }, contributions: { value: 1 } });
    await db().tagging.updateMany({
      where: { id: { in: [first.id, second.id] } },
      data: { until: new Date() },
    });
    expect((await figures()).row.people.value).toBe(0);
  });

  test("a machine's tagging counts for nothing until a person accepts it", async () => {
    const { review, roundtable, theme, figures } = await makeFigures();
    const contribution = await makeContribution(roundtable, {
      participant: await makeParticipant(review, roundtable),
    });
    const { id, ...tagging } = await makeTagging(contribution, theme, "ask");
    await db().tagging.update({ where: { id }, data: { until: new Date() } });
    const coder = await db().coder.create({ data: { method: "words", methodVersion: "1" } });
    await db().tagging.create({ data: { ...tagging, coderId: coder.id } });
    expect((await figures()).row.people.value).toBe(0);
  });

  test("a contribution struck out leaves, and an erased person leaves the numerator but was present", async () => {
    const { review, roundtable, theme, figures } = await makeFigures();
    const [stays, goes] = [
      await makeParticipant(review, roundtable),
      await makeParticipant(review, roundtable),
    ];
    const struck = await makeContribution(roundtable, { participant: stays });
    for (const contribution of [struck, await makeContribution(roundtable, { participant: goes })])
      await makeTagging(contribution, theme, "strength");
    expect((await figures()).row.people.value).toBe(2);
    await db().contribution.update({ where: { id: struck.id }, data: { struckAt: new Date() } });
    await db().person.update({ where: { id: goes.personId }, data: { erasedAt: new Date() } });
    expect((await figures()).row.people).toEqual({ counts: "people", value: 0, of: 2 });
  });

  test("an import counts once it is imported", async () => {
    const { review, roundtable, theme, figures } = await makeFigures();
    const contribution = await makeContribution(roundtable, {
      participant: await makeParticipant(review, roundtable),
    });
    await makeTagging(contribution, theme, "ask");
    const brought = await db().import.create({
      data: {
        roundtableId: roundtable.id,
        fileName: "lines.csv",
        fileDigest: Buffer.from("1"),
        mapping: {},
        rows: 1,
        createdById: contribution.recordedById,
      },
    });
    await db().contribution.update({ where: { id: contribution.id }, data: { importId: brought.id } });
    expect((await figures()).row.people.value).toBe(0);
    await db().import.update({ where: { id: brought.id }, data: { state: "visible" } });
    expect((await figures()).row.people.value).toBe(1);
  });
});

describe("who may see live figures", () => {
  test("facilitators and leads; a reviewer and a Fellow are refused, a stranger finds nothing", async () => {
    const { review, roundtable } = await makeFigures();
    const [elsewhere, other] = [await makeReview(), await makeReview()];
    const see = async (viewer: Parameters<typeof themeFigures>[0], roundtableId: string | null = null) =>
      themeFigures(viewer, { reviewId: review.id, roundtableId });
    await expect(see(await makeMember(review, "lead"))).resolves.toBeDefined();
    await expect(see(await makeMember(review, "facilitator"), roundtable.id)).resolves.toBeDefined();
    for (const role of ["reviewer", "fellow"] as const) {
      const viewer = await makeMember(review, role);
      await expect(see(viewer)).rejects.toMatchObject({ kind: "forbidden" });
      await expect(countContributions(viewer, review.id)).rejects.toMatchObject({ kind: "forbidden" });
      await expect(countAttendances(viewer, review.id)).rejects.toMatchObject({ kind: "forbidden" });
    }
    await expect(see(await makeStranger())).rejects.toMatchObject({ kind: "not-found" });
    await expect(see(await makeMember(elsewhere, "lead"))).rejects.toMatchObject({ kind: "not-found" });
    const foreign = await makeRoundtable(other);
    await expect(see(await makeMember(review, "lead"), foreign.id)).rejects.toMatchObject({
      kind: "not-found",
    });
  });
});

describe("people behind a statement", () => {
  test("are counted as figures count them, out of those present in the scope", async () => {
    const { review, roundtable, facilitator } = await makeFigures();
    const second = await makeRoundtable(review);
    const [one, two] = [await makeParticipant(review, roundtable), await makeParticipant(review, second)];
    await makeParticipant(review, second);
    const hands = await makeContribution(roundtable, { source: "group" });
    await db().contribution.update({ where: { id: hands.id }, data: { handsRaised: 9, handsAsked: 12 } });
    const contributions = [
      await makeContribution(roundtable, { participant: one }),
      await makeContribution(roundtable, { participant: one }),
      await makeContribution(second, { participant: two }),
      await makeContribution(roundtable),
      hands,
    ].map(({ id }) => id);
    const inReview = await peopleBehind(facilitator, contributions, {
      reviewId: review.id,
      roundtableId: null,
    });
    expect(inReview).toEqual({
      people: 2,
      of: 3,
      unidentified: 1,
      hands: [{ contributionId: hands.id, raised: 9, asked: 12 }],
    });
    const here = await peopleBehind(facilitator, contributions, {
      reviewId: review.id,
      roundtableId: roundtable.id,
    });
    expect(here).toMatchObject({ people: 1, of: 1 });
    await expect(
      peopleBehind(await makeMember(review, "reviewer"), contributions, {
        reviewId: review.id,
        roundtableId: null,
      }),
    ).rejects.toMatchObject({ kind: "forbidden" });
    expect(await peopleBehind(facilitator, [], { reviewId: review.id, roundtableId: null })).toMatchObject({
      people: 0,
      of: 3,
    });
  });
});
