import type { Stance } from "@/lib/capture/contribution/stance";
import type { Tx } from "@/lib/platform/db";

type Side = { id: string; revision: number; meaningSince: number };

/** The contributions of one theme move to another. */
export type Fold = {
  reviewId: string;
  from: Side;
  into: Side;
  /** The change in which the rows are ended and opened; null while a change is being undone. */
  changeId: string | null;
  byId: string;
  at: Date;
};

/** The adjudication of one contribution under two themes, and what is settled there under either. */
type Both = {
  contributionId: string;
  codingRoundId: string;
  fromId: string | null;
  intoId: string | null;
  intoStances: Stance[] | null;
  stances: Stance[];
};

const REASON = "Carried over when two themes were merged.";

/**
 * The contributions whose decisions two themes will share. A contribution that was decided only under `into`
 * is among them where somebody set `from` on it: the decision must cover both, or the tagging would count
 * against it.
 */
export function decisionsOfBoth(tx: Tx, fromId: string, intoId: string): Promise<Both[]> {
  return tx.$queryRaw<Both[]>`
    SELECT l.contribution_id AS "contributionId", coalesce(i.coding_round_id, f.coding_round_id) AS "codingRoundId",
      f.id AS "fromId", i.id AS "intoId", i.stances::text[] AS "intoStances",
      array(SELECT DISTINCT s.stance::text FROM settled_tagging s
        WHERE s.contribution_id = l.contribution_id AND s.theme_id IN (${fromId}::uuid, ${intoId}::uuid)
        ORDER BY 1) AS stances
    FROM (
      SELECT contribution_id FROM tagging WHERE theme_id = ${fromId}::uuid AND until_at IS NULL
      UNION SELECT contribution_id FROM adjudication WHERE theme_id = ${fromId}::uuid AND until_at IS NULL
    ) l
    LEFT JOIN adjudication f
      ON f.contribution_id = l.contribution_id AND f.theme_id = ${fromId}::uuid AND f.until_at IS NULL
    LEFT JOIN adjudication i
      ON i.contribution_id = l.contribution_id AND i.theme_id = ${intoId}::uuid AND i.until_at IS NULL
    WHERE f.id IS NOT NULL OR i.id IS NOT NULL`;
}

/**
 * Ends the decisions on `from`, and those on `into` that do not cover both, and opens what is settled under
 * both.
 */
export async function applyDecisions(
  tx: Tx,
  { reviewId, into, changeId, byId, at }: Fold,
  both: readonly Both[],
  undone: { id: string } | null,
): Promise<void> {
  const wanting = both.filter(
    ({ intoStances, stances }) => !intoStances || !sameStances(intoStances, stances),
  );
  const ended = [...both.map(({ fromId }) => fromId), ...wanting.map(({ intoId }) => intoId)];
  await endDecisions(
    tx,
    ended.flatMap((id) => id ?? []),
    changeId,
    at,
  );
  // When a change is undone, the person of the earlier decision is recorded again.
  const former = undone
    ? await tx.adjudication.findMany({
        where: { endedInId: undone.id, themeId: into.id },
        select: {
          contributionId: true,
          codingRoundId: true,
          stances: true,
          reason: true,
          agreed: true,
          byId: true,
        },
      })
    : [];
  await tx.adjudication.createMany({
    data: wanting.map(({ contributionId, codingRoundId, stances }) => {
      const before = former.find(
        (row) => row.contributionId === contributionId && sameStances(row.stances, stances),
      );
      const decision = before ?? { contributionId, codingRoundId, stances, reason: REASON, byId };
      return { ...decision, reviewId, themeId: into.id, from: at, openedInId: changeId };
    }),
  });
}

export async function endDecisions(
  tx: Tx,
  ids: readonly string[],
  changeId: string | null,
  at: Date,
): Promise<void> {
  if (ids.length === 0) return;
  await tx.$executeRaw`
    UPDATE adjudication SET until_at = greatest(from_at, ${at}::timestamptz), ended_in_id = ${changeId}::uuid
    WHERE id = ANY(${[...ids]}::uuid[]) AND until_at IS NULL`;
}

export function sameStances(a: readonly Stance[], b: readonly Stance[]): boolean {
  return a.length === b.length && a.every((stance) => b.includes(stance));
}
