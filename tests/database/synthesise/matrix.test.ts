import { beforeAll, describe, expect, test } from "vitest";
import { editContribution } from "@/lib/capture/contribution/commands/edit-contribution";
import { matchPeople } from "@/lib/capture/people/commands/match-people";
import { applyRetention } from "@/lib/capture/protection/commands/apply-retention";
import { erasePerson } from "@/lib/capture/protection/commands/erase-person";
import { previewErasure } from "@/lib/capture/protection/queries/erasure-preview";
import { separatePerson } from "@/lib/capture/people/commands/separate-person";
import { db } from "@/lib/platform/db";
import { restoreSummary } from "@/lib/synthesise/matrix/commands/restore-summary";
import { writeSummary } from "@/lib/synthesise/matrix/commands/write-summary";
import { changesInWords } from "@/lib/synthesise/matrix/basis";
import { progressOf, stateOf } from "@/lib/synthesise/matrix/matrix";
import { readMatrix } from "@/lib/synthesise/matrix/queries/framework-matrix";
import { readCell } from "@/lib/synthesise/matrix/queries/matrix-cell";
import type { RowKind } from "@/lib/synthesise/matrix/selection";
import { undoCodingChange } from "@/lib/tag/recoding/commands/undo-coding-change";
import { mergeThemes } from "@/lib/tag/recoding/commands/merge-themes";
import { registerStages } from "@/register-stages";
import { openTestDatabase } from "@/tests/support/database";
import { plan, planOf } from "@/tests/support/worlds/coding-round";
import {
  makeContribution,
  makeParticipant,
  makeReview,
  makeRoundtable,
  makeTagging,
  makeTheme,
} from "@/tests/support/worlds/factories";
import { makeScene } from "@/tests/support/worlds/scene";

openTestDatabase();
beforeAll(() => registerStages());

const ALL = { themes: [], roundtable: null, page: 1 };

/** Two people with two contributions each under one of two themes. */
async function makeStory() {
  const scene = await makeScene({
    members: ["lead", "facilitator", "reviewer", "fellow"],
    roundtable: { state: "read_back" },
    participants: 2,
    contributions: 4,
    themes: 2,
  });
  const { review, facilitator, participants, contributions, themes } = scene;
  const [theme, other] = themes;
  for (const contribution of contributions) await makeTagging(contribution, theme, "improvement");
  const [person] = participants;
  const open = (row = person.personId, slug = theme.slug, rows: RowKind = "people") =>
    readCell(facilitator, review.id, { row, theme: slug }, { rows, ...ALL });
  const write = async (text: string, over: { revision?: number; row?: string } = {}) => {
    const { basis, cell } = await open(over.row);
    return writeSummary(facilitator, {
      reviewId: review.id,
      rows: "people",
      rowId: over.row ?? person.personId,
      themeId: theme.id,
      revision: over.revision ?? cell.summary?.revision ?? 0,
      text,
      seen: basis,
      combined: [],
    });
  };
  const changes = async () => changesInWords((await open()).cell.summary?.changes ?? []);
  return { ...scene, theme, other, person, open, write, changes };
}

describe("the matrix", () => {
  test("has everybody who was present, every theme, and what the settled coding puts in each cell", async () => {
    const { review, facilitator, roundtable, participants, theme, other, write } = await makeStory();
    await makeParticipant(review, roundtable, { present: false });
    await makeParticipant(review, roundtable, { host: true });
    await write("They want marks explained.");
    const matrix = await readMatrix(facilitator, review.id, { rows: "people", ...ALL });
    expect(matrix.rows.map(({ title }) => title)).toEqual(participants.map(({ label }) => label));
    expect(matrix.columns.map(({ id }) => id)).toEqual([theme.id, other.id]);
    expect(matrix.cells.map(({ contributions }) => contributions)).toEqual([2, 0, 2, 0]);
    expect(matrix.cells.map(stateOf)).toEqual(["written", "nothing", "unwritten", "nothing"]);
    expect(progressOf(matrix)).toEqual({ cells: 2, written: 1, stale: 0 });
  });

  test("shows a person at two roundtables once, with everything they said", async () => {
    const { review, facilitator, person, theme, open } = await makeStory();
    const later = await makeRoundtable(review);
    const again = await makeParticipant(review, later, { personId: person.personId });
    await makeTagging(await makeContribution(later, { participant: again }), theme, "ask");
    const narrowed = { rows: "people" as const, ...ALL, roundtable: later.slug };
    const matrix = await readMatrix(facilitator, review.id, narrowed);
    expect(matrix.rows).toHaveLength(1);
    expect(matrix.rows[0]?.title).toBe(`${person.label} (also ${again.label})`);
    expect((await open()).contributions).toHaveLength(3);
  });

  test("of roundtables also has what was said by somebody unknown", async () => {
    const { roundtable, theme, open } = await makeStory();
    await makeTagging(await makeContribution(roundtable), theme, "ask");
    await makeTagging(await makeContribution(roundtable, { source: "host" }), theme, "ask");
    expect((await open(roundtable.id, theme.slug, "roundtables")).basis).toHaveLength(5);
  });

  test("does not exist for reviewers, Fellows and strangers, nor a cell of another review", async () => {
    const { review, reviewer, fellow, lead, person, open } = await makeStory();
    const selection = { rows: "people" as const, ...ALL };
    for (const viewer of [reviewer, fellow])
      await expect(readMatrix(viewer, review.id, selection)).rejects.toMatchObject({ kind: "not-found" });
    expect((await readMatrix(lead, review.id, selection)).rows).toHaveLength(2);
    await expect(readMatrix(lead, (await makeReview()).id, selection)).rejects.toMatchObject({
      kind: "not-found",
    });
    const elsewhere = await makeTheme(await makeReview());
    await expect(open(person.personId, elsewhere.slug)).rejects.toMatchObject({ kind: "not-found" });
  });
});

