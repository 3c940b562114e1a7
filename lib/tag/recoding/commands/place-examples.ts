import { randomUUID } from "node:crypto";
import type { Tx } from "@/lib/platform/db";
import { sameSpan, type Span } from "@/lib/tag/coding/span";
import { OUT_OF_THE_WAY } from "@/lib/tag/coding/commands/line-taggings";
import { EXAMPLE, endExample, openExample, type EndedExample } from "./move-examples";

/** The examples taken from a line; those that were ended too, since undoing a change of the codebook opens them again. */
export function examplesOf(tx: Tx, contributionId: string): Promise<EndedExample[]> {
  return tx.themeExample.findMany({
    where: { contributionId },
    orderBy: [{ from: "asc" }, { id: "asc" }],
    select: EXAMPLE,
  });
}

/** Every example of a line goes where its words went: within the line, to the line that was split off, or both. */
export async function placeExamples(
  tx: Tx,
  examples: readonly EndedExample[],
  partsOf: (span: Span) => { first: Span | null; second: Span | null },
  to: { lineId: string } | null = null,
): Promise<void> {
  const moved = examples.map((example) => ({ example, ...partsOf(example) }));
  const said = new Set<string>();
  const placed = moved.map(({ example, first, second }) => {
    const line = first || !to ? example.contributionId : to.lineId;
    const span = first ?? second ?? example;
    const key = [example.themeId, line, span.spanStart, span.spanEnd].join(" ");
    const again = example.until === null && said.has(key);
    if (example.until === null) said.add(key);
    return { example, second: first ? second : null, line, span, again };
  });
  for (const { example, again } of placed) if (again) await endExample(tx, example);
  const away = placed.filter(
    ({ example, span, line }) => !sameSpan(span, example) || line !== example.contributionId,
  );
  // All are moved out of the way first: the next one may still lie where this one goes.
  await tx.themeExample.updateMany({
    where: { id: { in: away.map(({ example }) => example.id) }, spanStart: { not: null } },
    data: { spanStart: { increment: OUT_OF_THE_WAY }, spanEnd: { increment: OUT_OF_THE_WAY } },
  });
  for (const { example, span, line } of away) {
    const { spanStart, spanEnd } = span;
    const data = { contributionId: line, spanStart, spanEnd };
    await tx.themeExample.update({ where: { id: example.id }, data, select: { id: true } });
  }
  if (!to) return;
  const fresh = { contributionId: to.lineId, from: new Date(), until: null };
  for (const { example, second } of placed)
    if (second && example.until === null)
      await openExample(tx, { ...example, ...second, ...fresh, id: randomUUID() });
}
