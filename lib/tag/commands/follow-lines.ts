import {
  lateLineTaken,
  lineEdited,
  lineSplit,
  linesMerged,
  linesSeparated,
  type LateLineTaken,
  type LineEdited,
  type LinesMerged,
  type LineSplit,
} from "@/lib/capture/hooks";
import type { Tx } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";
import { editedSpan, movedSpan, sameSpan, splitSpan, type Span } from "../span";
import { coderOf } from "./set-tagging";

/** Lets coding follow lines that are edited, split, merged or taken in late; called once when the application starts. */
export function registerTagLineHandlers(): void {
  lateLineTaken.register("tag", followLate);
  lineEdited.register("tag", followEdit);
  lineSplit.register("tag", followSplit);
  linesMerged.register("tag", followMerge);
  linesSeparated.register("tag", followSeparation);
}

/** The themes that were typed with it, for its author; one that was retired since is left out. */
async function followLate(tx: Tx, late: LateLineTaken): Promise<void> {
  const { reviewId, contributionId, themeIds, byId } = late;
  const themes = await tx.theme.findMany({
    where: { id: { in: [...themeIds] }, reviewId, retiredAt: null },
    select: { id: true, revision: true },
  });
  const coderId = await coderOf(tx, { userId: byId });
  const stance = late.stance ?? "observation";
  for (const { id: themeId, revision: themeRevision } of themes)
    await open(tx, { reviewId, contributionId, themeId, coderId, stance, themeRevision });
}

type Open = Span & { id: string; from: Date };

/** What was set on some of a line's words stays on those words. */
async function followEdit(tx: Tx, { contributionId, before, after, byId }: LineEdited): Promise<void> {
  for (const { id, from, ...tagging } of await openTaggings(tx, contributionId)) {
    if (tagging.spanStart === null) continue;
    const span = editedSpan(tagging, before, after);
    if (sameSpan(span, tagging)) continue;
    await close(tx, [{ id, from, ...tagging }], byId);
    await open(tx, { ...tagging, ...span, contributionId });
  }
  for (const { id, ...example } of await tx.themeExample.findMany({
    where: { contributionId, until: null, spanStart: { not: null } },
    select: { id: true, spanStart: true, spanEnd: true },
  })) {
    const span = editedSpan(example, before, after);
    await tx.themeExample.update({ where: { id }, data: span, select: { id: true } });
  }
}

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

/** What a round still keeps apart stays where it was set; the rest follows, as ordinary coding. */
function openTaggings(tx: Tx, contributionId: string) {
  return tx.tagging.findMany({
    where: {
      contributionId,
      until: null,
      OR: [{ codingRoundId: null }, { codingRound: { codedAt: { not: null } } }],
    },
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
