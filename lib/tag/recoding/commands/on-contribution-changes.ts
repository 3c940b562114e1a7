import { randomUUID } from "node:crypto";
import type {
  LateContributionTaken,
  ContributionEdited,
  ContributionsMerged,
  ContributionSplit,
} from "@/lib/capture/contribution/contribution-events";
import { endAfter } from "@/lib/platform/text/dates";
import type { Tx } from "@/lib/platform/db";
import { codePointLength } from "@/lib/platform/text/code-points";
import {
  FOLLOWS,
  keepThemes,
  openTaggings,
  placeSpans,
  TAGGING,
  type TaggingRow,
} from "@/lib/tag/coding/commands/contribution-taggings";
import { coderOf } from "@/lib/tag/coding/commands/set-tagging";
import { editedSpan, movedSpan, splitSpan, type Span } from "@/lib/tag/coding/span";
import { mergeDecisions, separateDecisions, splitDecisions } from "@/lib/tag/rounds/commands/place-decisions";
import { endExample, openExample } from "./move-examples";
import { examplesOf, placeExamples } from "./place-examples";

/**
 * Sets the themes that were typed with it, in its author's name; a theme that was retired since is left out.
 */
export async function onLateContributionTaken(tx: Tx, late: LateContributionTaken): Promise<void> {
  const { reviewId, contributionId, themeIds, byId } = late;
  const themes = await tx.theme.findMany({
    where: { id: { in: [...themeIds] }, reviewId, retiredAt: null },
    select: { id: true, revision: true },
  });
  // The author's browser may send it again: changes of its themes made by then stay.
  await tx.sentThemes.createMany({ data: [{ id: contributionId, contributionId }], skipDuplicates: true });
  const coderId = await coderOf(tx, { userId: byId });
  const stance = late.stance ?? "observation";
  await tx.tagging.createMany({
    data: themes.map(({ id: themeId, revision: themeRevision }) => ({
      reviewId,
      contributionId,
      themeId,
      coderId,
      stance,
      themeRevision,
    })),
    skipDuplicates: true,
  });
}

/** What was set on some of a contribution's words stays on those words: the same tagging with new offsets. */
export async function onContributionEdited(tx: Tx, contribution: ContributionEdited): Promise<void> {
  const { reviewId, contributionId, before, after, byId } = contribution;
  await keepThemes(tx, reviewId);
  const taggings = await tx.tagging.findMany({
    where: {
      contributionId,
      spanStart: { not: null },
      OR: [{ until: null }, { endedIn: { undoneAt: null } }],
    },
    select: TAGGING,
  });
  const length = codePointLength(after);
  const goes = (span: Span): Span => {
    const { spanStart, spanEnd } = editedSpan(span, before, after);
    // A span of all the words means the contribution itself.
    return spanStart === 0 && spanEnd === length
      ? { spanStart: null, spanEnd: null }
      : { spanStart, spanEnd };
  };
  const moved = taggings.map((tagging) => ({ ...tagging, ...goes(tagging) }));
  await placeSpans(tx, moved, byId);
  await placeExamples(tx, await examplesOf(tx, contributionId), (span) => ({
    first: goes(span),
    second: null,
  }));
}

/**
 * What was set on the whole contribution is set on both parts, what was set on some of its words on the part
 * with those words. This includes what a change of the codebook ended and would set again when it is undone.
 */
export async function onContributionSplit(tx: Tx, split: ContributionSplit): Promise<void> {
  const { reviewId, contributionId, newContributionId, byId } = split;
  await keepThemes(tx, reviewId);
  const at = new Date();
  const taggings = await tx.tagging.findMany({
    where: { AND: [{ contributionId }, FOLLOWS] },
    select: TAGGING,
  });
  const parts = taggings.map((tagging) => ({ tagging, ...splitSpan(tagging, split) }));
  const gone = parts.filter(({ tagging, first }) => !first && tagging.until === null);
  for (const { tagging } of gone) await close(tx, tagging, byId);
  await placeSpans(
    tx,
    parts.flatMap(({ tagging, first }) => (first ? [{ ...tagging, ...first }] : [])),
    byId,
  );
  await copyTaggings(
    tx,
    parts.flatMap(({ tagging, second }) =>
      second ? [{ ...tagging, ...second, contributionId: newContributionId }] : [],
    ),
    at,
  );
  await splitDecisions(tx, split, at);
  const to = { contributionId: newContributionId };
  await placeExamples(tx, await examplesOf(tx, contributionId), (span) => splitSpan(span, split), to);
}

/** The contribution that holds both texts gets the coding of both; the struck one keeps its own. */
export async function onContributionsMerged(tx: Tx, merged: ContributionsMerged): Promise<void> {
  const { reviewId, intoId, fromId, offset, at } = merged;
  await keepThemes(tx, reviewId);
  await mergeDecisions(tx, merged, async () => {
    const taggings = await tx.tagging.findMany({
      where: { AND: [{ contributionId: fromId }, FOLLOWS] },
      select: TAGGING,
    });
    const moved = taggings.map((tagging) => ({ ...tagging, ...movedSpan(tagging, offset) }));
    await copyTaggings(
      tx,
      moved.map((tagging) => ({ ...tagging, contributionId: intoId })),
      at,
    );
  });
  for (const example of await examplesOf(tx, fromId)) {
    const moved = { ...example, ...movedSpan(example, offset), id: randomUUID(), contributionId: intoId };
    if (example.until === null) await openExample(tx, { ...moved, from: at, until: null });
  }
}

/** What came with the merge goes back with it, and so does what was set since on the words that go back. */
export async function onContributionsSeparated(
  tx: Tx,
  separated: Omit<ContributionsMerged, "offset">,
): Promise<void> {
  const { reviewId, intoId, at, byId } = separated;
  await keepThemes(tx, reviewId);
  const { text } = await tx.contribution.findUniqueOrThrow({ where: { id: intoId }, select: { text: true } });
  const length = codePointLength(text);
  const came = ({ from, spanEnd }: { from: Date; spanEnd: number | null }) =>
    from.getTime() === at.getTime() || (spanEnd !== null && spanEnd > length);
  for (const tagging of await openTaggings(tx, intoId)) if (came(tagging)) await close(tx, tagging, byId);
  await separateDecisions(tx, separated);
  for (const example of await examplesOf(tx, intoId))
    if (example.until === null && came(example)) await endExample(tx, example);
}

/**
 * Opens them on the other contribution as ordinary coding, unless the same coder has the same there; what a
 * change ended is ended there from the start.
 */
async function copyTaggings(tx: Tx, taggings: readonly TaggingRow[], at: Date): Promise<void> {
  await tx.tagging.createMany({
    data: taggings.map((tagging) => ({
      ...tagging,
      id: randomUUID(),
      codingRoundId: null,
      from: at,
      until: tagging.until && at,
    })),
    skipDuplicates: true,
  });
}

async function close(tx: Tx, { id, from }: { id: string; from: Date }, endedById: string): Promise<void> {
  await tx.tagging.update({
    where: { id },
    data: { until: endAfter(from), endedById },
    select: { id: true },
  });
}
