import type { Viewer } from "@/lib/access/policy";
import { visibleParticipants } from "@/lib/access/scope";
import { standing } from "@/lib/capture/roundtable/queries/contribution-where";
import { BY_SOURCE, notKept } from "@/lib/capture/roundtable/queries/kept-sql";
import { requireWork } from "@/lib/capture/roundtable/queries/roundtables";
import { db } from "@/lib/platform/db";
import { PREPARED } from "@/lib/platform/database/prepared";
import { Prisma } from "@/lib/platform/generated/client";
import type { CountedContributions } from "../counted-words";

/**
 * How many contributions a review or one of its roundtables has, and how many of them figures count. Those of a review are
 * added up from what is kept of its roundtables.
 */
export async function countContributions(
  viewer: Viewer,
  reviewId: string,
  roundtableId: string | null = null,
): Promise<CountedContributions> {
  requireWork(viewer, reviewId);
  const [counts] = await db().$queryRaw<CountedContributions[]>(
    roundtableId === null
      ? countOf({ counted: notKept(reviewId), kept: Prisma.sql`k.review_id = ${reviewId}::uuid` })
      : countOf({
          counted: Prisma.sql`SELECT id FROM roundtable
            WHERE id = ${roundtableId}::uuid AND review_id = ${reviewId}::uuid`,
          kept: Prisma.sql`false`,
        }),
  );
  if (!counts) throw new Error("A sum has one row.");
  return counts;
}

/** `counted` selects the roundtables whose contributions are counted; of others, `kept` says which of what is kept is added. */
const countOf = ({ counted, kept }: { counted: Prisma.Sql; kept: Prisma.Sql }) => Prisma.sql`${PREPARED}
  WITH counted AS MATERIALIZED (${counted})
  SELECT coalesce(sum(standing), 0)::int AS contributions, coalesce(sum(counted), 0)::int AS counted,
    coalesce(sum(unidentified), 0)::int AS unidentified, coalesce(sum(of_group), 0)::int AS group,
    coalesce(sum(of_host), 0)::int AS host, coalesce(sum(notes), 0)::int AS note
  FROM (
    SELECT k.standing, k.unidentified, k.of_group, k.of_host, k.notes, k.counted FROM kept_roundtable k
    WHERE ${kept} AND k.roundtable_id NOT IN (SELECT id FROM counted)
    UNION ALL
    SELECT ${BY_SOURCE}, (
      SELECT count(*) FROM counted_contribution l WHERE l.roundtable_id IN (SELECT id FROM counted)) AS counted
    FROM contribution c WHERE c.roundtable_id IN (SELECT id FROM counted) AND ${standing()}) AS parts`;

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