describe("a summary", () => {
  test("is kept with its revisions, and an earlier one is used again", async () => {
    const { facilitator, open, write } = await makeStory();
    const { id } = await write("First.");
    await write("Second.");
    await restoreSummary(facilitator, { id, revision: 2, from: 1 });
    const { cell, revisions } = await open();
    expect(cell.summary).toMatchObject({ text: "First.", revision: 3, changes: [] });
    expect(revisions.map(({ text, endedBy }) => [text, endedBy])).toEqual([
      ["Second.", facilitator.name],
      ["First.", facilitator.name],
    ]);
  });

  test("loses no text to a concurrent change, sent twice is saved once, and emptied is kept", async () => {
    const { open, write } = await makeStory();
    const [a, b] = await Promise.allSettled([
      write("One.", { revision: 0 }),
      write("Another.", { revision: 0 }),
    ]);
    expect([a.status, b.status].sort()).toEqual(["fulfilled", "rejected"]);
    const { text } = (await open()).cell.summary ?? { text: "" };
    await write(text, { revision: 0 });
    await expect(write("Late.", { revision: 0 })).rejects.toMatchObject({ kind: "stale" });
    await write("");
    const { cell, revisions } = await open();
    expect(stateOf(cell)).toBe("unwritten");
    expect(revisions).toMatchObject([{ text }]);
  });

  test("is audited by id, without its words", async () => {
    const { review, write } = await makeStory();
    const { id } = await write("Nobody else may read this.");
    const entries = await db().auditEntry.findMany({
      where: { reviewId: review.id, action: "matrix.write" },
    });
    expect(entries).toMatchObject([{ subjectId: id, detail: { revision: 1 } }]);
  });
});

describe("what has changed", () => {
  test("is told by kind, and confirming the summary rests it on what is there now", async () => {
    const { review, facilitator, roundtable, contributions, participants, theme, open, write, changes } =
      await makeStory();
    const [person] = participants;
    const [first, , second] = contributions;
    await write("It is hard.");
    expect(await changes()).toBe("");
    const added = await makeContribution(roundtable, { participant: person });
    const { id: taggingId } = await makeTagging(added, theme, "ask");
    expect(await changes()).toBe("1 contribution new");
    await editContribution(facilitator, {
      id: first.id,
      revision: 1,
      source: "identified",
      participantId: person.id,
      wording: "gist",
      text: "In other words.",
    });
    await db().contribution.update({ where: { id: second.id }, data: { struckAt: new Date() } });
    expect(await changes()).toBe("1 contribution new, 1 edited, 1 struck out");

    const { basis, cell } = await open();
    await db().tagging.update({ where: { id: taggingId }, data: { until: new Date(Date.now() + 1000) } });
    const revision = cell.summary?.revision ?? 0;
    // What was confirmed is what was on the page: the tagging has gone since.
    const still = { reviewId: review.id, rows: "people", rowId: person.personId, themeId: theme.id } as const;
    const right = { ...still, text: "It is hard.", seen: basis, combined: [] };
    await writeSummary(facilitator, { ...right, revision });
    expect(await changes()).toBe("1 contribution no longer under this theme");
    expect((await open()).revisions).toEqual([]);
    await expect(writeSummary(facilitator, { ...right, seen: [], revision: 7 })).rejects.toMatchObject({
      kind: "stale",
    });
    expect((await open()).dates?.confirmedBy).toBe(facilitator.name);
  });

  test("follows the speaker of a contribution and a stance", async () => {
    const { contributions, participants, write, changes } = await makeStory();
    const [first, , second] = contributions;
    await write("It is hard.");
    await db().contribution.update({ where: { id: first.id }, data: { participantId: participants[1].id } });
    await db().tagging.updateMany({ where: { contributionId: second.id }, data: { stance: "ask" } });
    expect(await changes()).toBe("1 contribution with another stance, 1 somebody else’s now");
  });

  test("says nothing of what a blind round hides from the viewer", async () => {
    const story = await makeStory();
    const { lead, facilitator, open, write, changes } = story;
    await write("It is hard.");
    await plan(lead, planOf(story, [facilitator, lead]));
    expect((await open()).cell.contributions).toBe(0);
    expect(await changes()).toBe("");
  });
});

