import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "@/lib/access/policy";
import {
  clearContribution,
  clearWords,
  withdrawClearance,
} from "@/lib/capture/clearance/commands/clear-contribution";
import { editContribution } from "@/lib/capture/contribution/commands/edit-contribution";
import { recordContribution } from "@/lib/capture/contribution/commands/record-contribution";
import {
  restoreContribution,
  strikeContribution,
} from "@/lib/capture/contribution/commands/strike-contribution";
import {
  getContribution,
  listContributions,
  listRevisions,
} from "@/lib/capture/contribution/queries/contributions";
import { getProgress, listUnfinished } from "@/lib/capture/roundtable/queries/roundtables";
import { db } from "@/lib/platform/db";
import { sha256 } from "@/lib/platform/digest";
import { openTestDatabase } from "@/tests/support/database";
import {
  makeContribution,
  makeMember,
  makeParticipant,
  makeRoundtable,
  makeStranger,
  makeTagging,
  type TestReview,
  type TestRoundtable,
} from "@/tests/support/worlds/factories";
import { makeScene } from "@/tests/support/worlds/scene";

openTestDatabase();

let review: TestReview;
let facilitator: Viewer;
let roundtable: TestRoundtable;
let speaker: { id: string };

beforeAll(async () => {
  ({
    review,
    facilitator,
    roundtable,
    participant: speaker,
  } = await makeScene({
    members: ["facilitator"],
    participant: { attributes: { role: "headteacher", phase: "Primary", region: "London" } },
  }));
});

const input = (over: object = {}) => ({
  id: randomUUID(),
  roundtableId: roundtable.id,
  source: "identified" as const,
  wording: "gist" as const,
  text: "The words that were said",
  participantId: speaker.id,
  ...over,
});

async function record(over: object = {}) {
  return recordContribution(facilitator, input(over));
}

describe("logging a contribution", () => {
  test("stores it once however often it is sent, with a salted digest", async () => {
    const contribution = input({ questionId: roundtable.questions[0]?.id, stance: "ask" });
    expect(await recordContribution(facilitator, contribution)).toEqual({
      id: contribution.id,
      revision: 1,
      created: true,
    });
    expect(await recordContribution(facilitator, contribution)).toEqual({
      id: contribution.id,
      revision: 1,
      created: false,
    });
    const stored = await db().contribution.findUniqueOrThrow({ where: { id: contribution.id } });
    expect(stored.digest).toEqual(sha256(stored.salt ?? "", contribution.text));
    expect(await getContribution(facilitator, contribution.id)).toMatchObject({
      text: contribution.text,
      stance: "ask",
      speaker: { description: "Headteacher, primary, London" },
      permission: "verbatim",
      clearance: null,
      recordedBy: facilitator.name,
    });
  });

  test("keeps the stored words when its id comes again with others", async () => {
    const { id } = await record();
    const again = recordContribution(facilitator, input({ id, text: "Other words" }));
    await expect(again).rejects.toMatchObject({ kind: "stale" });
    expect((await getContribution(facilitator, id)).text).toBe("The words that were said");
  });

  test("does not reveal another facilitator's contribution, or another review's, by its id", async () => {
    const { id } = await record();
    const other = await makeMember(review, "facilitator");
    await expect(recordContribution(other, input({ id }))).rejects.toMatchObject({ kind: "stale" });
    const [elsewhere, theirs] = await otherReview();
    const foreign = await makeContribution(theirs);
    await expect(record({ id: foreign.id, text: foreign.text })).rejects.toMatchObject({ kind: "stale" });
    await expect(recordContribution(elsewhere, input())).rejects.toMatchObject({ kind: "not-found" });
  });

  test("numbers the contributions of a facilitator in a row, as they arrive", async () => {
    const own = await makeRoundtable(review);
    const contribution = { roundtableId: own.id, source: "note", participantId: null };
    const made = await Promise.all([1, 2, 3, 4].map(() => record(contribution)));
    const after = await record(contribution);
    const stored = await db().contribution.findMany({ where: { roundtableId: own.id } });
    const numbers = new Map(stored.map(({ id, sequence }) => [id, sequence]));
    expect(made.map(({ id }) => numbers.get(id)).sort()).toEqual([1, 2, 3, 4]);
    expect(numbers.get(after.id)).toBe(5);
  });

  test("is refused before the session starts and after it closes, and a contribution sent before still counts", async () => {
    const planned = await makeRoundtable(review, { state: "planned" });
    const contribution = { roundtableId: planned.id, source: "note", participantId: null };
    await expect(record(contribution)).rejects.toThrow(/Start it/);
    await db().roundtable.update({ where: { id: planned.id }, data: { state: "in_session" } });
    const logged = await record(contribution);
    await db().roundtable.update({ where: { id: planned.id }, data: { state: "closed" } });
    await expect(record(contribution)).rejects.toThrow(/closed/);
    await expect(record({ ...contribution, id: logged.id })).resolves.toMatchObject({ created: false });
  });

  test.each(["reviewer", "fellow"] as const)("is not for a %s", async (role) => {
    const viewer = await makeMember(review, role);
    await expect(recordContribution(viewer, input())).rejects.toMatchObject({ kind: "not-found" });
    await expect(listContributions(viewer, { reviewId: review.id })).rejects.toMatchObject({
      kind: "forbidden",
    });
    const { id } = await record();
    await expect(getContribution(viewer, id)).rejects.toMatchObject({ kind: "not-found" });
    await expect(editContribution(viewer, { ...input({ id }), revision: 1 })).rejects.toMatchObject({
      kind: "not-found",
    });
  });

  test("is for nobody outside the review, and still works for those inside", async () => {
    const { id } = await record();
    const [elsewhere] = await otherReview();
    for (const viewer of [elsewhere, await makeStranger()]) {
      await expect(recordContribution(viewer, input())).rejects.toMatchObject({ kind: "not-found" });
      await expect(listContributions(viewer, { reviewId: review.id })).rejects.toMatchObject({
        kind: "not-found",
      });
      await expect(clearContribution(viewer, { id, revision: 1, masks: [] })).rejects.toMatchObject({
        kind: "not-found",
      });
      await expect(strikeContribution(viewer, { id, revision: 1 })).rejects.toMatchObject({
        kind: "not-found",
      });
    }
    await expect(clearContribution(facilitator, { id, revision: 1, masks: [] })).resolves.toBeDefined();
  });

  test("refuses a speaker or a question of another roundtable", async () => {
    const other = await makeRoundtable(review);
    const stranger = await makeParticipant(review, other);
    await expect(record({ participantId: stranger.id })).rejects.toThrow(/at this roundtable/);
    await expect(record({ questionId: other.questions[0]?.id })).rejects.toThrow(
      /question of this roundtable/,
    );
  });
});

