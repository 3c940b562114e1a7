import type { Tx } from "@/lib/platform/db";
import { applyDecisions, decisionsOfBoth, type Fold } from "@/lib/tag/rounds/commands/merge-decisions";

/**
 * Every tagging of `from`, whoever set it and in whichever round, is ended and stands on `into`, so that what
 * is settled under `into` afterwards is, contribution by contribution and stance by stance, what was settled
 * under either. The coder judged the contribution under the first theme's meaning: what was fresh there is
 * fresh under `into`, and what waited for another look still waits. Gives how many taggings it ended.
 */
export async function mergeTaggings(
  tx: Tx,
  fold: Fold,
  undone: { id: string } | null = null,
): Promise<number> {
  // Before the taggings move, while either side is settled as it was.
  const decisions = await decisionsOfBoth(tx, fold.from.id, fold.into.id);
  if (undone)
    await reopenEnded(tx, { ...fold, changeId: undone.id, ended: fold.into.id, standing: fold.from.id });
  const { reviewId, from, into, changeId, byId, at } = fold;
  const moved = await tx.$queryRaw<{ count: number }[]>`
    WITH ended AS (
      UPDATE tagging SET until_at = greatest(from_at, ${at}::timestamptz), ended_by_id = ${byId}::uuid, ended_in_id = ${changeId}::uuid
      WHERE theme_id = ${from.id}::uuid AND review_id = ${reviewId}::uuid AND until_at IS NULL
      RETURNING *
    ), opened AS (
      INSERT INTO tagging (id, review_id, contribution_id, theme_id, coder_id, stance, span_start, span_end,
        coding_round_id, theme_revision, from_at, opened_in_id)
      SELECT gen_random_uuid(), review_id, contribution_id, ${into.id}::uuid, coder_id, stance, span_start, span_end,
        coding_round_id,
        CASE WHEN theme_revision < ${from.meaningSince}::int THEN ${into.meaningSince - 1}::int ELSE ${into.revision}::int END,
        ${at}::timestamptz, coalesce(${changeId}::uuid, nullif(opened_in_id, ${undone?.id ?? null}::uuid))
      FROM ended ON CONFLICT DO NOTHING
    )
    SELECT count(*)::int AS count FROM ended`;
  await applyDecisions(tx, fold, decisions, undone);
  return moved[0]?.count ?? 0;
}

type Reopening = {
  changeId: string;
  /** The theme whose taggings the change ended, */
  ended: string;
  /** and the one on which they have stood since. */
  standing: string;
  at: Date;
};

/**
 * What the change ended stands again, as it was, where the same coder still says the same on the other theme;
 * also as part of an earlier change or batch, so that this one can be taken back in its turn.
 */
export async function reopenEnded(tx: Tx, { changeId, ended, standing, at }: Reopening): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO tagging (id, review_id, contribution_id, theme_id, coder_id, stance, span_start, span_end,
      coding_round_id, theme_revision, from_at, opened_in_id)
    SELECT gen_random_uuid(), e.review_id, e.contribution_id, e.theme_id, e.coder_id, e.stance, e.span_start, e.span_end,
      e.coding_round_id, e.theme_revision, ${at}::timestamptz, e.opened_in_id
    FROM tagging e
    WHERE e.ended_in_id = ${changeId}::uuid AND e.theme_id = ${ended}::uuid AND EXISTS (
      SELECT FROM tagging s
      WHERE s.theme_id = ${standing}::uuid AND s.until_at IS NULL AND s.contribution_id = e.contribution_id
        AND s.coder_id = e.coder_id AND s.stance = e.stance
        AND (s.span_start, s.span_end, s.coding_round_id) IS NOT DISTINCT FROM (e.span_start, e.span_end, e.coding_round_id))
    ON CONFLICT DO NOTHING`;
}

/** What the change opened on the theme ends, unless a person ended it before. */
export async function endOpened(
  tx: Tx,
  { changeId, themeId, byId, at }: { changeId: string; themeId: string; byId: string; at: Date },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE tagging SET until_at = greatest(from_at, ${at}::timestamptz), ended_by_id = ${byId}::uuid
    WHERE opened_in_id = ${changeId}::uuid AND theme_id = ${themeId}::uuid AND until_at IS NULL`;
}
