import type { Viewer } from "@/lib/access/policy";
import { visibleReviews } from "@/lib/access/scope";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";

const REVIEW = {
  id: true,
  slug: true,
  title: true,
  startsOn: true,
  endsOn: true,
  smallNumber: true,
} as const;

export type Review = {
  id: string;
  slug: string;
  title: string;
  startsOn: Date;
  endsOn: Date;
  smallNumber: number;
};

/** The reviews that the viewer is a member of, by title. */
export function listReviews(viewer: Viewer): Promise<Review[]> {
  return db().review.findMany({ where: visibleReviews(viewer), orderBy: { title: "asc" }, select: REVIEW });
}

/** The review with that slug. Refuses with not-found when the viewer may not see it. */
export async function getReview(viewer: Viewer, slug: string): Promise<Review> {
  const review = await db().review.findFirst({
    where: { AND: [{ slug }, visibleReviews(viewer)] },
    select: REVIEW,
  });
  if (!review) throw notFound("review");
  return review;
}
