import { requireCan, type Viewer } from "@/lib/access/policy";
import { visibleParticipants } from "@/lib/access/scope";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import type { ErasurePreview } from "../erasure";
import { personErasing, wordsRepeated } from "../protection-events";
import { lateOf, readScope, wordsOf } from "./erasure-scope";
import { isHeld } from "./holds";

/**
 * What an erasure of the person would remove, at every roundtable that they attended, and what it cannot
 * reach.
 */
export async function previewErasure(viewer: Viewer, personId: string): Promise<ErasurePreview> {
  const participant = await db().participant.findFirst({
    where: { AND: [{ personId }, visibleParticipants(viewer)] },
    select: { reviewId: true, person: { select: { erasedAt: true } } },
  });
  if (!participant) throw notFound("person");
  const { reviewId } = participant;
  requireCan(viewer, "person.erase", participant);
  const { personIds, participantIds, roundtableIds, contributionIds } = await readScope(db(), personId);
  const words = await wordsOf(db(), contributionIds);
  const theirs = { contributionId: { in: contributionIds } };
  const event = { personId, reviewId, contributionIds };
  return {
    personId,
    roundtables: roundtableIds.length,
    contributions: contributionIds.length,
    revisions: await db().contributionRevision.count({ where: theirs }),
    clearances: await db().clearance.count({ where: theirs }),
    amendments: await db().amendment.count({ where: theirs }),
    lateEntries: await db().lateEntry.count({
      where: { OR: [theirs, { id: { in: await lateOf(db(), participantIds) } }] },
    }),
    openImports: await db().import.count({
      where: { roundtableId: { in: roundtableIds }, state: { in: ["chosen", "staged"] } },
    }),
    sameAs: personIds.length - 1,
    consequences: (await personErasing.run(db(), event)).flat(),
    repeats: (await wordsRepeated.run(db(), { reviewId, words })).flat(),
    held: await isHeld(db(), reviewId, personIds),
    erasedAt: participant.person.erasedAt,
  };
}
