import { requireCan, type Viewer } from "@/lib/access/policy";
import { visibleReviews } from "@/lib/access/scope";
import { audit } from "@/lib/platform/audit/audit";
import { canonicalJson } from "@/lib/platform/canonical-json";
import { command } from "@/lib/platform/command";
import { notFound, Refusal } from "@/lib/platform/errors";
import { readHouseStyle, type HouseStyleForm } from "../house-style";

/** Sets how the review's reports are worded. Drafts that are there stay as they are; their checks follow the new style. */
export const setHouseStyle = command(async (tx, viewer: Viewer, input: HouseStyleForm) => {
  const { reviewId, was, people, figures, avoid } = input;
  const review = await tx.review.findFirst({
    where: { AND: [{ id: reviewId }, visibleReviews(viewer)] },
    select: { id: true },
  });
  if (!review) throw notFound("review");
  requireCan(viewer, "report.style", { reviewId });
  await tx.$queryRaw`SELECT id FROM review WHERE id = ${reviewId}::uuid FOR NO KEY UPDATE`;
  const { houseStyle } = await tx.review.findUniqueOrThrow({
    where: { id: reviewId },
    select: { houseStyle: true },
  });
  const next = { people, figures, avoid };
  const now = canonicalJson(readHouseStyle(houseStyle));
  if (now === canonicalJson(next)) return;
  if (now !== was)
    throw new Refusal(
      "stale",
      "Somebody else has changed the house style. Nothing was saved, and what you entered is still here. Open this page again in another tab to compare.",
    );
  await tx.review.update({ where: { id: reviewId }, data: { houseStyle: next }, select: { id: true } });
  await audit(tx, {
    reviewId,
    actorId: viewer.userId,
    action: "style.change",
    subjectType: "review",
    subjectId: reviewId,
    detail: { people, figures, avoided: avoid.length },
  });
});
