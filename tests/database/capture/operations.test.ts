import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "@/lib/access/policy";
import { changeRoundtableState } from "@/lib/capture/session/commands/change-roundtable-state";
import { editContribution } from "@/lib/capture/contribution/commands/edit-contribution";
import { erasePerson } from "@/lib/capture/protection/commands/erase-person";
import { sendOperations } from "@/lib/capture/session/commands/send-operations";
import { Batch, type OperationResult } from "@/lib/capture/session/operation";
import { recordHash } from "@/lib/capture/contribution/record-hash";
import { listLate } from "@/lib/capture/session/queries/late-entries";
import { getSessionState } from "@/lib/capture/session/queries/session-state";
import { db, pool } from "@/lib/platform/db";
import { sha256 } from "@/lib/platform/digest";
import { removeTagging } from "@/lib/tag/coding/commands/remove-tagging";
import { setTagging } from "@/lib/tag/coding/commands/set-tagging";
import { setThemes } from "@/lib/tag/coding/commands/set-themes";
import { registerStages } from "@/register-stages";
import { openTestDatabase } from "@/tests/support/database";
import {
  makeMember,
  makeParticipant,
  makeReview,
  makeRoundtable,
  makeStranger,
  makeTheme,
  type TestReview,
  type TestRoundtable,
} from "@/tests/support/worlds/factories";
import { makeScene } from "@/tests/support/worlds/scene";

openTestDatabase();

let review: TestReview;
let lead: Viewer;
let facilitator: Viewer;
let roundtable: TestRoundtable;
let speaker: { id: string };

beforeAll(async () => {
  registerStages();
  ({
    review,
    lead,
    facilitator,
    roundtable,
    participant: speaker,
  } = await makeScene({ members: ["lead", "facilitator"], participant: {} }));
});

const NOW = "2026-03-05T14:00:00.000Z";
let counted = 0;

const record = (over: object = {}) => ({
  do: "record",
  id: randomUUID(),
  roundtableId: roundtable.id,
  source: "identified",
  wording: "gist",
  text: "The words that were said",
  participantId: speaker.id,
  saidAt: NOW,
  sequence: ++counted,
  ...over,
});

/** What the route does with a request's body. */
async function send(operations: readonly object[], viewer = facilitator): Promise<OperationResult[]> {
  const batch = Batch.parse({ version: 1, asUserId: viewer.userId, sentAt: NOW, operations });
  const { results } = await sendOperations(viewer, batch, setThemes);
  return results;
}

const outcomes = (results: OperationResult[]) => results.map(({ outcome }) => outcome);
const textOf = async (id: string) => (await db().contribution.findUniqueOrThrow({ where: { id } })).text;

