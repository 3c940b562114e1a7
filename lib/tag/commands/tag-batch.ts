import { requireCan, type Viewer } from "@/lib/access/policy";
import { visibleContributions, visibleReviews } from "@/lib/access/scope";
import { OPEN_LINE } from "@/lib/capture/queries/line-where";
import { audit } from "@/lib/platform/audit";
import { command } from "@/lib/platform/command";
import { notFound, Refusal } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import type { Stance } from "@/lib/capture/stance";
import { MOST_IN_BATCH, type BatchIdInput } from "../batch";
import { coderOf, findOpenTheme } from "./set-tagging";

type TagBatch = {
  reviewId: string;
  lineIds: readonly string[];
  /** How many lines the preview found. */
  expected: number;
  themeId: string;
  stance: Stance;
};

/** Sets one theme on many lines, for the viewer as coder, as one change that can be taken back as one. */
export const tagBatch = command(async (tx, viewer: Viewer, batch: TagBatch) => {
  const { reviewId, lineIds, expected, themeId, stance } = batch;
  const review = await tx.review.findFirst({
    where: { AND: [{ id: reviewId }, visibleReviews(viewer)] },
    select: { id: true },
  });
  if (!review) throw notFound("review");
  requireCan(viewer, "tagging.set", { reviewId });
  const theme = await findOpenTheme(tx, viewer, reviewId, themeId);
  const lines = await tx.contribution.findMany({
    where: { AND: [{ id: { in: [...lineIds] }, reviewId }, OPEN_LINE, visibleContributions(viewer)] },
    select: { id: true },
  });
  if (lines.length > MOST_IN_BATCH)
    throw new Refusal("invalid", "These are more lines than one batch takes. Narrow the search.");
  if (lines.length !== expected)
    throw new Refusal(
      "stale",
      `The search finds ${lines.length} lines now, not ${expected}. Nothing was changed. Look at them, then set the theme.`,
    );
  const coderId = await coderOf(tx, viewer);
  const { id } = await tx.codingChange.create({
    data: { reviewId, kind: "batch", themeId, detail: { stance }, byId: viewer.userId },
    select: { id: true },
  });
  const tagging = { reviewId, themeId, coderId, stance, themeRevision: theme.revision, openedInId: id };
  const { count } = await tx.tagging.createMany({
    data: lines.map((line) => ({ ...tagging, contributionId: line.id })),
    skipDuplicates: true,
  });
  await audit(tx, {
    reviewId,
    actorId: viewer.userId,
    action: "tagging.batch",
    subjectType: "coding-change",
    subjectId: id,
    detail: { themeId, stance, lines: count },
  });
  await publish(tx, { kind: "tagging", reviewId, ids: [] });
  return { id, count };
});

/** Takes a batch back: what it set and nobody took off since. Taking it back twice is the same as once. */
export const undoBatch = command(async (tx, viewer: Viewer, { id }: BatchIdInput) => {
  const change = await tx.codingChange.findFirst({
    where: { id, kind: "batch", review: visibleReviews(viewer) },
    select: { reviewId: true, byId: true },
  });
  if (!change) throw notFound("batch");
  const { reviewId, byId } = change;
  requireCan(viewer, byId === viewer.userId ? "tagging.set" : "codebook.change", { reviewId });
  const { count } = await tx.codingChange.updateMany({
    where: { id, undoneAt: null },
    data: { undoneAt: new Date(), undoneById: viewer.userId },
  });
  if (count === 0) return { id };
  const ended = await tx.tagging.updateMany({
    where: { openedInId: id, until: null },
    data: { until: new Date(), endedById: viewer.userId },
  });
  await audit(tx, {
    reviewId,
    actorId: viewer.userId,
    action: "tagging.undo-batch",
    subjectType: "coding-change",
    subjectId: id,
    detail: { lines: ended.count },
  });
  await publish(tx, { kind: "tagging", reviewId, ids: [] });
  return { id };
});
