import { z } from "zod";
import { requireCan, type Viewer } from "@/lib/access/policy";
import {
  OPEN_CONTRIBUTION,
  outsideOwnBlindRounds,
  visibleContributions,
  visibleReviews,
} from "@/lib/access/scope";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import { notFound, Refusal } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import type { Tx } from "@/lib/platform/db";
import { STANCE_ORDER, type Stance } from "@/lib/capture/contribution/stance";
import { contributionsDigest, MAX_IN_BATCH, type BatchIdInput } from "../batch";
import { coderOf, findOpenTheme, keepTheme } from "./set-tagging";
import { overrideSuggestions, settleSuggestions } from "./settle-suggestions";

type TagBatch = {
  /** The id of the change: the same one sent twice is one batch. */
  id: string;
  reviewId: string;
  contributionIds: readonly string[];
  /** The digest of the contributions that the preview found. */
  expected: string;
  themeId: string;
  stance: Stance;
  /** Whether the coding page, from which batches are made, shows the coder suggestions. */
  suggestionsShown: boolean;
};

/**
 * Sets one theme on many contributions, with the viewer as coder, as one change that can be undone as a
 * whole.
 */
export const tagBatch = command(async (tx, viewer: Viewer, batch: TagBatch) => {
  const { id, reviewId, contributionIds, expected, themeId, stance, suggestionsShown } = batch;
  const review = await tx.review.findFirst({
    where: { AND: [{ id: reviewId }, visibleReviews(viewer)] },
    select: { id: true },
  });
  if (!review) throw notFound("review");
  requireCan(viewer, "tagging.set", { reviewId });
  if (await wasSet(tx, viewer, batch)) return { id, count: 0 };
  const theme = await findOpenTheme(tx, viewer, reviewId, themeId);
  const contributions = await tx.contribution.findMany({
    where: {
      AND: [
        { id: { in: [...contributionIds] }, reviewId },
        OPEN_CONTRIBUTION,
        visibleContributions(viewer),
        outsideOwnBlindRounds(viewer),
      ],
    },
    select: { id: true },
  });
  if (contributions.length > MAX_IN_BATCH)
    throw new Refusal("invalid", "There are too many contributions. Narrow the search.");
  if (contributionsDigest(contributions.map((contribution) => contribution.id)) !== expected)
    throw new Refusal(
      "stale",
      `The search now finds different contributions (${contributions.length} in total). Nothing was changed. Check them, then set the theme.`,
    );
  const coderId = await coderOf(tx, viewer);
  const made = await tx.codingChange.createMany({
    data: [{ id, reviewId, kind: "batch", themeId, detail: { stance }, byId: viewer.userId }],
    skipDuplicates: true,
  });
  if (made.count === 0) {
    if (await wasSet(tx, viewer, batch)) return { id, count: 0 };
    throw notFound("batch");
  }
  const tagging = { reviewId, themeId, coderId, stance, themeRevision: theme.revision, openedInId: id };
  const { count } = await tx.tagging.createMany({
    data: contributions.map((contribution) => ({ ...tagging, contributionId: contribution.id })),
    skipDuplicates: true,
  });
  await settleSuggestions(tx, {
    contributionIds: contributions.map((contribution) => contribution.id),
    themeId,
    taggingId: null,
    byId: viewer.userId,
    seen: suggestionsShown,
  });
  await audit(tx, {
    reviewId,
    actorId: viewer.userId,
    action: "tagging.batch",
    subjectType: "coding-change",
    subjectId: id,
    detail: { themeId, stance, contributions: count },
  });
  await publish(tx, { kind: "tagging", reviewId, ids: [] });
  return { id, count };
});

/** Whether this same batch was set before: the search may find other contributions by now. */
async function wasSet(
  tx: Tx,
  { userId }: Viewer,
  { id, reviewId, themeId, stance }: TagBatch,
): Promise<boolean> {
  const there = await tx.codingChange.findUnique({
    where: { id },
    select: { reviewId: true, kind: true, themeId: true, detail: true, byId: true },
  });
  if (!there) return false;
  const same = there.kind === "batch" && there.reviewId === reviewId && there.byId === userId;
  if (!same) throw notFound("batch");
  if (there.themeId !== themeId || Said.safeParse(there.detail).data?.stance !== stance)
    throw new Refusal(
      "stale",
      "This page has already set another theme. Nothing was changed. Open the page again.",
    );
  return true;
}

const Said = z.object({ stance: z.enum(STANCE_ORDER) });

/**
 * Undoes a batch: removes what it set and nobody removed since. Undoing it twice has no further effect. Where
 * a merge or a split moved its contributions to another theme, that has to be undone first.
 */
export const undoBatch = command(async (tx, viewer: Viewer, { id }: BatchIdInput) => {
  const change = await tx.codingChange.findFirst({
    where: { id, kind: "batch", review: visibleReviews(viewer) },
    select: { reviewId: true, byId: true, themeId: true },
  });
  if (!change) throw notFound("batch");
  const { reviewId, byId, themeId } = change;
  requireCan(viewer, byId === viewer.userId ? "tagging.set" : "codebook.change", { reviewId });
  await keepTheme(tx, themeId);
  await refuseMoved(tx, id);
  const { count } = await tx.codingChange.updateMany({
    where: { id, undoneAt: null },
    data: { undoneAt: new Date(), undoneById: viewer.userId },
  });
  if (count === 0) return { id };
  const ended = await tx.$queryRaw<{ id: string }[]>`
    UPDATE tagging SET until_at = greatest(from_at, ${new Date()}::timestamptz), ended_by_id = ${viewer.userId}::uuid
    WHERE opened_in_id = ${id}::uuid AND until_at IS NULL RETURNING contribution_id AS id`;
  const contributionIds = ended.map((contribution) => contribution.id);
  await overrideSuggestions(tx, { contributionIds, themeId, byId: viewer.userId });
  await audit(tx, {
    reviewId,
    actorId: viewer.userId,
    action: "tagging.undo-batch",
    subjectType: "coding-change",
    subjectId: id,
    detail: { contributions: ended.length },
  });
  await publish(tx, { kind: "tagging", reviewId, ids: [] });
  return { id };
});

async function refuseMoved(tx: Tx, id: string): Promise<void> {
  const moved = await tx.tagging.findFirst({
    where: { openedInId: id, openedIn: { undoneAt: null }, endedIn: { undoneAt: null } },
    select: { endedIn: { select: { kind: true } } },
  });
  if (moved?.endedIn?.kind === "split")
    throw new Refusal("stale", "The theme has since been split. Nothing was changed. Undo the split first.");
  if (moved)
    throw new Refusal("stale", "The theme has since been merged. Nothing was changed. Undo the merge first.");
}
