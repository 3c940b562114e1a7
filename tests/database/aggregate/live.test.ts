import { readSheet } from "read-excel-file/node";
import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "@/lib/access/policy";
import { compareTables, outOf } from "@/lib/aggregate/live/comparison";
import { EVERYTHING, type LiveFilter } from "@/lib/aggregate/live/live-filter";
import { deleteView, renameView, restoreView, saveView } from "@/lib/aggregate/live/commands/save-view";
import {
  countHidden,
  exportedContributions,
  exportedPeople,
  openLiveExport,
} from "@/lib/aggregate/live/queries/exported-rows";
import { listFilterChoices } from "@/lib/aggregate/live/queries/filter-choices";
import { liveFigures } from "@/lib/aggregate/live/queries/live-figures";
import { listNarrowedEvidence } from "@/lib/aggregate/live/queries/narrowed-evidence";
import { getDeletedView, listSavedViews } from "@/lib/aggregate/live/queries/saved-views";
import { liveSheets } from "@/lib/aggregate/take-away/live-workbook";
import { xlsxStream } from "@/lib/platform/xlsx/xlsx-stream";
import { themeFigures } from "@/lib/aggregate/figures/queries/theme-figures";
import { db } from "@/lib/platform/db";
import { openTestDatabase } from "@/tests/support/database";
import {
  makeContribution,
  makeParticipant,
  makeRoundtable,
  makeTagging,
  makeTheme,
} from "@/tests/support/worlds/factories";
import { makeScene } from "@/tests/support/worlds/scene";

openTestDatabase();

/** Two roundtables; two SENCOs in London and a headteacher in the North East, who came twice. */
async function makeWorld() {
  const scene = await makeScene({
    members: ["facilitator", "reviewer"],
    roundtable: {},
    themes: [{ title: "Coaching" }, { title: "Funding" }],
  });
  const { review, facilitator, reviewer, roundtable, themes } = scene;
  const [coaching, funding] = themes;
  const second = await makeRoundtable(review);
  const send = await makeTheme(review, { title: "SEND" });
  await db().theme.update({ where: { id: send.id }, data: { axis: "area" } });
  const senco = { role: "SENCO", region: "London" };
  const headteacher = { role: "headteacher", region: "North East" };
  const a = await makeParticipant(review, roundtable, { attributes: { ...senco, npq_taken: "NPQSL" } });
  const b = await makeParticipant(review, roundtable, { attributes: senco });
  const head = await makeParticipant(review, roundtable, {
    attributes: { ...headteacher, npq_delivered: "NPQSL" },
  });
  const again = await makeParticipant(review, second, { personId: head.personId, attributes: headteacher });
  const said = async (
    at: typeof roundtable,
    who: typeof a | undefined,
    text: string,
    ...under: [typeof coaching, "ask" | "strength"][]
  ) => {
    const contribution = who
      ? await makeContribution(at, { participant: who, text })
      : await makeContribution(at, { source: "unidentified", text });
    for (const [theme, stance] of under) await makeTagging(contribution, theme, stance);
    return contribution;
  };
  await said(roundtable, a, "=1+1", [coaching, "ask"], [funding, "ask"]);
  const helped = await said(roundtable, b, "Coaching helped", [coaching, "strength"]);
  await db().tagging.updateMany({ where: { contributionId: helped.id }, data: { explicit: false } });
  const about = await said(roundtable, head, "Both again", [coaching, "ask"], [send, "ask"]);
  await db().contribution.update({ where: { id: about.id }, data: { npqs: ["NPQH"] } });
  await said(second, again, "Money", [funding, "ask"]);
  await said(roundtable, undefined, "Somebody", [coaching, "ask"]);
  return { review, facilitator, reviewer, roundtable, second, coaching, funding, send };
}

let world: Awaited<ReturnType<typeof makeWorld>>;
beforeAll(async () => {
  world = await makeWorld();
});

const only = (over: Partial<LiveFilter>): LiveFilter => ({ ...EVERYTHING, ...over });
const raised = async (over: Partial<LiveFilter>, viewer: Viewer = world.facilitator) => {
  const table = await liveFigures(viewer, world.review.id, only(over));
  return Object.fromEntries(table.themes.map(({ title, people }) => [title, outOf(people)]));
};

