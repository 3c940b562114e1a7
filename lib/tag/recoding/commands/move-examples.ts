import { endAfter } from "@/lib/platform/text/dates";
import type { Tx } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";
import type { ExampleMoved } from "@/lib/tag/codebook/codebook-change";

type Move = { fromId: string; intoId: string; byId: string };

/**
 * Moves the examples of one theme to another: all of them, or those for what belongs, from these
 * contributions.
 */
export async function moveExamples(
  tx: Tx,
  { fromId, intoId, byId }: Move,
  contributionIds: readonly string[] | null = null,
): Promise<ExampleMoved[]> {
  const ofContributions = contributionIds
    ? { contributionId: { in: [...contributionIds] }, belongs: true }
    : {};
  const examples = await tx.themeExample.findMany({
    where: { themeId: fromId, until: null, ...ofContributions },
    select: EXAMPLE,
  });
  const moved: ExampleMoved[] = [];
  for (const example of examples) {
    await endExample(tx, example);
    const { contributionId, spanStart, spanEnd, belongs, reviewId } = example;
    const words = { reviewId, contributionId, spanStart, spanEnd, belongs };
    const openedId = await openExample(tx, { ...words, themeId: intoId, byId });
    moved.push({ endedId: example.id, openedId });
  }
  return moved;
}

/** Moves them back, except those that somebody removed since. */
export async function returnExamples(tx: Tx, byId: string, moved: readonly ExampleMoved[]): Promise<void> {
  for (const { endedId, openedId } of moved) {
    if (openedId !== null && !(await endById(tx, openedId))) continue;
    const before = await tx.themeExample.findUnique({ where: { id: endedId }, select: EXAMPLE });
    if (!before) continue;
    const { reviewId, themeId, contributionId, spanStart, spanEnd, belongs } = before;
    await openExample(tx, { reviewId, themeId, contributionId, spanStart, spanEnd, belongs, byId });
  }
}

export const EXAMPLE = {
  id: true,
  from: true,
  until: true,
  reviewId: true,
  themeId: true,
  contributionId: true,
  spanStart: true,
  spanEnd: true,
  belongs: true,
  byId: true,
} as const;

export type EndedExample = Prisma.ThemeExampleGetPayload<{ select: typeof EXAMPLE }>;

type Example = {
  id?: string;
  reviewId: string;
  themeId: string;
  contributionId: string;
  spanStart: number | null;
  spanEnd: number | null;
  belongs: boolean;
  byId: string;
  from?: Date;
  until?: null;
};

/** Opens it, unless the same words are an example of the theme already; returns its id if it was opened. */
export async function openExample(tx: Tx, example: Example): Promise<string | null> {
  const [made] = await tx.themeExample.createManyAndReturn({
    data: [example],
    skipDuplicates: true,
    select: { id: true },
  });
  return made?.id ?? null;
}

async function endById(tx: Tx, id: string): Promise<boolean> {
  const open = await tx.themeExample.findFirst({
    where: { id, until: null },
    select: { id: true, from: true },
  });
  return open !== null && endExample(tx, open);
}

/** Ends it if it is open; returns whether it was. */
export async function endExample(tx: Tx, { id, from }: { id: string; from: Date }): Promise<boolean> {
  const { count } = await tx.themeExample.updateMany({
    where: { id, until: null },
    data: { until: endAfter(from) },
  });
  return count === 1;
}
