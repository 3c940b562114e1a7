import type { Tx } from "@/lib/platform/db";

/** Gives the blocks of a report the positions that they have in `order`; returns those that had another, in that order. */
export async function orderBlocks(tx: Tx, reportId: string, order: readonly string[]): Promise<string[]> {
  const moved = await tx.$queryRaw<{ id: string; position: number }[]>`
    UPDATE block SET position = placed.position
    FROM unnest(${order}::uuid[]) WITH ORDINALITY AS placed(id, position)
    WHERE block.id = placed.id AND block.report_id = ${reportId}::uuid AND block.position <> placed.position
    RETURNING block.id, block.position`;
  return moved.sort((a, b) => a.position - b.position).map(({ id }) => id);
}
