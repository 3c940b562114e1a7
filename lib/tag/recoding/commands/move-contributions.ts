import type { Tx } from "@/lib/platform/db";
import { endDecisions } from "@/lib/tag/rounds/commands/merge-decisions";

type Carry = {
  reviewId: string;
  fromId: string;
  /** A theme that was made just now. */
  intoId: string;
  goes: readonly string[];
  both: readonly string[];
  changeId: string;
  byId: string;
  at: Date;
};

const REASON = "Carried over when a theme was split.";

/**
 * Everybody's taggings on the contributions that move end and continue on the new theme; on those that have
 * both, they are on both. Decisions of adjudication move with them.
 */
export async function moveContributions(tx: Tx, carry: Carry): Promise<void> {
  const { reviewId, fromId, intoId, goes, both, changeId, byId, at } = carry;
  await tx.$executeRaw`
    WITH chosen AS (
      SELECT * FROM tagging
      WHERE theme_id = ${fromId}::uuid AND until_at IS NULL AND contribution_id = ANY(${[...goes, ...both]}::uuid[])
    ), ended AS (
      UPDATE tagging t SET until_at = greatest(t.from_at, ${at}::timestamptz), ended_by_id = ${byId}::uuid,
        ended_in_id = ${changeId}::uuid
      FROM chosen c WHERE t.id = c.id AND t.contribution_id = ANY(${[...goes]}::uuid[])
    )
    INSERT INTO tagging (id, review_id, contribution_id, theme_id, coder_id, stance, explicit, span_start, span_end,
      coding_round_id, theme_revision, from_at, opened_in_id)
    SELECT gen_random_uuid(), review_id, contribution_id, ${intoId}::uuid, coder_id, stance, explicit, span_start, span_end,
      coding_round_id, 1, ${at}::timestamptz, ${changeId}::uuid
    FROM chosen`;

  const decisions = await tx.adjudication.findMany({
    where: { themeId: fromId, until: null, contributionId: { in: [...goes, ...both] } },
    select: { id: true, contributionId: true, codingRoundId: true, stances: true },
  });
  const going = decisions.filter(({ contributionId }) => goes.includes(contributionId));
  await endDecisions(
    tx,
    going.map(({ id }) => id),
    changeId,
    at,
  );
  await tx.adjudication.createMany({
    data: decisions.map(({ contributionId, codingRoundId, stances }) => ({
      reviewId,
      themeId: intoId,
      contributionId,
      codingRoundId,
      stances,
      reason: REASON,
      byId,
      from: at,
      openedInId: changeId,
    })),
  });
}
