import type { Tx } from "@/lib/platform/db";

/** Everything that belongs to one person: what an erasure removes, and what its preview counts. */
export type ErasureScope = {
  reviewId: string;
  /** The person, and every other record matched to the same person. */
  personIds: string[];
  participantIds: string[];
  roundtableIds: string[];
  contributionIds: string[];
  userIds: string[];
};

/** Takes a transaction, or the reading client where nothing is changed. */
export async function readScope(tx: Tx, personId: string): Promise<ErasureScope> {
  const personIds = await samePeople(tx, personId);
  const people = await tx.person.findMany({
    where: { id: { in: personIds } },
    select: { reviewId: true, userId: true },
  });
  const participants = await tx.participant.findMany({
    where: { personId: { in: personIds } },
    select: { id: true, roundtableId: true },
  });
  const participantIds = participants.map(({ id }) => id);
  return {
    reviewId: people[0]?.reviewId ?? "",
    personIds,
    participantIds,
    roundtableIds: [...new Set(participants.map(({ roundtableId }) => roundtableId))],
    contributionIds: await contributionsOf(tx, participantIds),
    userIds: people.flatMap(({ userId }) => userId ?? []),
  };
}

/** Follows the matches in both directions. */
export async function samePeople(tx: Tx, personId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE same(id) AS (
      SELECT id FROM person WHERE id = ${personId}::uuid
      UNION
      SELECT other.id FROM same JOIN person one ON one.id = same.id
      JOIN person other ON other.same_as_id = one.id OR other.id = one.same_as_id)
    SELECT id FROM same`;
  return rows.map(({ id }) => id);
}

/**
 * Their contributions, including those of imports that nobody sees, and contributions whose speaker was
 * removed after being attributed to them; with the parts that were split off since, and the contributions
 * that they were merged into. A contribution that was attributed to them by mistake and is somebody else's
 * now keeps its words.
 */
async function contributionsOf(tx: Tx, participantIds: readonly string[]): Promise<string[]> {
  const ids = [...participantIds];
  const late = await lateOf(tx, participantIds);
  const rows = await tx.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE put_down AS (
      SELECT id FROM contribution WHERE participant_id = ANY(${ids}::uuid[])
      UNION
      SELECT c.id FROM contribution_revision v JOIN contribution c ON c.id = v.contribution_id
      WHERE v.participant_id = ANY(${ids}::uuid[]) AND c.participant_id IS NULL
      UNION
      SELECT id FROM contribution WHERE id = ANY(${late}::uuid[]) AND participant_id IS NULL
    ), theirs(id) AS (
      SELECT id FROM put_down
      UNION
      SELECT next.id FROM theirs JOIN contribution contribution ON contribution.id = theirs.id
      JOIN contribution next ON next.id = contribution.merged_into_id OR next.split_from_id = contribution.id
      WHERE next.participant_id IS NULL AND (next.id = contribution.merged_into_id OR EXISTS (
        SELECT FROM contribution_revision v
        -- What was split off before the contribution was theirs is not.
        WHERE v.contribution_id = contribution.id AND v.revision >= coalesce(
            (SELECT min(t.revision) FROM contribution_revision t
              WHERE t.contribution_id = contribution.id AND t.participant_id = ANY(${ids}::uuid[])),
            CASE WHEN contribution.participant_id IS NULL THEN 0 ELSE contribution.revision END)
          AND position(coalesce((SELECT f.text FROM contribution_revision f
            WHERE f.contribution_id = next.id AND f.revision = 1), next.text) IN v.text) > 0))
    )
    SELECT id FROM theirs`;
  return rows.map(({ id }) => id);
}

/**
 * What arrived late from them: their contributions, and those whose speaker was removed while they waited.
 */
export async function lateOf(tx: Tx, participantIds: readonly string[]): Promise<string[]> {
  const ids = [...participantIds];
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM late_entry WHERE participant_id = ANY(${ids}::uuid[]) OR (participant_id IS NULL
      AND jsonb_exists_any(jsonb_path_query_array(payload, '$.earlier[*].participantId'), ${ids}::text[]))`;
  return rows.map(({ id }) => id);
}

/** How many ids go into one statement; PostgreSQL allows at most 65,535 parameters. */
const AT_ONCE = 10_000;

export function inBatches(ids: readonly string[]): string[][] {
  const batches: string[][] = [];
  for (let at = 0; at < ids.length; at += AT_ONCE) batches.push(ids.slice(at, at + AT_ONCE));
  return batches;
}
