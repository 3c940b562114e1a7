import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Viewer } from "@/lib/access/policy";
import { changeRoundtableState } from "@/lib/capture/session/commands/change-roundtable-state";
import { decideLate } from "@/lib/capture/session/commands/decide-late";
import { editContribution } from "@/lib/capture/contribution/commands/edit-contribution";
import { erasePerson } from "@/lib/capture/protection/commands/erase-person";
import { mergeContributions } from "@/lib/capture/contribution/commands/merge-contributions";
import { sendOperations } from "@/lib/capture/session/commands/send-operations";
import { splitContribution } from "@/lib/capture/contribution/commands/split-contribution";
import { Batch } from "@/lib/capture/session/operation";
import { db } from "@/lib/platform/db";
import { openTestDatabase } from "@/tests/support/database";
import {
  makeContribution,
  makeParticipant,
  makeRoundtable,
  type TestParticipant,
  type TestReview,
  type TestRoundtable,
} from "@/tests/support/worlds/factories";
import { importFile } from "@/tests/support/worlds/import-file";
import { placesOf } from "@/tests/support/places-of";
import { makeScene } from "@/tests/support/worlds/scene";

openTestDatabase();

const SENTINEL = "quokkasentinel";
const SAID_AT = "2025-05-14T14:00:00.000Z";

let review: TestReview;
let lead: Viewer;
let roundtable: TestRoundtable;
let participant: TestParticipant;

beforeAll(async () => {
  ({ review, lead } = await makeScene({ members: ["lead"] }));
});

beforeEach(async () => {
  roundtable = await makeRoundtable(review);
  participant = await makeParticipant(review, roundtable);
});

const erase = () => erasePerson(lead, { personId: participant.personId });
const takeSpeakerOff = (id: string, text: string, revision = 1) =>
  editContribution(lead, { id, revision, text, wording: "gist", source: "unidentified" });
const split = (contributionId: string, at: number, revision: number) => {
  const id = randomUUID();
  const input = { id, contributionId, revision, at, saidAt: SAID_AT, sequence: 100 + revision };
  return splitContribution(lead, input).then(() => id);
};
const textOf = async (id: string) => (await db().contribution.findUniqueOrThrow({ where: { id } })).text;

/** Their contribution, put down to nobody since. */
async function makeTaken(text: string) {
  const contribution = await makeContribution(roundtable, { participant, text });
  await takeSpeakerOff(contribution.id, text);
  return contribution;
}

describe("words of somebody who is taken off their contribution", () => {
  test("are removed from the part that was split off afterwards", async () => {
    const contribution = await makeTaken(`First ${SENTINEL} second ${SENTINEL}`);
    const second = await split(contribution.id, 21, 2);
    expect(await textOf(second)).toContain(SENTINEL);
    await erase();
    expect(await placesOf(SENTINEL)).toEqual([]);
  });

  test("are removed from the contribution that they were merged into, and from what is split off that one", async () => {
    const contribution = await makeTaken(`Theirs ${SENTINEL}`);
    const into = await makeContribution(roundtable, { text: "Somebody's" });
    const [a, b] = [
      { id: into.id, revision: 1 },
      { id: contribution.id, revision: 2 },
    ];
    await mergeContributions(lead, {
      id: randomUUID(),
      into: a.id,
      intoRevision: a.revision,
      from: b.id,
      fromRevision: b.revision,
    });
    await split(into.id, "Somebody's ".length, 2);
    await erase();
    expect(await placesOf(SENTINEL)).toEqual([]);
  });

  test("stay where a part was split off before it was theirs, and where it is somebody else's", async () => {
    const contribution = await makeContribution(roundtable, { text: "Nobody knows who said this" });
    const before = await split(contribution.id, 12, 1);
    const other = await makeParticipant(review, roundtable);
    const theirs = { text: "Nobody knows", wording: "gist", source: "identified" } as const;
    await editContribution(lead, {
      id: contribution.id,
      revision: 2,
      ...theirs,
      participantId: participant.id,
    });
    await takeSpeakerOff(contribution.id, "Nobody knows", 3);
    const others = await makeContribution(roundtable, { participant: other, text: "Another's words" });
    await erase();
    expect(await textOf(contribution.id)).toBe("");
    expect(await textOf(before)).toBe("who said this");
    expect(await textOf(others.id)).toBe("Another's words");
  });
});

describe("words that come after the erasure or late", () => {
  const operation = (over: object = {}) => ({
    do: "record",
    id: randomUUID(),
    roundtableId: roundtable.id,
    source: "identified",
    wording: "gist",
    text: `Late ${SENTINEL}`,
    participantId: participant.id,
    saidAt: SAID_AT,
    sequence: 1,
    ...over,
  });
  const send = async (...operations: object[]) => {
    const sent = { version: 1, asUserId: lead.userId, sentAt: SAID_AT, operations };
    const { results } = await sendOperations(lead, Batch.parse(sent), () => Promise.resolve(null));
    return results.map(({ outcome }) => outcome);
  };
  const close = () =>
    changeRoundtableState(lead, { id: roundtable.id, revision: roundtable.revision, to: "closed" });
  const offIt = (contributionId: string) => ({
    do: "edit",
    id: randomUUID(),
    contributionId,
    revision: 1,
    wording: "gist",
    source: "unidentified",
    text: `Late ${SENTINEL} still`,
  });

  test("a late contribution whose speaker was removed is emptied too, decided on or not", async () => {
    await db().roundtable.update({ where: { id: roundtable.id }, data: { state: "read_back" } });
    await close();
    const [waits, taken] = [operation(), operation({ sequence: 2 })];
    expect(await send(waits, taken)).toEqual(["late", "late"]);
    expect(await send(offIt(waits.id), offIt(taken.id))).toEqual(["late", "late"]);
    await decideLate(lead, { id: taken.id, decision: "take", reason: "" });
    expect(await textOf(taken.id)).toContain(SENTINEL);
    await erase();
    expect(await placesOf(SENTINEL)).toEqual([]);
  });

  test("a file of waiting contributions does not bring them back without a speaker", async () => {
    await erase();
    const file = {
      format: "npq-review waiting contributions 2",
      roundtable: roundtable.id,
      contributions: [operation()],
    };
    const { problems } = await importFile(lead, {
      roundtableId: roundtable.id,
      fileName: "waiting.json",
      text: JSON.stringify(file),
    });
    expect(problems.map(({ reason }) => reason)).toEqual(["Its speaker has since been erased"]);
    expect(await placesOf(SENTINEL)).toEqual([]);
  });
});
