import { requireCan, roleIn, type Viewer } from "@/lib/access/policy";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";

/** What happened to the suggestions of one method, where they were shown and where they were not. */
export type Acceptance = {
  method: string;
  version: string;
  shown: boolean;
  accepted: number;
  rejected: number;
  overridden: number;
};

/**
 * Decided suggestions of the review by method, version, and whether the coder saw them, because seen ones
 * influence people.
 */
export async function listAcceptance(viewer: Viewer, reviewId: string): Promise<Acceptance[]> {
  if (roleIn(viewer, reviewId) === null) throw notFound("review");
  requireCan(viewer, "review.work", { reviewId });
  return db().$queryRaw<Acceptance[]>`
    SELECT k.method, k.method_version AS version, s.shown,
      (count(*) FILTER (WHERE s.decision = 'accepted'))::int AS accepted,
      (count(*) FILTER (WHERE s.decision = 'rejected'))::int AS rejected,
      (count(*) FILTER (WHERE s.decision = 'overridden'))::int AS overridden
    FROM suggestion s JOIN coder k ON k.id = s.coder_id
    WHERE s.review_id = ${reviewId}::uuid AND s.decision IS NOT NULL
    GROUP BY k.method, k.method_version, s.shown ORDER BY k.method, k.method_version, s.shown DESC`;
}
