import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import {
  insertContribution,
  insertContributions,
  rowsOf,
} from "@/lib/capture/contribution/commands/insert-contributions";
import type { NewContribution } from "@/lib/capture/contribution/contribution";
import { db } from "@/lib/platform/db";
import { sha256 } from "@/lib/platform/digest";
import { openTestDatabase } from "@/tests/support/database";
import { makeParticipant, makeReview, makeRoundtable, makeUser } from "@/tests/support/worlds/factories";

openTestDatabase();

let place: { roundtableId: string; recordedById: string };
let roundtable: Awaited<ReturnType<typeof makeRoundtable>>;
let speaker: { id: string };
beforeAll(async () => {
  const review = await makeReview();
  roundtable = await makeRoundtable(review);
  speaker = await makeParticipant(review, roundtable);
  place = { roundtableId: roundtable.id, recordedById: (await makeUser()).id };
});

const said = (over: Partial<NewContribution> = {}): NewContribution => ({
  id: randomUUID(),
  source: "unidentified",
  wording: "gist",
  text: "More time for mentors 🏫",
  saidAt: new Date("2025-05-14T13:00:00.123Z"),
  ...over,
});

const stored = (id: string) => db().contribution.findUniqueOrThrow({ where: { id } });

test("stores all that is said of a contribution, and nothing where it says nothing", async () => {
  const full = {
    source: "identified" as const,
    wording: "verbatim" as const,
    participantId: speaker.id,
    questionId: roundtable.questions[0]?.id ?? null,
    stance: "ask" as const,
    npqs: ["NPQH", "NPQLT"],
    timeKnown: false,
    lateAt: new Date("2025-05-15T09:00:00Z"),
  };
  const whole = said(full);
  const hands = said({ source: "group", hands: { raised: 3, asked: 20 } });
  const nods = said({ source: "group", agreementSeen: true });
  expect(await insertContributions(db(), place, rowsOf([whole, hands, nods]))).toBe(3);
  const row = await stored(whole.id);
  expect(row).toMatchObject({
    ...full,
    ...place,
    reviewId: roundtable.reviewId,
    text: whole.text,
    revision: 1,
  });
  expect(row.saidAt).toEqual(whole.saidAt);
  expect(Buffer.from(sha256(row.salt ?? "", row.text))).toEqual(Buffer.from(row.digest));
  const nothing = {
    participantId: null,
    questionId: null,
    stance: null,
    npqs: [],
    timeKnown: true,
    lateAt: null,
  };
  expect(await stored(hands.id)).toMatchObject({
    handsRaised: 3,
    handsAsked: 20,
    agreementSeen: false,
    ...nothing,
  });
  expect(await stored(nods.id)).toMatchObject({ handsRaised: null, handsAsked: null, agreementSeen: true });
});

test("numbers what one person stores at a roundtable in its order, from the last number on", async () => {
  const own = { ...place, recordedById: (await makeUser()).id };
  const [first, second, third] = [said(), said(), said()];
  await insertContributions(db(), own, rowsOf([first, second]));
  await insertContribution(db(), own, third);
  const rows = await Promise.all([first, second, third].map(({ id }) => stored(id)));
  expect(rows.map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
});

test("leaves what is stored as it is, and refuses one contribution whose id is taken", async () => {
  const first = said();
  await insertContribution(db(), place, first);
  const again = said({ id: first.id, text: "Other words" });
  expect(await insertContributions(db(), place, rowsOf([again, said()]))).toBe(1);
  await expect(insertContribution(db(), place, again)).rejects.toMatchObject({ kind: "stale" });
  expect((await stored(first.id)).text).toBe(first.text);
});
