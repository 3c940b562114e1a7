import { requireCan, type Viewer } from "@/lib/access/policy";
import { visibleParticipants } from "@/lib/access/scope";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { personLeaving } from "../protection-events";
import type { LeavingPreview } from "../leaving";
import { readScope } from "./erasure-scope";

/** What ends when the person leaves the review, and what stays. */
export async function previewLeaving(viewer: Viewer, personId: string): Promise<LeavingPreview> {
  const participant = await db().participant.findFirst({
    where: { AND: [{ personId }, visibleParticipants(viewer)] },
    select: {
      reviewId: true,
      person: {
        select: { leftAt: true, erasedAt: true, userId: true, identity: { select: { email: true } } },
      },
    },
  });
  if (!participant) throw notFound("person");
  const { reviewId, person } = participant;
  requireCan(viewer, "person.leave", participant);
  const { participantIds, roundtableIds, contributionIds } = await readScope(db(), personId);
  const links = await db().permissionLink.count({
    where: { participantId: { in: participantIds }, endedAt: null },
  });
  return {
    personId,
    roundtables: roundtableIds.length,
    contributions: contributionIds.length,
    links,
    email: Boolean(person.identity?.email),
    account: person.userId !== null,
    consequences: (await personLeaving.run(db(), { personId, reviewId, contributionIds })).flat(),
    leftAt: person.leftAt,
    erasedAt: person.erasedAt,
  };
}
