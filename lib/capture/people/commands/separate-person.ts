import { z } from "zod";
import { requireCan, type Viewer } from "@/lib/access/policy";
import { visiblePeople } from "@/lib/access/scope";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { invalid, notFound } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import { MATCH_DECISIONS, type SeparateInput } from "../person";

const Moved = z.object({ participantIds: z.array(z.uuid()) });

/** Undoes a match: this person gets back the roundtables that they brought, and their name. */
export const separatePerson = command(async (tx, viewer: Viewer, { personId }: SeparateInput) => {
  await tx.$queryRaw`SELECT id FROM person WHERE id = ${personId}::uuid FOR UPDATE`;
  const person = await tx.person.findFirst({
    where: { AND: [{ id: personId }, visiblePeople(viewer)] },
    select: { reviewId: true, sameAsId: true, erasedAt: true },
  });
  if (!person) throw notFound("person");
  const { reviewId, sameAsId } = person;
  requireCan(viewer, "person.match", { reviewId });
  if (sameAsId === null) return { personId };
  if (person.erasedAt) throw invalid("This person was erased. You cannot separate them.");
  const rootId = await rootOf(tx, sameAsId);
  await tx.participant.updateMany({
    where: { id: { in: await movedWith(tx, personId) }, personId: rootId },
    data: { personId },
  });
  // A person who left, left as both: undoing the match does not bring them back.
  const { leftAt } = await tx.person.findUniqueOrThrow({ where: { id: rootId }, select: { leftAt: true } });
  await tx.person.update({
    where: { id: personId },
    data: { sameAsId: null, leftAt },
    select: { id: true },
  });
  await audit(tx, {
    reviewId,
    actorId: viewer.userId,
    action: MATCH_DECISIONS.separated,
    subjectType: "person",
    subjectId: personId,
    detail: { otherId: sameAsId },
  });
  await publish(tx, { kind: "participant.changed", reviewId });
  return { personId };
});

/** The person whose the participants are now: the other may have been matched to a third person since. */
async function rootOf(tx: Tx, personId: string): Promise<string> {
  const person = await tx.person.findUniqueOrThrow({ where: { id: personId }, select: { sameAsId: true } });
  return person.sameAsId === null ? personId : rootOf(tx, person.sameAsId);
}

/** The participants that the match moved, as the latest decision recorded them. */
async function movedWith(tx: Tx, personId: string): Promise<string[]> {
  const entry = await tx.auditEntry.findFirst({
    where: { action: MATCH_DECISIONS.same, subjectId: personId },
    orderBy: { at: "desc" },
    select: { detail: true },
  });
  return Moved.parse(entry?.detail).participantIds;
}
