import { db, transaction, type Tx } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/client";
import { KeptFigures, type KeptScope } from "../kept-figures";
import { keptOf, sumOf, workOut } from "./kept-sql";

/** Roundtables worked out in one transaction, so that after an update nobody waits for a whole review. */
const AT_ONCE = 25;

/**
 * The figures of now, added up from those kept of each roundtable. What is out of date is worked out first, for those
 * roundtables alone: nothing changes that anybody else could see. The caller has asked the policy already.
 */
export async function keptFigures(scope: KeptScope): Promise<KeptFigures> {
  const kept = await readKept(db(), scope);
  if (kept) return kept;
  for (;;) {
    const figures = await transaction((tx) => bringUpToDate(tx, scope));
    if (figures) return figures;
  }
}

type Row = { figures: unknown };

const toFigures = (rows: Row[]): KeptFigures | null => {
  const figures = rows[0]?.figures ?? null;
  return figures === null ? null : KeptFigures.parse(figures);
};

/** null where something is out of date. One statement, so that no change comes between. */
async function readKept(client: Tx, { reviewId, roundtableId }: KeptScope): Promise<KeptFigures | null> {
  if (roundtableId === null)
    return toFigures(
      await client.$queryRaw<Row[]>`
        SELECT figures FROM kept_review WHERE review_id = ${reviewId}::uuid
          AND NOT EXISTS (SELECT FROM kept_mark WHERE review_id = ${reviewId}::uuid)`,
    );
  const one = Prisma.sql`${roundtableId}::uuid`;
  return toFigures(
    await client.$queryRaw<Row[]>`
      SELECT s.figures FROM (${sumOf(one)}) s
      WHERE EXISTS (SELECT FROM kept_roundtable WHERE roundtable_id = ${one})
        AND NOT EXISTS (SELECT FROM kept_mark WHERE review_id = ${reviewId}::uuid AND roundtable_id = ${one})`,
  );
}

/**
 * Works out roundtables that are out of date, and adds up; null where more of them are left than are worked out at
 * once. A change that is committed meanwhile keeps its mark: only those are deleted that the counting sees.
 */
async function bringUpToDate(tx: Tx, { reviewId, roundtableId }: KeptScope): Promise<KeptFigures | null> {
  await lockKept(tx, reviewId);
  const stale = await takeOutOfDate(tx, { reviewId, roundtableId });
  if (stale.length > 0) {
    await tx.keptRoundtable.deleteMany({ where: { roundtableId: { in: stale } } });
    // Of an older version, so never read again.
    await tx.keptMatch.deleteMany({ where: { roundtableId: { in: stale } } });
    const begun = await tx.roundtable.findMany({
      where: { id: { in: stale }, state: { not: "planned" } },
      select: { id: true },
    });
    await tx.$executeRaw(workOut(begun.map(({ id }) => id)));
    await forgetSum(tx, reviewId);
  }
  if (stale.length === AT_ONCE) return null;
  if (roundtableId !== null)
    return toFigures(await tx.$queryRaw<Row[]>(sumOf(Prisma.sql`${roundtableId}::uuid`)));
  return toFigures(
    await tx.$queryRaw<Row[]>`
      UPDATE kept_review SET figures = (${sumOf(keptOf(reviewId))}) WHERE review_id = ${reviewId}::uuid RETURNING figures`,
  );
}

/** Nobody else works out or removes kept figures of the review until the transaction ends. */
export async function lockKept(tx: Tx, reviewId: string): Promise<void> {
  await tx.keptReview.createMany({ data: { reviewId }, skipDuplicates: true });
  await tx.$queryRaw`SELECT review_id FROM kept_review WHERE review_id = ${reviewId}::uuid FOR UPDATE`;
}

export async function forgetSum(tx: Tx, reviewId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE kept_review SET figures = NULL, pairs = NULL
    WHERE review_id = ${reviewId}::uuid AND (figures IS NOT NULL OR pairs IS NOT NULL)`;
  await tx.keptAnswer.deleteMany({ where: { reviewId } });
}

/** The roundtables that are marked, or of which nothing is kept although they have begun. Their marks are deleted. */
async function takeOutOfDate(tx: Tx, { reviewId, roundtableId }: KeptScope): Promise<string[]> {
  const wanted = (column: Prisma.Sql) =>
    roundtableId === null ? Prisma.sql`true` : Prisma.sql`${column} = ${roundtableId}::uuid`;
  const rows = await tx.$queryRaw<{ id: string }[]>`
    WITH stale AS (
      SELECT roundtable_id AS id FROM kept_mark WHERE review_id = ${reviewId}::uuid AND ${wanted(Prisma.sql`roundtable_id`)}
      UNION
      SELECT r.id FROM roundtable r
      WHERE r.review_id = ${reviewId}::uuid AND r.state <> 'planned' AND ${wanted(Prisma.sql`r.id`)}
        AND NOT EXISTS (SELECT FROM kept_roundtable k WHERE k.roundtable_id = r.id)
      ORDER BY id LIMIT ${AT_ONCE}
    ), gone AS (
      DELETE FROM kept_mark m USING stale s WHERE m.review_id = ${reviewId}::uuid AND m.roundtable_id = s.id
    )
    SELECT id FROM stale`;
  return rows.map(({ id }) => id);
}
