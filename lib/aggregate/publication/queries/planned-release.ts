import { requireCan, roleIn, type Viewer } from "@/lib/access/policy";
import { visibleReviews } from "@/lib/access/scope";
import { db, type Tx } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { runInWorker } from "@/lib/platform/workers/pool";
import type { ReleasePlan } from "../release-source";
import { choicesOf, type ReleaseRequest } from "../release-choices";
import { PLAN_RELEASE } from "../release-tasks";
import { readToRelease, type ToRelease } from "./release-input";

type Review = { id: string; smallNumber: number };

/** What would be released, checked against everything that was ever published of the review. */
export type PlannedRelease = { toRelease: ToRelease; plan: ReleasePlan };

/** For the lead to look at before releasing. */
export async function planFor(
  viewer: Viewer,
  request: ReleaseRequest,
): Promise<PlannedRelease | { refused: string }> {
  const review = await findReviewToRelease(db(), viewer, request.reviewId);
  const toRelease = await readToRelease(db(), review, choicesOf(request));
  if ("refused" in toRelease) return toRelease;
  return { toRelease, plan: await runInWorker(PLAN_RELEASE, toRelease.input) };
}

/** The review, for somebody who may release its figures. */
export async function findReviewToRelease(client: Tx, viewer: Viewer, reviewId: string): Promise<Review> {
  if (roleIn(viewer, reviewId) === null) throw notFound("review");
  const review = await client.review.findFirst({
    where: { AND: [{ id: reviewId }, visibleReviews(viewer)] },
    select: { id: true, smallNumber: true },
  });
  if (!review) throw notFound("review");
  requireCan(viewer, "figures.release", { reviewId });
  return review;
}
