import { requireCan, roleIn, type Viewer } from "@/lib/access/policy";
import { visibleReviews } from "@/lib/access/scope";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import { db, type Tx } from "@/lib/platform/db";
import { invalid, notFound } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import { runInWorker } from "@/lib/platform/workers/pool";
import type { ReleasePlan } from "../plan-release";
import { readToRelease, type ToRelease } from "../queries/release-input";
import { choicesOf, type ReleaseRequest } from "../release";
import { PLAN_RELEASE } from "../release-tasks";
import { keepEvidence } from "./keep-evidence";

export const CHANGED_WHILE_CHECKED =
  "Something changed while the release was checked: a contribution, its coding, a finding, or another release. Nothing was released. Check the figures again.";

type Review = { id: string; smallNumber: number };

/** What would be released, checked against everything that was ever published of the review. */
export type PlannedRelease = { toRelease: ToRelease; plan: ReleasePlan };

/** For the lead to look at before releasing. */
export async function planFor(
  viewer: Viewer,
  request: ReleaseRequest,
): Promise<PlannedRelease | { refused: string }> {
  const review = await findReview(db(), viewer, request.reviewId);
  const toRelease = await readToRelease(db(), review, choicesOf(request));
  if ("refused" in toRelease) return toRelease;
  return { toRelease, plan: await runInWorker(PLAN_RELEASE, toRelease.input) };
}

/**
 * Releases the figures of the closed roundtables, with the findings and the evidence that belong to them. Reviewers see
 * it from now on, and it never changes. It is checked in a worker thread, outside of the transaction; what it depends on
 * is read again inside, and where anything differs nothing is released.
 */
export async function releaseFigures(viewer: Viewer, request: ReleaseRequest): Promise<{ number: number }> {
  const planned = await planFor(viewer, request);
  if ("refused" in planned) throw invalid(planned.refused);
  if (request.seen !== undefined && request.seen !== planned.toRelease.digest)
    throw invalid(CHANGED_WHILE_CHECKED);
  return store(viewer, { request, planned });
}

type ToStore = { request: ReleaseRequest; planned: PlannedRelease };

const store = command(async (tx, viewer: Viewer, { request, planned: { toRelease, plan } }: ToStore) => {
  const review = await findReview(tx, viewer, request.reviewId);
  // A lock: of two leads who release at the same time, the second finds that something changed.
  await tx.$queryRaw`SELECT id FROM review WHERE id = ${review.id}::uuid FOR NO KEY UPDATE`;
  const now = await readToRelease(tx, review, choicesOf(request));
  if ("refused" in now || now.digest !== toRelease.digest) throw invalid(CHANGED_WHILE_CHECKED);
  const { number } = now.input;
  const release = await tx.release.create({
    data: {
      reviewId: review.id,
      number,
      threshold: review.smallNumber,
      breakdowns: plan.breakdowns,
      checked: plan.checked,
      createdById: viewer.userId,
      tables: {
        create: plan.tables.map((figures) => ({ roundtableId: figures.roundtable?.id ?? null, figures })),
      },
      roundtables: { create: now.covered.map(({ id }) => ({ roundtableId: id })) },
      findings: {
        create: plan.findings.map(({ id, ...finding }, position) => ({
          findingId: id,
          position,
          ...finding,
        })),
      },
    },
    select: { id: true },
  });
  await keepEvidence(tx, { id: release.id, covered: now.covered.map(({ id }) => id) }, plan);
  await audit(tx, {
    reviewId: review.id,
    actorId: viewer.userId,
    action: "figures.release",
    subjectType: "release",
    subjectId: release.id,
    detail: { number, roundtables: now.covered.map(({ id }) => id), leftOut: plan.leftOut.length },
  });
  await publish(tx, { kind: "figures.released", reviewId: review.id });
  return { number };
});

async function findReview(client: Tx, viewer: Viewer, reviewId: string): Promise<Review> {
  if (roleIn(viewer, reviewId) === null) throw notFound("review");
  const review = await client.review.findFirst({
    where: { AND: [{ id: reviewId }, visibleReviews(viewer)] },
    select: { id: true, smallNumber: true },
  });
  if (!review) throw notFound("review");
  requireCan(viewer, "figures.release", { reviewId });
  return review;
}
