import { requireCan, type Viewer } from "@/lib/access/policy";
import { visibleReviews } from "@/lib/access/scope";
import { PERMISSION_WORDING } from "@/lib/capture/people/permission-level";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import type { Wording } from "../permission";

/** The wording that participants read now, also before the review has one of its own. */
export async function getWording(
  viewer: Viewer,
  reviewId: string,
): Promise<Pick<Wording, "version" | "text">> {
  requireCan(viewer, "participant.register", { reviewId });
  const latest = await db().permissionWording.findFirst({
    where: { reviewId, review: visibleReviews(viewer) },
    orderBy: { version: "desc" },
    select: { version: true, text: true },
  });
  return latest ?? { version: 1, text: PERMISSION_WORDING };
}

/** Every version, latest first, with how many current choices were made under it. */
export async function listWordings(viewer: Viewer, reviewId: string): Promise<Wording[]> {
  const review = await db().review.findFirst({
    where: { AND: [{ id: reviewId }, visibleReviews(viewer)] },
    select: { id: true },
  });
  if (!review) throw notFound("review");
  requireCan(viewer, "wording.change", { reviewId });
  const rows = await db().permissionWording.findMany({
    where: { reviewId },
    orderBy: { version: "desc" },
    select: {
      version: true,
      text: true,
      createdAt: true,
      _count: { select: { permissions: { where: { until: null } } } },
    },
  });
  if (rows.length === 0) return [{ version: 0, text: PERMISSION_WORDING, since: null, choices: 0 }];
  return rows.map(({ createdAt, _count, ...wording }) => ({
    ...wording,
    since: createdAt,
    choices: _count.permissions,
  }));
}
