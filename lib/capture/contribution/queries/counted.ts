import type { Viewer } from "@/lib/access/policy";
import { OPEN_CONTRIBUTION, visibleContributions, visibleParticipants } from "@/lib/access/scope";
import { requireWork } from "@/lib/capture/roundtable/queries/roundtables";
import { db } from "@/lib/platform/db";
import type { CountedContributions } from "../counted-words";

/** How many contributions a review or one of its roundtables has, and how many of them figures count. */
export async function countContributions(
  viewer: Viewer,
  reviewId: string,
  roundtableId: string | null = null,
): Promise<CountedContributions> {
  requireWork(viewer, reviewId);
  const within = roundtableId === null ? { reviewId } : { reviewId, roundtableId };
  const [sources, counted] = await Promise.all([
    db().contribution.groupBy({
      by: ["source"],
      where: { AND: [within, OPEN_CONTRIBUTION, visibleContributions(viewer)] },
      _count: true,
    }),
    db().$queryRaw<{ contributions: number }[]>`
      SELECT count(*)::int AS contributions FROM counted_contribution
      WHERE review_id = ${reviewId}::uuid
        AND (${roundtableId}::uuid IS NULL OR roundtable_id = ${roundtableId}::uuid)`,
  ]);
  const of = (source: string) => sources.find((one) => one.source === source)?._count ?? 0;
  return {
    contributions: sources.reduce((sum, { _count }) => sum + _count, 0),
    counted: counted[0]?.contributions ?? 0,
    unidentified: of("unidentified"),
    group: of("group"),
    host: of("host"),
    note: of("note"),
  };
}

/**
 * Attendances at the roundtables of a review that have begun, without hosts, and the distinct people among
 * them.
 */
export async function countAttendances(viewer: Viewer, reviewId: string) {
  requireWork(viewer, reviewId);
  const present = {
    reviewId,
    present: true,
    host: false,
    roundtable: { state: { not: "planned" as const } },
  };
  const people = await db().participant.groupBy({
    by: ["personId"],
    where: { AND: [present, visibleParticipants(viewer)] },
    _count: true,
  });
  return { attendances: people.reduce((sum, { _count }) => sum + _count, 0), people: people.length };
}
