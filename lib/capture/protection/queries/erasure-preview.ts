import { requireCan, type Viewer } from "@/lib/access/policy";
import { visibleParticipants } from "@/lib/access/scope";
import { noteNames } from "@/lib/access/reading";
import { db, transaction } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import type { ErasurePreview } from "../erasure";
import { personErasing } from "../protection-events";
import { lateOf, readScope, type ErasureScope } from "./erasure-scope";
import { isHeld } from "./holds";
import { searchText } from "./search-text";
import { soughtOfPerson } from "./sought";

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
  const scope = await readScope(db(), personId);
  const { personIds, participantIds, roundtableIds, contributionIds } = scope;
  const { traces, more } = await tracesOf(viewer, scope);
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
    traces,
    moreTraces: more,
    held: await isHeld(db(), reviewId, personIds),
    erasedAt: participant.person.erasedAt,
  };
}

/** What other people's texts hold of them. It shows names, so that they were read is recorded. */
async function tracesOf(viewer: Viewer, scope: ErasureScope) {
  const { reviewId } = scope;
  const { whose, sought } = await soughtOfPerson(db(), scope);
  const found = await searchText(db(), whose, sought);
  if (found.traces.length > 0)
    await transaction((tx) =>
      noteNames(viewer, { reviewId, subjectType: "review", subjectId: reviewId }, tx),
    );
  return found;
}
