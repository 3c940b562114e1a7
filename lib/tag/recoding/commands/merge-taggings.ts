import type { Tx } from "@/lib/platform/db";
import { applyDecisions, decisionsOfBoth, type Fold } from "@/lib/tag/rounds/commands/merge-decisions";

/**
 * Every tagging of `from`, whoever set it and in whichever round, ends and continues on `into`. What is
 * settled under `into` afterwards is then, contribution by contribution and stance by stance, what was
 * settled under either. The coder judged the contribution under the first theme's meaning, so a fresh tagging
 * stays fresh under `into`, and a stale one stays stale. Returns how many taggings it ended.
 */
export async function mergeTaggings(
  tx: Tx,
  fold: Fold,
  undone: { id: string } | null = null,
): Promise<number> {
  // Before the taggings move, because it uses what is settled under both.
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
      INSERT INTO tagging (id, review_id, contribution_id, theme_id, coder_id, stance, explicit, span_start, span_end,
        coding_round_id, theme_revision, from_at, opened_in_id)
      SELECT gen_random_uuid(), review_id, contribution_id, ${into.id}::uuid, coder_id, stance, explicit, span_start, span_end,
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
  /** and the one that has had them since. */
  standing: string;
  at: Date;
};

/**
 * Reopens what the change ended, as it was, where the same coder still has the same on the other theme. This
 * may be as part of an earlier change or batch, so that that one can be undone in its turn.
 */
export async function reopenEnded(tx: Tx, { changeId, ended, standing, at }: Reopening): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO tagging (id, review_id, contribution_id, theme_id, coder_id, stance, explicit, span_start, span_end,
      coding_round_id, theme_revision, from_at, opened_in_id)
    SELECT gen_random_uuid(), e.review_id, e.contribution_id, e.theme_id, e.coder_id, e.stance, e.explicit, e.span_start, e.span_end,
      e.coding_round_id, e.theme_revision, ${at}::timestamptz, e.opened_in_id
    FROM tagging e
    WHERE e.ended_in_id = ${changeId}::uuid AND e.theme_id = ${ended}::uuid AND EXISTS (
      SELECT FROM tagging s
      WHERE s.theme_id = ${standing}::uuid AND s.until_at IS NULL AND s.contribution_id = e.contribution_id
        AND s.coder_id = e.coder_id AND s.stance = e.stance
        AND (s.span_start, s.span_end, s.coding_round_id) IS NOT DISTINCT FROM (e.span_start, e.span_end, e.coding_round_id))
    ON CONFLICT DO NOTHING`;
}

/** Ends what the change opened on the theme, unless a person ended it before. */
export async function endOpened(
  tx: Tx,
  { changeId, themeId, byId, at }: { changeId: string; themeId: string; byId: string; at: Date },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE tagging SET until_at = greatest(from_at, ${at}::timestamptz), ended_by_id = ${byId}::uuid
    WHERE opened_in_id = ${changeId}::uuid AND theme_id = ${themeId}::uuid AND until_at IS NULL`;
}