async function otherReview() {
  const { lead, roundtable } = await makeScene({ members: ["lead"], roundtable: {} });
  return [lead, roundtable] as const;
}

describe("editing a contribution", () => {
  test("keeps what it was, whole, and ends its clearance", async () => {
    const { id } = await record({ stance: "ask" });
    await clearContribution(facilitator, { id, revision: 1, masks: [] });
    const edited = await editContribution(facilitator, {
      ...input({ id, text: "Better words" }),
      revision: 1,
    });
    expect(edited.revision).toBe(2);
    expect(await getContribution(facilitator, id)).toMatchObject({
      text: "Better words",
      revision: 2,
      clearance: null,
      stance: null,
    });
    const [past] = await db().contributionRevision.findMany({ where: { contributionId: id } });
    expect(past).toMatchObject({
      revision: 1,
      text: "The words that were said",
      stance: "ask",
      endedById: facilitator.userId,
    });
    expect(past?.digest).toEqual(sha256(past?.salt ?? "", past?.text ?? ""));
    expect(await listRevisions(facilitator, id)).toMatchObject([{ revision: 1, endedBy: facilitator.name }]);
  });

  test("of an older revision is refused and changes nothing; the same edit twice is stored once", async () => {
    const { id } = await record();
    const mine = { ...input({ id, text: "Mine" }), revision: 1 };
    await editContribution(facilitator, mine);
    expect((await editContribution(facilitator, mine)).revision).toBe(2);
    const late = editContribution(facilitator, { ...input({ id, text: "Late" }), revision: 1 });
    await expect(late).rejects.toMatchObject({ kind: "stale" });
    expect(await getContribution(facilitator, id)).toMatchObject({ text: "Mine", revision: 2 });
    expect(await db().contributionRevision.count({ where: { contributionId: id } })).toBe(1);
  });

  test("to another source than the group takes its hands off", async () => {
    const { id } = await record({ source: "group", participantId: null, hands: { raised: 3, asked: 9 } });
    expect((await getContribution(facilitator, id)).hands).toEqual({ raised: 3, asked: 9 });
    await editContribution(facilitator, { ...input({ id }), revision: 1 });
    expect((await getContribution(facilitator, id)).hands).toBeNull();
  });
});

