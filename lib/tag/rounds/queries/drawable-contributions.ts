import { standing } from "@/lib/capture/roundtable/queries/contribution-where";
import { requireCan, type Viewer } from "@/lib/access/policy";
import { db, type Tx } from "@/lib/platform/db";
import { stratumOf, type DrawableContribution, type Stratifier } from "../round-sample";

type Choice = { reviewId: string; roundtableIds: readonly string[]; stratifyBy: Stratifier | null };

/**
 * The contributions from which a round may be drawn: what participants said, identified or not, neither
 * struck out nor erased. Contributions in another open round are left out, so that nobody decides on them
 * twice; so are examples of the codebook, whose answer is known. The callers, the planning page and its
 * command, check the viewer's rights.
 */
export async function readDrawableContributions(
  client: Tx,
  { reviewId, roundtableIds, stratifyBy }: Choice,
): Promise<DrawableContribution[]> {
  return client.$queryRaw<DrawableContribution[]>`
    SELECT c.id, c.roundtable_id AS "roundtableId", a.value
    FROM contribution c
    LEFT JOIN participant p ON p.id = c.participant_id
    LEFT JOIN person o ON o.id = p.person_id
    LEFT JOIN participant_attribute a
      ON a.participant_id = p.id AND a.attribute::text = ${stratifyBy ?? ""} AND a.until_at IS NULL
    WHERE c.review_id = ${reviewId}::uuid AND c.roundtable_id = ANY(${[...roundtableIds]}::uuid[])
      AND ${standing()}
      AND (c.source = 'unidentified'
        OR c.source = 'identified' AND p.present AND NOT p.host AND o.erased_at IS NULL)
      AND NOT EXISTS (
        SELECT FROM coding_round_contribution l JOIN coding_round r ON r.id = l.coding_round_id
        WHERE l.contribution_id = c.id AND r.state IN ('open', 'adjudicating'))
      AND NOT EXISTS (SELECT FROM theme_example e WHERE e.contribution_id = c.id AND e.until_at IS NULL)`;
}

/** How many contributions there are to draw from, and in how many strata. */
export async function countDrawable(
  viewer: Viewer,
  choice: Choice,
): Promise<{ population: number; strata: number }> {
  requireCan(viewer, "round.plan", choice);
  const contributions = await readDrawableContributions(db(), choice);
  const strata = new Set(contributions.map((contribution) => stratumOf(contribution, choice.stratifyBy)));
  return { population: contributions.length, strata: strata.size };
}