describe("a queue of contributions", () => {
  test("is stored whole, in its order, once however often it is sent", async () => {
    const contributions = ["One", "Two", "“Three”", "Four 🏫"].map((text) => record({ text }));
    expect(outcomes(await send(contributions))).toEqual(["saved", "saved", "saved", "saved"]);
    expect(outcomes(await send(contributions))).toEqual(["saved", "saved", "saved", "saved"]);
    const stored = await db().contribution.findMany({
      where: { id: { in: contributions.map(({ id }) => id) } },
      orderBy: [{ saidAt: "asc" }, { sequence: "asc" }],
    });
    expect(stored.map(({ text, wording }) => [text, wording])).toEqual([
      ["One", "gist"],
      ["Two", "gist"],
      ["Three", "verbatim"],
      ["Four 🏫", "gist"],
    ]);
    for (const contribution of stored)
      expect(contribution.digest).toEqual(sha256(contribution.salt ?? "", contribution.text));
    const entries = await db().auditEntry.findMany({ where: { action: "contribution.record" } });
    const mine = entries.filter(({ subjectId }) => contributions.some(({ id }) => id === subjectId));
    expect(mine).toHaveLength(4);
    for (const { salt, digest, detail } of mine) {
      expect(detail).toEqual({
        roundtableId: roundtable.id,
        source: "identified",
        wording: expect.any(String),
      });
      expect(digest).toHaveLength(32);
      expect(salt).toHaveLength(16);
    }
  });

  test("keeps everything that was typed with a contribution", async () => {
    const goRound = randomUUID();
    await send([
      {
        do: "start-go-round",
        id: goRound,
        roundtableId: roundtable.id,
        text: "One change each",
        startedAt: NOW,
      },
    ]);
    const theme = await makeTheme(review);
    const session = record({
      source: "group",
      participantId: null,
      hands: { raised: 3, asked: 9 },
      npqs: ["NPQH", "NPQSL"],
      questionId: roundtable.questions[0]?.id,
      stance: "ask",
      goRoundId: goRound,
      themeIds: [theme.id],
    });
    expect(await send([session])).toMatchObject([{ outcome: "saved", message: null, revision: 1 }]);
    const stored = await db().contribution.findUniqueOrThrow({
      where: { id: session.id },
      include: { taggings: true },
    });
    expect(stored).toMatchObject({
      handsRaised: 3,
      handsAsked: 9,
      npqs: ["NPQH", "NPQSL"],
      questionId: roundtable.questions[0]?.id,
      stance: "ask",
      goRoundId: goRound,
      recordedById: facilitator.userId,
      saidAt: new Date(NOW),
      taggings: [{ themeId: theme.id, stance: "ask" }],
    });
    await send([{ do: "end-go-round", id: randomUUID(), goRoundId: goRound, endedAt: NOW }]);
  });

  test("reads what a browser kept under former names", async () => {
    const goRound = randomUUID();
    const former = { wording: undefined, kind: "note", source: "room", roundId: goRound };
    const kept = record({ participantId: null, agreementSeen: true, ...former });
    const sent = [
      {
        do: "start-round",
        id: goRound,
        roundtableId: roundtable.id,
        text: "One change each",
        startedAt: NOW,
      },
      kept,
      { do: "end-round", id: randomUUID(), roundId: goRound, endedAt: NOW },
    ];
    expect(outcomes(await send(sent))).toEqual(["saved", "saved", "saved"]);
    expect(await db().contribution.findUniqueOrThrow({ where: { id: kept.id } })).toMatchObject({
      wording: "gist",
      source: "group",
      goRoundId: goRound,
    });
  });

  test("puts no contribution in the future", async () => {
    const late = record({ saidAt: "2199-01-01T00:00:00.000Z" });
    expect(outcomes(await send([late]))).toEqual(["saved"]);
    const stored = await db().contribution.findUniqueOrThrow({ where: { id: late.id } });
    expect(stored.saidAt.getTime()).toBeLessThan(Date.now() + 61_000);
  });

  test("keeps the order of a browser's contributions, whatever numbers its tabs gave them", async () => {
    const place = { roundtableId: (await makeRoundtable(review, { state: "in_session" })).id };
    const numbered = (text: string, sequence: number) =>
      record({ ...place, source: "note", participantId: null, text, sequence });
    const [first, second] = [numbered("First", 1), numbered("Second", 2)];
    await send([first, second]);
    // Another tab, which has not yet seen them; then the first tab, whose answer was lost.
    await send([numbered("Third", 1), numbered("Fourth", 2)]);
    await send([second, numbered("Fifth", 3), numbered("Sixth", 3), numbered("Seventh", 9)]);
    await send([numbered("Eighth", 5)]);
    const stored = await db().contribution.findMany({ where: place, orderBy: { sequence: "asc" } });
    expect(stored.map(({ text }) => text)).toEqual([
      "First",
      "Second",
      "Third",
      "Fourth",
      "Fifth",
      "Sixth",
      "Seventh",
      "Eighth",
    ]);
  });

  test("numbers each contribution once when two browsers of one person send at the same time", async () => {
    const place = { roundtableId: (await makeRoundtable(review, { state: "in_session" })).id };
    const typed = ["a", "b", "c", "d", "e", "f"].map((browser) =>
      [1, 2, 3].map((n) => record({ ...place, source: "note", participantId: null, text: `${browser}${n}` })),
    );
    await Promise.all(typed.map((contributions) => send(contributions)));
    const stored = await db().contribution.findMany({ where: place, orderBy: { sequence: "asc" } });
    expect(stored).toHaveLength(18);
    for (const contributions of typed) {
      const texts = contributions.map(({ text }) => text);
      expect(stored.map(({ text }) => text).filter((text) => texts.includes(text))).toEqual(texts);
    }
  });

  test("shares a commit with what others send meanwhile, each under their own name and with their own answer", async () => {
    const fellow = await makeMember(review, "fellow");
    const [first, mine, unknown, theirs, again] = [
      record(),
      record(),
      record({ participantId: randomUUID() }),
      record(),
      record({ text: "The same id, other words" }),
    ];
    again.id = mine.id;
    const results = await Promise.all([
      send([first]),
      send([mine]),
      send([unknown], lead),
      send([theirs], lead),
      send([record()], fellow),
      send([again], lead),
    ]);
    expect(results.flatMap(outcomes)).toEqual(["saved", "saved", "refused", "saved", "refused", "stale"]);
    const { rows } = await pool().query<{ id: string; recorded_by_id: string; commit: string; text: string }>(
      `SELECT id, recorded_by_id, xmin::text AS commit, text FROM contribution WHERE id = ANY ($1)`,
      [[first.id, mine.id, theirs.id]],
    );
    const by = new Map(rows.map(({ id, ...row }) => [id, row]));
    expect(by.get(mine.id)).toMatchObject({ recorded_by_id: facilitator.userId, text: mine.text });
    expect(by.get(theirs.id)?.recorded_by_id).toBe(lead.userId);
    expect(by.get(theirs.id)?.commit).toBe(by.get(mine.id)?.commit);
    expect(by.get(first.id)?.commit).not.toBe(by.get(mine.id)?.commit);
    const entries = await db().auditEntry.findMany({ where: { subjectId: { in: [mine.id, theirs.id] } } });
    expect(new Map(entries.map(({ subjectId, actorId }) => [subjectId, actorId]))).toEqual(
      new Map([
        [mine.id, facilitator.userId],
        [theirs.id, lead.userId],
      ]),
    );
    expect(entries).toHaveLength(2);
  });

  test("continues after what is refused, but not with what was typed on top of it", async () => {
    const bad = record({ participantId: randomUUID() });
    const edit = {
      do: "edit",
      id: randomUUID(),
      contributionId: bad.id,
      revision: 1,
      source: "note",
      wording: "gist",
      text: "Better",
    };
    const unreadable = record({ text: "" });
    const good = record();
    const results = await send([bad, edit, unreadable, good]);
    expect(outcomes(results)).toEqual(["refused", "refused", "refused", "saved"]);
    expect(results[0]?.message).toMatch(/at this roundtable/);
    expect(results[1]?.message).toMatch(/earlier change to this contribution could not be saved/);
    expect(results[2]?.message).toMatch(/enter some words/);
    expect(await db().contribution.count({ where: { id: { in: [bad.id, unreadable.id] } } })).toBe(0);
  });

  test("shows both texts where somebody else changed the contribution, and stores an edit once", async () => {
    const contribution = record();
    await send([contribution]);
    const edit = {
      ...contribution,
      do: "edit",
      id: randomUUID(),
      contributionId: contribution.id,
      revision: 1,
      text: "Mine",
    };
    expect(await send([edit])).toMatchObject([{ outcome: "saved", revision: 2 }]);
    await editContribution(lead, {
      id: contribution.id,
      revision: 2,
      source: "identified",
      wording: "gist",
      text: "The lead's",
      participantId: speaker.id,
    });
    // Its answer was lost and it is sent again: it was stored, so there is nothing to decide.
    expect(await send([edit])).toMatchObject([{ outcome: "saved", revision: 3 }]);
    const late = { ...edit, id: randomUUID(), text: "Another of mine" };
    expect(await send([late])).toMatchObject([
      { outcome: "stale", contribution: { id: contribution.id, text: "The lead's", revision: 3 } },
    ]);
    expect(await textOf(contribution.id)).toBe("The lead's");
  });

  test("strikes out and restores, each as a revision", async () => {
    const contribution = record();
    const ofContribution = (what: string, revision: number) => ({
      do: what,
      id: randomUUID(),
      contributionId: contribution.id,
      revision,
    });
    const strike = ofContribution("strike", 1);
    expect(await send([contribution, strike])).toMatchObject([
      { outcome: "saved" },
      { outcome: "saved", revision: 2 },
    ]);
    expect(await send([strike])).toMatchObject([{ outcome: "saved", revision: 2 }]);
    expect(await send([ofContribution("restore", 2)])).toMatchObject([{ outcome: "saved", revision: 3 }]);
    const past = await db().contributionRevision.findMany({ where: { contributionId: contribution.id } });
    expect(past.map(({ revision, endedById }) => [revision, endedById])).toEqual([
      [1, facilitator.userId],
      [2, facilitator.userId],
    ]);
  });

  test("says that a contribution is saved when a theme of it is not", async () => {
    const contribution = record({ themeIds: [randomUUID()] });
    const [result] = await send([contribution]);
    expect(result).toMatchObject({
      outcome: "saved",
      message: expect.stringMatching(/not its themes/) as string,
    });
    expect(await textOf(contribution.id)).toBe(contribution.text);
  });

  describe("an edit", () => {
    const editOf = (contribution: { id: string; text: string }, over: object = {}) => ({
      do: "edit",
      id: randomUUID(),
      contributionId: contribution.id,
      revision: 1,
      source: "identified",
      wording: "gist",
      text: contribution.text,
      participantId: speaker.id,
      ...over,
    });
    const themesOf = async (contributionId: string) => {
      const rows = await db().tagging.findMany({
        where: { contributionId, until: null },
        orderBy: { from: "asc" },
      });
      return rows.map(({ themeId, stance }) => [themeId, stance]);
    };

    test("changes speaker, stance, wording and themes at once; one from an older page leaves themes alone", async () => {
      const [first, second] = [await makeTheme(review), await makeTheme(review)];
      const other = await makeParticipant(review, roundtable);
      const contribution = record({ themeIds: [first.id] });
      const themes = { add: [second.id], remove: [first.id] };
      const edit = editOf(contribution, {
        participantId: other.id,
        stance: "ask",
        wording: "verbatim",
        themes,
      });
      expect(await send([contribution, edit])).toMatchObject([
        { outcome: "saved" },
        { outcome: "saved", message: null, revision: 2 },
      ]);
      const stored = await db().contribution.findUniqueOrThrow({ where: { id: contribution.id } });
      expect(stored).toMatchObject({ participantId: other.id, stance: "ask", wording: "verbatim" });
      expect(await themesOf(contribution.id)).toEqual([[second.id, "ask"]]);
      // Sent twice, and as a browser sent it before themes could be changed.
      await send([edit, editOf(contribution, { revision: 2, text: "Else", stance: "ask" })]);
      expect(await themesOf(contribution.id)).toEqual([[second.id, "ask"]]);
      expect(await textOf(contribution.id)).toBe("Else");
    });

    test("of themes alone makes no revision, and leaves what a colleague changed meanwhile", async () => {
      const theme = await makeTheme(review);
      const contribution = record();
      await send([contribution]);
      await send([editOf(contribution, { text: "The lead's" })], lead);
      expect(await send([editOf(contribution, { themes: { add: [theme.id], remove: [] } })])).toMatchObject([
        { outcome: "saved", message: null, revision: 2 },
      ]);
      expect(await textOf(contribution.id)).toBe("The lead's");
      expect(await themesOf(contribution.id)).toEqual([[theme.id, "observation"]]);
    });

    test("sent again leaves what was done to its themes since, and so does a contribution", async () => {
      const [logged, added, taken] = [
        await makeTheme(review),
        await makeTheme(review),
        await makeTheme(review),
      ];
      const contribution = record({ themeIds: [logged.id, taken.id] });
      const edit = editOf(contribution, { themes: { add: [added.id], remove: [taken.id] } });
      await send([contribution, edit]);
      for (const { id, themeId } of await db().tagging.findMany({
        where: { contributionId: contribution.id, until: null },
      }))
        if (themeId !== taken.id) await removeTagging(lead, { id });
      await setTagging(facilitator, { contributionId: contribution.id, themeId: taken.id });
      expect(outcomes(await send([contribution, edit]))).toEqual(["saved", "saved"]);
      expect(await themesOf(contribution.id)).toEqual([[taken.id, "observation"]]);
    });

    test("sent again reports again what could not be done", async () => {
      const theirs = await makeTheme(review);
      const contribution = record();
      await send([contribution]);
      await setTagging(lead, { contributionId: contribution.id, themeId: theirs.id });
      const edit = editOf(contribution, { themes: { add: [], remove: [theirs.id] } });
      const [first] = await send([edit]);
      expect(first?.message).toMatch(/A colleague set this theme/);
      expect(await send([edit])).toEqual([first]);
    });

    test("says so where only a colleague may remove the theme, and does the rest", async () => {
      const [theirs, mine] = [await makeTheme(review), await makeTheme(review)];
      const contribution = record();
      await send([contribution]);
      await setTagging(lead, { contributionId: contribution.id, themeId: theirs.id });
      const [result] = await send([
        editOf(contribution, { themes: { add: [mine.id], remove: [theirs.id] } }),
      ]);
      expect(result).toMatchObject({
        outcome: "saved",
        message: expect.stringMatching(/A colleague set this theme/) as string,
      });
      expect((await themesOf(contribution.id)).map(([id]) => id)).toEqual([theirs.id, mine.id]);
    });
  });

  test("is never stored under another's name", async () => {
    const contribution = record();
    const batch = Batch.parse({ version: 1, asUserId: lead.userId, sentAt: NOW, operations: [contribution] });
    await expect(sendOperations(facilitator, batch, async () => null)).rejects.toMatchObject({
      kind: "stale",
    });
    expect(await db().contribution.count({ where: { id: contribution.id } })).toBe(0);
  });

  test.each(["reviewer", "fellow"] as const)(
    "is refused contribution by contribution to a %s",
    async (role) => {
      const viewer = await makeMember(review, role);
      const contribution = record();
      expect(outcomes(await send([contribution], viewer))).toEqual(["refused"]);
      expect(outcomes(await send([contribution], await makeStranger()))).toEqual(["refused"]);
      expect(outcomes(await send([contribution], await makeMember(await makeReview(), "lead")))).toEqual([
        "refused",
      ]);
      expect(await db().contribution.count({ where: { id: contribution.id } })).toBe(0);
      expect(outcomes(await send([contribution]))).toEqual(["saved"]);
    },
  );

  test("does not reveal another person's contribution by its id", async () => {
    const contribution = record();
    await send([contribution]);
    expect(await send([record({ id: contribution.id, text: "Guessed" })], lead)).toMatchObject([
      { outcome: "stale" },
    ]);
    expect(await textOf(contribution.id)).toBe(contribution.text);
  });
});