describe("striking a contribution out", () => {
  test("removes it from the lists, not from the record, and can be undone", async () => {
    const { id } = await record();
    await strikeContribution(facilitator, { id, revision: 1 });
    const filter = { reviewId: review.id, ids: [id] };
    expect((await listContributions(facilitator, filter)).contributions).toEqual([]);
    expect((await listContributions(facilitator, { ...filter, whole: true })).contributions).toHaveLength(1);
    await restoreContribution(facilitator, { id, revision: 2 });
    expect((await listContributions(facilitator, filter)).total).toBe(1);
  });
});

describe("clearing a contribution", () => {
  test("shows the masks in place of the words, once", async () => {
    const { id } = await record({ text: "🏫 Hill Top gave us time" });
    const cleared = { id, revision: 1, asked: [{ words: "Hill Top", as: "school" }] };
    await clearWords(facilitator, cleared);
    await clearWords(facilitator, cleared);
    expect((await getContribution(facilitator, id)).clearance).toEqual({
      text: "🏫 [school] gave us time",
      masks: [{ start: 2, end: 10, as: "school" }],
    });
    expect(await db().clearance.count({ where: { contributionId: id } })).toBe(1);
    await withdrawClearance(facilitator, { id });
    expect((await getContribution(facilitator, id)).clearance).toBeNull();
  });

  test("is refused for words that were edited meanwhile, and for what nobody in the room said", async () => {
    const { id } = await record();
    await editContribution(facilitator, { ...input({ id, text: "Changed" }), revision: 1 });
    await expect(clearContribution(facilitator, { id, revision: 1, masks: [] })).rejects.toMatchObject({
      kind: "stale",
    });
    const note = await record({ source: "note", participantId: null });
    await expect(clearContribution(facilitator, { id: note.id, revision: 1, masks: [] })).rejects.toThrow(
      /nothing to clear/,
    );
  });
});

describe("the list of contributions", () => {
  test("goes on from page to page across roundtables without losing or repeating a contribution", async () => {
    const { review: own, facilitator: viewer } = await makeScene({ members: ["facilitator"] });
    const tables = [await makeRoundtable(own), await makeRoundtable(own)];
    const saidAt = new Date("2025-05-14T13:00:00Z");
    for (const { id } of tables)
      for (let n = 0; n < 5; n++)
        await recordContribution(viewer, {
          ...input(),
          participantId: null,
          source: "group",
          roundtableId: id,
          saidAt,
        });
    const seen: string[] = [];
    for (let after: string | undefined; ;) {
      const page = await listContributions(viewer, {
        reviewId: own.id,
        take: 3,
        ...(after ? { after } : {}),
      });
      expect(page.total).toBe(10);
      seen.push(...page.contributions.map(({ id }) => id));
      if (!page.next) break;
      after = page.next;
    }
    expect(seen).toHaveLength(10);
    expect(new Set(seen).size).toBe(10);
  });

  test("narrows by theme, by words, by what is untagged and uncleared", async () => {
    const {
      review: own,
      lead: viewer,
      roundtable: table,
      contributions: [tagged],
      theme,
    } = await makeScene({
      members: ["lead"],
      contributions: [
        { text: "100% of Us" },
        { text: "100 of us", cleared: false },
        { source: "note", cleared: false },
      ],
      theme: {},
    });
    await makeTagging(tagged, theme, "ask");
    const count = async (filter: object) =>
      (await listContributions(viewer, { reviewId: own.id, ...filter })).total;
    expect(await count({})).toBe(3);
    expect(await count({ words: "OF US" })).toBe(2);
    expect(await count({ words: "100%" })).toBe(1);
    expect(await count({ themeId: theme.id })).toBe(1);
    expect(await count({ untagged: true })).toBe(1);
    expect(await count({ uncleared: true })).toBe(1);
    expect(await getProgress(viewer, table.id)).toMatchObject({
      contributions: 3,
      untagged: 1,
      uncleared: 1,
    });
    expect(await listUnfinished(viewer, own.id)).toEqual(new Set());
    const closed = await makeRoundtable(own, { state: "closed" });
    const done = await makeRoundtable(own, { state: "closed" });
    await makeContribution(closed, { text: "Nobody has read this" });
    await makeTagging(await makeContribution(done, { text: "Read" }), theme, "ask");
    expect(await listUnfinished(viewer, own.id)).toEqual(new Set([closed.id]));
  });
});
