import { requireCan, type Viewer } from "@/lib/access/policy";
import { visibleParticipants } from "@/lib/access/scope";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import { recordDecision } from "@/lib/platform/ledger/ledger";
import { choiceOf, type ErasePersonInput } from "../erasure";
import { samePeople } from "../queries/erasure-scope";
import { isHeld } from "../queries/holds";
import { eraseNow } from "./erase-now";

/** Without a choice about their traces in other people's texts, what is proposed is removed. */
type ErasureAsked = Pick<ErasePersonInput, "personId"> & Partial<ErasePersonInput>;

/**
 * Erases a person at their request. A hold on them or on the review turns it into a stored request for the
 * lead to decide; `held` says so.
 */
export const erasePerson = command(async (tx, viewer: Viewer, input: ErasureAsked) => {
  const { personId } = input;
  const participant = await tx.participant.findFirst({
    where: { AND: [{ personId }, visibleParticipants(viewer)] },
    select: { reviewId: true, person: { select: { erasedAt: true } } },
  });
  if (!participant) throw notFound("person");
  const { reviewId, person } = participant;
  requireCan(viewer, "person.erase", participant);
  if (!person.erasedAt && (await isHeld(tx, reviewId, await samePeople(tx, personId))))
    return requestErasure(tx, viewer, { reviewId, personId });
  return eraseNow(tx, { personId, byId: viewer.userId, actorId: viewer.userId, choice: choiceOf(input) });
});

/** Asking twice is one request. */
async function requestErasure(
  tx: Tx,
  viewer: Viewer,
  { reviewId, personId }: { reviewId: string; personId: string },
) {
  const made = await tx.erasureRequest.createManyAndReturn({
    data: { reviewId, personId, byId: viewer.userId },
    skipDuplicates: true,
    select: { id: true },
  });
  for (const { id } of made) {
    const requested = { reviewId, byId: viewer.userId, requestId: id, personId };
    await recordDecision(tx, { kind: "erasure.ask", ...requested });
    await audit(tx, {
      reviewId,
      actorId: viewer.userId,
      action: "person.ask-erasure",
      subjectType: "erasure-request",
      subjectId: id,
      detail: { personId },
    });
  }
  await publish(tx, { kind: "person.changed", reviewId });
  return { personId, contributions: 0, held: true };
}
