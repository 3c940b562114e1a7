import type { Tx } from "@/lib/platform/db";
import type { MemoPlan } from "../queries/incoming-memos";

const AT_A_TIME = 2_000;

/**
 * Imports planned notes as memos, with the file's dates where they are not in the future. Returns the ids of
 * the new ones.
 */
export async function importMemos(tx: Tx, reviewId: string, { add, again }: MemoPlan): Promise<string[]> {
  const now = new Date();
  const brought: string[] = [];
  for (let start = 0; start < add.length; start += AT_A_TIME) {
    const made = await tx.memo.createManyAndReturn({
      data: add.slice(start, start + AT_A_TIME).map(({ at, ...memo }) => ({
        ...memo,
        reviewId,
        createdAt: at && at < now ? at : now,
      })),
      skipDuplicates: true,
      select: { id: true },
    });
    for (const { id } of made) brought.push(id);
  }
  for (let start = 0; start < again.length; start += AT_A_TIME) {
    const ids = again.slice(start, start + AT_A_TIME).map(({ id }) => id);
    const shown = await tx.memo.updateManyAndReturn({
      where: { id: { in: ids }, reviewId, withdrawnAt: { not: null } },
      data: { withdrawnAt: null },
      select: { id: true },
    });
    for (const { id } of shown) brought.push(id);
  }
  return brought;
}
