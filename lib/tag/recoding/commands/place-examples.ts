import { randomUUID } from "node:crypto";
import type { Tx } from "@/lib/platform/db";
import { sameSpan, type Span } from "@/lib/tag/coding/span";
import { OUT_OF_THE_WAY } from "@/lib/tag/coding/commands/contribution-taggings";
import { EXAMPLE, endExample, openExample, type EndedExample } from "./move-examples";

/**
 * The examples taken from a contribution, including ended ones, because undoing a change of the codebook
 * opens them again.
 */
export function examplesOf(tx: Tx, contributionId: string): Promise<EndedExample[]> {
  return tx.themeExample.findMany({
    where: { contributionId },
    orderBy: [{ from: "asc" }, { id: "asc" }],
    select: EXAMPLE,
  });
}

/**
 * Moves every example of a contribution with its words: within the contribution, to the one that was split
 * off, or both.
 */
export async function placeExamples(
  tx: Tx,
  examples: readonly EndedExample[],
  partsOf: (span: Span) => { first: Span | null; second: Span | null },
  to: { contributionId: string } | null = null,
): Promise<void> {
  const moved = examples.map((example) => ({ example, ...partsOf(example) }));
  const said = new Set<string>();
  const placed = moved.map(({ example, first, second }) => {
    const contribution = first || !to ? example.contributionId : to.contributionId;
    const span = first ?? second ?? example;
    const key = [example.themeId, contribution, span.spanStart, span.spanEnd].join(" ");
    const again = example.until === null && said.has(key);
    if (example.until === null) said.add(key);
    return { example, second: first ? second : null, contribution, span, again };
  });
  for (const { example, again } of placed) if (again) await endExample(tx, example);
  const away = placed.filter(
    ({ example, span, contribution }) => !sameSpan(span, example) || contribution !== example.contributionId,
  );
  // All are first moved out of the way, because one may get the span that another still has.
  await tx.themeExample.updateMany({
    where: { id: { in: away.map(({ example }) => example.id) }, spanStart: { not: null } },
    data: { spanStart: { increment: OUT_OF_THE_WAY }, spanEnd: { increment: OUT_OF_THE_WAY } },
  });
  for (const { example, span, contribution } of away) {
    const { spanStart, spanEnd } = span;
    const data = { contributionId: contribution, spanStart, spanEnd };
    await tx.themeExample.update({ where: { id: example.id }, data, select: { id: true } });
  }
  if (!to) return;
  const fresh = { contributionId: to.contributionId, from: new Date(), until: null };
  for (const { example, second } of placed)
    if (second && example.until === null)
      await openExample(tx, { ...example, ...second, ...fresh, id: randomUUID() });
}
