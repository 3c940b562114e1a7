import type { Viewer } from "@/lib/access/policy";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import { invalid } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import { findReviewToRelease, planFor, type PlannedRelease } from "../queries/planned-release";
import { readToRelease } from "../queries/release-input";
import { choicesOf, type ReleaseRequest } from "../release-choices";
import { readCoding } from "../queries/release-coding";
import type { ReleasedCoding } from "../release-contents";
import { keepEvidence } from "./keep-evidence";

const CHANGED_WHILE_CHECKED =
  "Something changed while the release was checked: a contribution, its coding, a finding, or another release. Nothing was released. Check the figures again.";

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
  const scope = { reviewId: request.reviewId, roundtables: planned.toRelease.covered.map(({ id }) => id) };
  return store(viewer, { request, planned, coding: await readCoding(viewer, scope) });
}

type ToStore = { request: ReleaseRequest; planned: PlannedRelease; coding: ReleasedCoding };

const store = command(
  async (tx, viewer: Viewer, { request, planned: { toRelease, plan }, coding }: ToStore) => {
    const review = await findReviewToRelease(tx, viewer, request.reviewId);
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
        ...(plan.npqs ? { npqs: plan.npqs } : {}),
        coding,
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
  },
);
