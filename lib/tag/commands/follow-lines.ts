import {
  lineSplit,
  linesMerged,
  linesSeparated,
  type LinesMerged,
  type LineSplit,
} from "@/lib/capture/hooks";
import type { Tx } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";
import { movedSpan, sameSpan, splitSpan, type Span } from "../span";

/** Lets taggings follow the words of lines that are split and merged; called once when the application starts. */
export function registerTagLineHandlers(): void {
  lineSplit.register("tag", followSplit);
  linesMerged.register("tag", followMerge);
  linesSeparated.register("tag", followSeparation);
}

type Open = Span & { id: string; from: Date };

/** What was set on the whole line is set on both parts, what was set on some of its words where they went. */
async function followSplit(tx: Tx, split: LineSplit): Promise<void> {
  const { lineId, newLineId, byId } = split;
  for (const { id, from, ...tagging } of await openTaggings(tx, lineId)) {
    const { first, second } = splitSpan(tagging, split);
    if (!first || !sameSpan(first, tagging)) {
      await close(tx, [{ id, from, ...tagging }], byId);
      if (first) await open(tx, { ...tagging, ...first, contributionId: lineId });
    }
    if (second) await open(tx, { ...tagging, ...second, contributionId: newLineId });
  }
}

/** The line that holds both lines' words takes the taggings of both; the struck one keeps its own. */
async function followMerge(tx: Tx, { intoId, fromId, offset, at }: LinesMerged): Promise<void> {
  for (const { reviewId, themeId, coderId, stance, themeRevision, ...span } of await openTaggings(
    tx,
    fromId,
  )) {
    const moved = { ...movedSpan(span, offset), contributionId: intoId, from: at };
    await open(tx, { reviewId, themeId, coderId, stance, themeRevision, ...moved });
  }
}

/** What came through the merging goes with it. */
async function followSeparation(tx: Tx, { intoId, at, byId }: Omit<LinesMerged, "offset">): Promise<void> {
  const came = (await openTaggings(tx, intoId)).filter(({ from }) => from.getTime() === at.getTime());
  await close(tx, came, byId);
}

function openTaggings(tx: Tx, contributionId: string) {
  return tx.tagging.findMany({
    where: { contributionId, until: null },
    select: {
      id: true,
      reviewId: true,
      themeId: true,
      coderId: true,
      stance: true,
      spanStart: true,
      spanEnd: true,
      themeRevision: true,
      from: true,
    },
  });
}

/** Opens the row unless the same coder has one open that says the same. */
async function open(tx: Tx, tagging: Prisma.TaggingCreateManyInput): Promise<void> {
  await tx.tagging.createMany({ data: [tagging], skipDuplicates: true });
}

async function close(tx: Tx, taggings: readonly Open[], endedById: string): Promise<void> {
  for (const { id, from } of taggings) {
    // Another process's clock may run behind the one that opened the row.
    const until = new Date(Math.max(Date.now(), from.getTime()));
    await tx.tagging.update({ where: { id }, data: { until, endedById }, select: { id: true } });
  }
}
