import { requireVisible, type Viewer } from "@/lib/access/policy";
import { visibleReviews } from "@/lib/access/scope";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { readHouseStyle, type HouseStyle } from "../house-style";

/** How the reports of the review are worded, for those who write them. */
export async function getHouseStyle(viewer: Viewer, reviewId: string): Promise<HouseStyle> {
  requireVisible(viewer, "report.write", { reviewId }, "review");
  const review = await db().review.findFirst({
    where: { AND: [{ id: reviewId }, visibleReviews(viewer)] },
    select: { houseStyle: true },
  });
  if (!review) throw notFound("review");
  return readHouseStyle(review.houseStyle);
}