describe("two cells that become one", () => {
  test("by a match of people: both texts are shown until they are combined, and separating gives each its own", async () => {
    const { review, facilitator, person, theme, open, write } = await makeStory();
    const later = await makeRoundtable(review);
    const again = await makeParticipant(review, later);
    await makeTagging(await makeContribution(later, { participant: again }), theme, "ask");
    await write("Said before.");
    await write("Said later.", { row: again.personId });
    await matchPeople(facilitator, { personId: person.personId, otherId: again.personId });
    const both = await open();
    expect(both.cell.summary?.text).toBe("Said before.");
    expect(both.cell.brought.map(({ text }) => text)).toEqual(["Said later."]);
    expect(stateOf(both.cell)).toBe("stale");
    await writeSummary(facilitator, {
      reviewId: review.id,
      rows: "people",
      rowId: person.personId,
      themeId: theme.id,
      revision: 1,
      text: "Said before and later.",
      seen: both.basis,
      combined: both.cell.brought.map(({ id }) => id),
    });
    const combined = await open();
    expect(stateOf(combined.cell)).toBe("written");
    expect(combined.dates?.combined.map(({ text }) => text)).toEqual(["Said later."]);
    await separatePerson(facilitator, { personId: again.personId });
    expect((await open(again.personId)).cell.summary?.text).toBe("Said later.");
    expect(changesInWords((await open()).cell.summary?.changes ?? [])).toBe(
      "1 contribution somebody else’s now",
    );
  });

  test("by a merge of themes, which is undone", async () => {
    const { lead, person, theme, other, open, write } = await makeStory();
    await write("Under the first.");
    await mergeThemes(lead, { id: theme.id, intoId: other.id });
    const merged = await open(person.personId, other.slug);
    expect(merged.cell).toMatchObject({ contributions: 2, summary: null });
    expect(merged.cell.brought.map(({ text }) => text)).toEqual(["Under the first."]);
    const change = await db().codingChange.findFirstOrThrow({ where: { themeId: theme.id, kind: "merge" } });
    await undoCodingChange(lead, { id: change.id });
    expect((await open()).cell.summary?.text).toBe("Under the first.");
  });
});

describe("erasing somebody", () => {
  /** A summary of a cell of the roundtable, resting on these of its contributions. */
  async function makeAtRoundtable() {
    const story = await makeStory();
    const { review, facilitator, roundtable, participants, contributions, theme, open, write } = story;
    const [person, other] = participants;
    await write("It is hard.");
    await write("It is easy.", { row: other.personId });
    const all = await open(roundtable.id, theme.slug, "roundtables");
    const theirs = contributions.filter(({ participantId }) => participantId === person.id);
    const alone = all.basis.filter(({ id }) => theirs.some((one) => one.id === id));
    const at = { reviewId: review.id, rows: "roundtables", rowId: roundtable.id, themeId: theme.id } as const;
    const says = { ...at, combined: [] };
    await writeSummary(facilitator, { ...says, revision: 0, text: "They found it hard.", seen: alone });
    await writeSummary(facilitator, { ...says, revision: 1, text: "Views differ.", seen: all.basis });
    const left = async () => {
      const rows = await db().matrixSummary.findMany({
        where: { reviewId: review.id },
        orderBy: { text: "asc" },
      });
      return rows.map(({ text }) => text);
    };
    return { ...story, other, left, atRoundtable: () => open(roundtable.id, theme.slug, "roundtables") };
  }

  test("removes what was written about them and what rests on their words alone; the rest is to be checked", async () => {
    const { lead, facilitator, person, review, theme, left, atRoundtable } = await makeAtRoundtable();
    const { consequences } = await previewErasure(lead, person.personId);
    expect(consequences).toContainEqual(
      expect.objectContaining({ count: 1, what: expect.stringMatching(/matrix/) }),
    );
    await erasePerson(lead, { personId: person.personId });
    expect(await left()).toEqual(["It is easy.", "Views differ."]);
    const { cell, revisions } = await atRoundtable();
    expect(changesInWords(cell.summary?.changes ?? [])).toBe("2 contributions erased");
    expect(revisions).toEqual([]);
    const again = { reviewId: review.id, rows: "people", rowId: person.personId, themeId: theme.id } as const;
    const text = "It was hard.";
    await expect(
      writeSummary(facilitator, { ...again, revision: 0, text, seen: [], combined: [] }),
    ).rejects.toMatchObject({ kind: "not-found" });
  });

  test("when personal data is no longer kept, nothing is left that rests on nothing else", async () => {
    const { roundtable, left } = await makeAtRoundtable();
    await db().roundtable.update({ where: { id: roundtable.id }, data: { state: "closed" } });
    await applyRetention(new Date("2027-04-15T06:00:00Z"));
    await applyRetention(new Date("2027-05-15T06:00:00Z"));
    expect(await left()).toEqual([]);
  });
});
