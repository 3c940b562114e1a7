import type { Tx } from "@/lib/platform/db";
import { replaying } from "@/lib/platform/ledger/replay";
import { choiceAgain } from "../erasure";
import { deletePersonalDataAgain } from "./delete-personal-data";
import { eraseNow, eraseWordsOfUnknown } from "./erase-now";
import { leave, takePartAgain } from "./leave-review";

/** After a restore: leavings, erasures, and what was deleted because it was due. */
export const replayProtection = replaying({
  "person.leave": async (tx, { personId, reviewId }, { at, byId }) => {
    const person = await findPerson(tx, personId);
    if (!person) return "absent";
    if (person.leftAt || person.erasedAt) return "stood";
    await leave(tx, { personId, reviewId, participantIds: person.participantIds }, byId, at);
    return "applied";
  },
  "person.return": async (tx, { personId, reviewId }) => {
    const person = await findPerson(tx, personId);
    if (!person) return "absent";
    const { leftAt, erasedAt, participantIds } = person;
    if (!leftAt || erasedAt) return "stood";
    await takePartAgain(tx, { personId, reviewId, participantIds }, leftAt);
    return "applied";
  },
  "person.erase": async (tx, decision, { byId }) => {
    const { personId, contributionIds: alsoIds = [] } = decision;
    const person = await findPerson(tx, personId);
    if (!person) return (await eraseWordsOfUnknown(tx, decision)) ? "applied" : "absent";
    if (person.erasedAt) return "stood";
    // Of what other people's texts hold, what the ledger has no decision about is handled as proposed.
    const choice = choiceAgain(decision, person.traceSecret);
    await eraseNow(tx, { personId, byId, actorId: null, choice, alsoIds });
    return "applied";
  },
  "retention.set": async (tx, { reviewId, months }) => {
    const review = await tx.review.findUnique({ where: { id: reviewId }, select: { retentionMonths: true } });
    if (!review) return "absent";
    if (review.retentionMonths === months) return "stood";
    const data = { retentionMonths: months };
    await tx.review.update({ where: { id: reviewId }, data, select: { id: true } });
    return "applied";
  },
  "retention.apply": async (tx, { reviewId, roundtableId, dueOn }, { at }) => {
    if ((await tx.roundtable.count({ where: { id: roundtableId } })) === 0) return "absent";
    await deletePersonalDataAgain(tx, { id: roundtableId, reviewId }, { dueOn: new Date(dueOn), at });
    return "applied";
  },
});

async function findPerson(tx: Tx, id: string) {
  await tx.$queryRaw`SELECT id FROM person WHERE id = ${id}::uuid FOR UPDATE`;
  const person = await tx.person.findUnique({
    where: { id },
    select: { leftAt: true, erasedAt: true, traceSecret: true, participants: { select: { id: true } } },
  });
  return person && { ...person, participantIds: person.participants.map((one) => one.id) };
}
