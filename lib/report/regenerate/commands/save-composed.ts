import type { Tx } from "@/lib/platform/db";
import { jsonOf, type ComposedBlock } from "@/lib/report/draft/composed/composed-block";
import type { AnsweredBlock } from "../queries/regenerating";

/** Keeps the composition that was answered for: rows that changed bear the answer, and all have their place. */
export async function saveComposed(
  tx: Tx,
  reportId: string,
  {
    before,
    after,
    answered,
  }: { before: readonly AnsweredBlock[]; after: readonly ComposedBlock[]; answered: string },
): Promise<void> {
  const known = new Map(before.map((row, index) => [row.id, { row, position: index + 1 }]));
  for (const [index, row] of after.entries()) {
    const { id, blockId, section, content, current } = row;
    const was = known.get(id);
    if (was?.row === row && was.position === index + 1) continue;
    const changed = {
      reportId,
      blockId,
      section,
      content,
      current,
      evidence: jsonOf(row.evidence),
      answered,
    };
    const data = was?.row === row ? { answered } : changed;
    const position = index + 1;
    if (was)
      await tx.composedBlock.update({ where: { id }, data: { ...data, position }, select: { id: true } });
    else await tx.composedBlock.create({ data: { ...changed, id, position }, select: { id: true } });
  }
}