describe("a filter", () => {
  test("that leaves everything open gives the figures of everybody", async () => {
    const all = await themeFigures(world.facilitator, { reviewId: world.review.id, roundtableId: null });
    const narrowed = await liveFigures(
      world.facilitator,
      world.review.id,
      only({ roundtable: [world.roundtable.slug, world.second.slug] }),
    );
    expect(narrowed).toEqual(all);
  });

  test("narrows the people, and what they are counted out of", async () => {
    expect(await raised({})).toEqual({ Coaching: "3 of 3", Funding: "2 of 3", SEND: "1 of 3" });
    expect(await raised({ role: ["SENCO"] })).toEqual({
      Coaching: "2 of 2",
      Funding: "1 of 2",
      SEND: "0 of 2",
    });
    expect(await raised({ role: ["SENCO", "headteacher"], region: ["North East"] })).toEqual({
      Coaching: "1 of 1",
      Funding: "1 of 1",
      SEND: "1 of 1",
    });
    expect(await raised({ npq: ["NPQSL"] })).toMatchObject({ Coaching: "2 of 2" });
    expect(await raised({ put: ["explicit", "inferred"] })).toEqual(await raised({}));
    expect(await raised({ put: ["explicit"] })).toMatchObject({ Coaching: "2 of 3", Funding: "2 of 3" });
    expect(await raised({ put: ["inferred"] })).toMatchObject({ Coaching: "1 of 3", Funding: "0 of 3" });
    expect(await raised({ roundtable: [world.second.slug] })).toMatchObject({
      Coaching: "0 of 1",
      Funding: "1 of 1",
    });
  });

  test("narrows the contributions, and leaves the people they are out of", async () => {
    expect(await raised({ about: ["NPQH"] })).toMatchObject({ Coaching: "1 of 3", Funding: "0 of 3" });
    expect(await raised({ area: [world.send.slug] })).toMatchObject({ Coaching: "1 of 3" });
    expect(await raised({ stance: ["strength"] })).toMatchObject({ Coaching: "1 of 3", Funding: "0 of 3" });
  });

  test("of people leaves out what has no speaker", async () => {
    const of = async (over: Partial<LiveFilter>) =>
      (await liveFigures(world.facilitator, world.review.id, only(over))).unidentified.value;
    expect(await of({})).toBe(1);
    expect(await of({ stance: ["ask"] })).toBe(1);
    expect(await of({ role: ["SENCO"] })).toBe(0);
  });

  test("shows what it counts among the contributions, and those under two themes", async () => {
    const list = (over: Partial<LiveFilter>, alsoThemeId: string | null = null) =>
      listNarrowedEvidence(world.facilitator, {
        reviewId: world.review.id,
        filter: only(over),
        themeId: world.coaching.id,
        alsoThemeId,
      });
    expect((await list({})).total).toBe(4);
    expect((await list({ region: ["London"] })).total).toBe(2);
    expect((await list({}, world.funding.id)).contributions.map(({ text }) => text)).toEqual(["=1+1"]);
  });

  test("is for facilitators", async () => {
    await expect(raised({}, world.reviewer)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(listFilterChoices(world.reviewer, world.review.id)).rejects.toMatchObject({
      kind: "forbidden",
    });
    expect(await listFilterChoices(world.facilitator, world.review.id)).toMatchObject({
      role: ["SENCO", "headteacher"],
      region: ["North East", "London"],
      npq: ["NPQSL"],
      about: ["NPQH"],
    });
  });
});

test("two groups are counts out of those present in each", async () => {
  const of = (over: Partial<LiveFilter>) => liveFigures(world.facilitator, world.review.id, only(over));
  const rows = compareTables(await of({ role: ["SENCO"] }), await of({ role: ["headteacher"] }));
  expect(rows.map(({ title, first, second }) => [title, outOf(first), outOf(second)])).toEqual([
    ["Coaching", "2 of 2", "1 of 1"],
    ["Funding", "1 of 2", "1 of 1"],
    ["SEND", "0 of 2", "1 of 1"],
  ]);
});

test("a facilitators' file has labels, words as text, and matrices; a reviewer gets none", async () => {
  const { review, facilitator, reviewer } = world;
  await expect(openLiveExport(reviewer, review.id, only({}))).rejects.toMatchObject({ kind: "forbidden" });
  const covered = await openLiveExport(facilitator, review.id, only({ role: ["SENCO"] }));
  const sheets = liveSheets({
    review: "A review",
    link: "https://example.org",
    made: new Date(),
    counted: "Contributions of SENCOs.",
    table: await liveFigures(facilitator, review.id, only({ role: ["SENCO"] })),
    hidden: await countHidden(facilitator, covered),
    contributions: () => exportedContributions(facilitator, covered),
    people: () => exportedPeople(covered),
  });
  const parts = [];
  for await (const part of xlsxStream(sheets, { title: "T", description: "D", created: new Date() }))
    parts.push(part);
  const file = Buffer.concat(parts);
  const read = (sheet: string) => readSheet(file, sheet);
  const contributions = await read("Contributions");
  expect(contributions).toHaveLength(3);
  // Said at the same moment, each recorded by somebody else: either may come first.
  const first = contributions.find((row) => row.at(-1) === "=1+1");
  expect(first?.at(-2)).toBe("Coaching: ask; Funding: ask");
  const people = await read("People by theme");
  expect(people[0]?.slice(-3)).toEqual(["Coaching", "Funding", "SEND"]);
  expect(people.slice(1).map((row) => row.slice(-3))).toEqual(
    expect.arrayContaining([
      [1, 1, 0],
      [1, 0, 0],
    ]),
  );
  const marks = (await read("Contributions by theme")).slice(1).map((row) => row.slice(-3));
  const inOrder = [
    [1, 1, 0],
    [1, 0, 0],
  ];
  expect(marks).toEqual(contributions[1] === first ? inOrder : inOrder.toReversed());
  const taken = await db().auditEntry.findMany({ where: { reviewId: review.id, action: "download.take" } });
  expect(taken).toHaveLength(1);
});

describe("saved views", () => {
  const shows = () => `role=SENCO&roundtable=${world.second.slug}&compare=yes&with-role=headteacher`;
  const save = (name: string, id: string = randomUUID(), viewer = world.facilitator) =>
    saveView(viewer, { reviewId: world.review.id, id, name, shows: shows() });
  const names = async () =>
    (await listSavedViews(world.facilitator, world.review.id)).map(({ name }) => name);

  test("are saved once, renamed, deleted and taken back", async () => {
    const { id } = await save("SENCOs");
    await save("SENCOs", id);
    expect(await listSavedViews(world.facilitator, world.review.id)).toEqual([
      {
        id,
        name: "SENCOs",
        revision: 1,
        fields: [
          ["roundtable", world.second.slug],
          ["role", "SENCO"],
          ["compare", "yes"],
          ["with-role", "headteacher"],
        ],
      },
    ]);
    await expect(save("sencos")).rejects.toMatchObject({ kind: "invalid" });
    await renameView(world.facilitator, { id, revision: 1, name: "SENCOs and heads" });
    await expect(renameView(world.facilitator, { id, revision: 1, name: "Late" })).rejects.toMatchObject({
      kind: "stale",
    });
    await deleteView(world.facilitator, { id });
    await deleteView(world.facilitator, { id });
    expect(await names()).toEqual([]);
    expect(await getDeletedView(world.facilitator, world.review.id, id)).toMatchObject({
      name: "SENCOs and heads",
    });
    await restoreView(world.facilitator, { id });
    expect(await names()).toEqual(["SENCOs and heads"]);
    const entries = await db().auditEntry.findMany({ where: { subjectId: id }, orderBy: { id: "asc" } });
    expect(entries.map(({ action }) => action)).toEqual([
      "view.save",
      "view.rename",
      "view.delete",
      "view.restore",
    ]);
    await expect(save("Mine", randomUUID(), world.reviewer)).rejects.toMatchObject({ kind: "forbidden" });
  });

  test("keep their roundtables when these are renamed", async () => {
    const { id } = await save("Moved");
    await db().roundtable.update({ where: { id: world.second.id }, data: { slug: "moved" } });
    const views = await listSavedViews(world.facilitator, world.review.id);
    expect(views.find((view) => view.id === id)?.fields).toContainEqual(["roundtable", "moved"]);
    await db().roundtable.update({ where: { id: world.second.id }, data: { slug: world.second.slug } });
  });
});