describe("what arrives after a roundtable was closed", () => {
  test("is kept word for word for the lead, once, and the record stays as it was", async () => {
    const own = await makeRoundtable(review);
    const said = { roundtableId: own.id, source: "unidentified", participantId: null };
    const before = record(said);
    await send([before]);
    const { revision } = await db().roundtable.findUniqueOrThrow({ where: { id: own.id } });
    await changeRoundtableState(lead, { id: own.id, revision, to: "closed" });
    const theme = await makeTheme(review);
    const typed = randomUUID();
    const contribution = record({ ...said, text: "Came late 🏫", themeIds: [typed] });
    const edit = {
      do: "edit",
      id: randomUUID(),
      contributionId: before.id,
      revision: 1,
      source: "unidentified",
      wording: "gist",
      text: "Late edit",
    };
    const again = {
      ...edit,
      id: randomUUID(),
      contributionId: contribution.id,
      text: "Came late, and was mended",
      themes: { add: [theme.id], remove: [typed] },
    };
    const batch = [before, contribution, edit, again];
    expect(outcomes(await send(batch))).toEqual(["saved", "late", "late", "late"]);
    expect(outcomes(await send(batch))).toEqual(["saved", "late", "late", "late"]);
    const kept = await db().lateEntry.findMany({
      where: { roundtableId: own.id },
      orderBy: { sentAt: "asc" },
    });
    expect(kept).toMatchObject([
      {
        id: contribution.id,
        kind: "contribution",
        sentById: facilitator.userId,
        payload: {
          do: "record",
          text: "Came late, and was mended",
          themeIds: [theme.id],
          earlier: [{ text: "Came late 🏫" }],
        },
      },
      { id: edit.id, kind: "edit", contributionId: before.id, payload: { text: "Late edit" } },
    ]);
    expect(await textOf(before.id)).toBe(before.text);
    expect(await db().contribution.count({ where: { roundtableId: own.id } })).toBe(1);
  });

  test("keeps the themes that could not be set for the lead to see, and says so", async () => {
    const own = await makeRoundtable(review);
    const [fits, retired] = [await makeTheme(review), await makeTheme(review)];
    await db().theme.update({ where: { id: retired.id }, data: { retiredAt: new Date() } });
    const contribution = record({ roundtableId: own.id, source: "unidentified", participantId: null });
    await send([contribution]);
    const { revision } = await db().roundtable.findUniqueOrThrow({ where: { id: own.id } });
    await changeRoundtableState(lead, { id: own.id, revision, to: "closed" });
    const edit = {
      do: "edit",
      id: randomUUID(),
      contributionId: contribution.id,
      revision: 1,
      source: "unidentified",
      wording: "gist",
      text: "Late edit",
      themes: { add: [fits.id, retired.id], remove: [] },
    };
    expect(await send([edit])).toMatchObject([
      {
        outcome: "late",
        message: expect.stringMatching(/the lead sees which: This theme is retired/) as string,
      },
    ]);
    expect(await listLate(lead, own.id)).toMatchObject([
      { id: edit.id, themes: { add: [retired.id], remove: [] } },
    ]);
  });

  test("is refused before the session has started", async () => {
    const planned = await makeRoundtable(review, { state: "planned" });
    const contribution = record({ roundtableId: planned.id, source: "note", participantId: null });
    expect(await send([contribution])).toMatchObject([
      { outcome: "refused", message: expect.stringMatching(/Start it/) as string },
    ]);
    expect(await db().lateEntry.count({ where: { id: contribution.id } })).toBe(0);
  });

  test("is never stored between the hash and the closing, however many write at that moment", async () => {
    const own = await makeRoundtable(review);
    const contributions = Array.from({ length: 12 }, () =>
      record({ roundtableId: own.id, source: "unidentified", participantId: null }),
    );
    const close = changeRoundtableState(lead, { id: own.id, revision: 1, to: "closed" });
    const results = await Promise.all([
      ...contributions.map((contribution) => send([contribution])),
      close.then(() => []),
    ]);
    const saved = results.flat().filter(({ outcome }) => outcome === "saved");
    const kept = results.flat().filter(({ outcome }) => outcome === "late");
    expect(saved.length + kept.length).toBe(contributions.length);
    const { recordHash: hash } = await db().roundtable.findUniqueOrThrow({ where: { id: own.id } });
    const stored = await db().contribution.findMany({
      where: { roundtableId: own.id },
      orderBy: [{ saidAt: "asc" }, { sequence: "asc" }, { id: "asc" }],
    });
    expect(stored).toHaveLength(saved.length);
    expect(hash).toEqual(
      recordHash(stored.map((contribution) => ({ ...contribution, struck: contribution.struckAt !== null }))),
    );
  });
});

