import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { clearContribution } from "@/lib/capture/clearance/commands/clear-contribution";
import { editContribution } from "@/lib/capture/contribution/commands/edit-contribution";
import { erasePerson } from "@/lib/capture/protection/commands/erase-person";
import { changeRoundtableState } from "@/lib/capture/session/commands/change-roundtable-state";
import { recordContribution } from "@/lib/capture/contribution/commands/record-contribution";
import { registerParticipant } from "@/lib/capture/people/commands/register-participant";
import { wordsErased, type WordsErased } from "@/lib/capture/protection/protection-events";
import { previewErasure } from "@/lib/capture/protection/queries/erasure-preview";
import { getContribution } from "@/lib/capture/contribution/queries/contributions";
import { listParticipants } from "@/lib/capture/people/queries/participants";
import { getRoundtable } from "@/lib/capture/roundtable/queries/roundtables";
import type { Viewer } from "@/lib/access/policy";
import { db, transaction } from "@/lib/platform/db";
import { listEntries } from "@/lib/platform/ledger/ledger";
import { sha256 } from "@/lib/platform/digest";
import { openTestDatabase } from "@/tests/support/database";
import { makeContribution, makeMember, makeOutsiders } from "@/tests/support/worlds/factories";
import { placesOf } from "@/tests/support/places-of";
import { makeScene } from "@/tests/support/worlds/scene";

openTestDatabase();

const SENTINEL = "quokkasentinel";

async function makePerson() {
  const { review, lead, roundtable } = await makeScene({ members: ["lead"], roundtable: {} });
  const { id: participantId, personId } = await registerParticipant(lead, {
    roundtableId: roundtable.id,
    name: `${SENTINEL} Name`,
    organisation: `${SENTINEL} School`,
    email: `${SENTINEL}@example.org`,
    role: "headteacher",
  });
  const said = {
    roundtableId: roundtable.id,
    source: "identified" as const,
    wording: "verbatim" as const,
    participantId,
  };
  const contribution = { ...said, id: randomUUID(), text: `First ${SENTINEL}` };
  await recordContribution(lead, contribution);
  await clearContribution(lead, { id: contribution.id, revision: 1, masks: [] });
  await editContribution(lead, { ...contribution, text: `Second ${SENTINEL}`, revision: 1 });
  await clearContribution(lead, {
    id: contribution.id,
    revision: 2,
    masks: [{ start: 0, end: 1, as: "place" }],
  });
  return { review, lead, roundtable, participantId, personId, contribution };
}

/** A contribution that came with a file whose name and list of speakers name the person. */
async function makeImported(
  lead: Viewer,
  roundtable: { id: string; reviewId: string },
  participantId: string,
) {
  const { id: importId } = await db().import.create({
    data: {
      roundtableId: roundtable.id,
      fileName: `Talk with ${SENTINEL} Name.csv`,
      fileDigest: sha256(randomUUID()),
      mapping: {},
      speakers: { [`${SENTINEL} Name`]: participantId, Somebody: "unidentified" },
      state: "visible",
      rows: 1,
      createdById: lead.userId,
    },
  });
  const contribution = await makeContribution(roundtable, {
    participant: { id: participantId },
    text: `Imported ${SENTINEL}`,
  });
  await db().contribution.update({ where: { id: contribution.id }, data: { importId } });
  return importId;
}

describe("erasing a person", () => {
  test("leaves no word of theirs anywhere, keeps what verifies, and can be asked for twice", async () => {
    const { review, lead, roundtable, participantId, personId, contribution } = await makePerson();
    const taken = { ...contribution, id: randomUUID(), text: `Speaker taken off ${SENTINEL}` };
    await recordContribution(lead, taken);
    await editContribution(lead, { ...taken, source: "unidentified", participantId: null, revision: 1 });
    await makeImported(lead, roundtable, participantId);
    await changeRoundtableState(lead, { id: roundtable.id, revision: 1, to: "closed" });
    const before = await getRoundtable(lead, review.id, roundtable.slug);
    expect(await previewErasure(lead, personId)).toMatchObject({
      contributions: 3,
      revisions: 2,
      clearances: 3,
      roundtables: 1,
    });
    expect((await placesOf(SENTINEL)).length).toBeGreaterThan(4);

    const digest = (await db().contribution.findUniqueOrThrow({ where: { id: contribution.id } })).digest;
    const events: WordsErased[] = [];
    wordsErased.handledBy({ test: async (_tx, event) => void events.push(event) });
    expect(await erasePerson(lead, { personId })).toEqual({ personId, contributions: 3, held: false });
    expect(await erasePerson(lead, { personId })).toEqual({ personId, contributions: 0, held: false });

    expect(await placesOf(SENTINEL)).toEqual([]);
    expect(events).toMatchObject([
      { personId, userIds: [], contributionIds: expect.arrayContaining([contribution.id]) as string[] },
    ]);
    const decisions = (await transaction(listEntries)).map(({ decision }) => decision);
    const erasures = decisions.filter((decision) => decision.kind === "person.erase");
    expect(erasures.filter((decision) => decision.personId === personId)).toHaveLength(1);
    const erased = await db().contribution.findUniqueOrThrow({ where: { id: contribution.id } });
    expect(erased).toMatchObject({ text: "", salt: null, digest });
    expect(await getContribution(lead, contribution.id)).toMatchObject({ text: "", clearance: null });
    expect(await listParticipants(lead, roundtable.id)).toMatchObject([
      { present: true, erased: true, role: null, contributions: 0 },
    ]);
    expect((await getRoundtable(lead, review.id, roundtable.slug)).recordHash).toBe(before.recordHash);
  });

  test("keeps somebody else's words that were attributed to them by mistake", async () => {
    const { lead, roundtable, personId, contribution } = await makePerson();
    const other = await registerParticipant(lead, { roundtableId: roundtable.id });
    const mistaken = { ...contribution, id: randomUUID(), text: "The other one's words" };
    await recordContribution(lead, mistaken);
    await editContribution(lead, { ...mistaken, participantId: other.id, revision: 1 });
    await erasePerson(lead, { personId });
    expect((await getContribution(lead, mistaken.id)).text).toBe("The other one's words");
  });

  test("is only for the lead", async () => {
    const { review, lead, personId } = await makePerson();
    const facilitator = await makeMember(review, "facilitator");
    await expect(erasePerson(facilitator, { personId })).rejects.toMatchObject({ kind: "forbidden" });
    await expect(previewErasure(facilitator, personId)).rejects.toMatchObject({ kind: "forbidden" });
    const others = await makeOutsiders(review);
    for (const viewer of others) {
      await expect(erasePerson(viewer, { personId })).rejects.toMatchObject({ kind: "not-found" });
      await expect(previewErasure(viewer, personId)).rejects.toMatchObject({ kind: "not-found" });
    }
    await expect(erasePerson(lead, { personId })).resolves.toMatchObject({ contributions: 1 });
  });
});
