import { requireCan, type Viewer } from "@/lib/access/policy";
import { visibleParticipants } from "@/lib/access/scope";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import type { ErasurePreview } from "../participant";

/** What an erasure of the person would take away, in every roundtable they came to. */
export async function previewErasure(viewer: Viewer, personId: string): Promise<ErasurePreview> {
  const participants = await db().participant.findMany({
    where: { AND: [{ personId }, visibleParticipants(viewer)] },
    select: { id: true, reviewId: true, person: { select: { erasedAt: true } } },
  });
  const [first] = participants;
  if (!first) throw notFound("person");
  requireCan(viewer, "person.erase", first);
  const participantId = { in: participants.map(({ id }) => id) };
  const theirs = { contribution: { participantId } };
  const [lines, revisions, clearances] = await Promise.all([
    db().contribution.count({ where: { participantId } }),
    db().contributionRevision.count({ where: theirs }),
    db().clearance.count({ where: theirs }),
  ]);
  return {
    personId,
    roundtables: participants.length,
    lines,
    revisions,
    clearances,
    erasedAt: first.person.erasedAt,
  };
}