test("a contribution recorded while its speaker is being erased does not survive the erasure", async () => {
  const own = await makeRoundtable(review);
  const erased = await makeParticipant(review, own);
  const contributions = Array.from({ length: 8 }, () =>
    record({ roundtableId: own.id, participantId: erased.id }),
  );
  await Promise.all([
    ...contributions.slice(0, 4).map((contribution) => send([contribution])),
    erasePerson(lead, { personId: erased.personId }),
    ...contributions.slice(4).map((contribution) => send([contribution])),
  ]);
  const { rows } = await pool().query(
    "SELECT id FROM contribution WHERE participant_id = $1 AND text <> ''",
    [erased.id],
  );
  expect(rows).toEqual([]);
});

describe("the session", () => {
  test("opens questions, runs one go-round at a time and ticks people off", async () => {
    const own = await makeRoundtable(review, { questions: ["First?", "Second?"] });
    const [spoke, passes] = [await makeParticipant(review, own), await makeParticipant(review, own)];
    const [first, second] = own.questions;
    const goRound = randomUUID();
    const open = (questionId: string | undefined, openedAt: string) => ({
      do: "open-question",
      id: randomUUID(),
      roundtableId: own.id,
      questionId,
      openedAt,
    });
    const start = {
      do: "start-go-round",
      id: goRound,
      roundtableId: own.id,
      text: "One change each",
      startedAt: NOW,
    };
    const pass = { do: "pass", id: randomUUID(), goRoundId: goRound, participantId: passes.id };
    const queue = [
      open(first?.id, "2026-03-05T14:00:00.000Z"),
      open(second?.id, "2026-03-05T14:20:00.000Z"),
      start,
      record({ roundtableId: own.id, participantId: spoke.id, goRoundId: goRound }),
      pass,
    ];
    expect(outcomes(await send(queue))).toEqual(Array(5).fill("saved"));
    expect(outcomes(await send(queue))).toEqual(Array(5).fill("saved"));
    const other = { ...start, id: randomUUID() };
    expect(await send([other])).toMatchObject([
      { outcome: "refused", message: expect.stringMatching(/Another go-round/) as string },
    ]);
    const session = await getSessionState(facilitator, own.id);
    expect(session.goRounds).toMatchObject([
      { id: goRound, endedAt: null, spoke: [spoke.id], passed: [passes.id] },
    ]);
    expect(session.questions.map(({ openings }) => openings.map(({ until }) => until))).toEqual([
      [new Date("2026-03-05T14:20:00.000Z")],
      [null],
    ]);
    const end = {
      do: "end-go-round",
      id: randomUUID(),
      goRoundId: goRound,
      endedAt: "2026-03-05T14:30:00.000Z",
    };
    expect(outcomes(await send([end, end, other]))).toEqual(["saved", "saved", "saved"]);
  });
});
