import { requireCan, type Viewer } from "@/lib/access/policy";
import { visibleReviews } from "@/lib/access/scope";
import { PERMISSION_WORDING } from "@/lib/capture/people/permission-level";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import { invalid, notFound, Refusal } from "@/lib/platform/errors";
import type { WordingInput } from "../permission";

/** Publishes a new version of the wording. Earlier choices keep the version that was read. */
export const changeWording = command(async (tx, viewer: Viewer, input: WordingInput) => {
  const { reviewId, version, text } = input;
  const review = await tx.review.findFirst({
    where: { AND: [{ id: reviewId }, visibleReviews(viewer)] },
    select: { id: true },
  });
  if (!review) throw notFound("review");
  requireCan(viewer, "wording.change", { reviewId });
  await tx.$queryRaw`SELECT id FROM review WHERE id = ${reviewId}::uuid FOR NO KEY UPDATE`;
  const latest = await tx.permissionWording.findFirst({
    where: { reviewId },
    orderBy: { version: "desc" },
    select: { version: true, text: true },
  });
  if ((latest?.version ?? 0) !== version)
    throw new Refusal("stale", "Somebody has published another wording. Reload the page and compare them.");
  if (text === (latest?.text ?? PERMISSION_WORDING))
    throw invalid("This is already the current wording.", "text");
  const next = await tx.permissionWording.create({
    data: { reviewId, version: version + 1, text, byId: viewer.userId },
    select: { id: true, version: true },
  });
  await audit(tx, {
    reviewId,
    actorId: viewer.userId,
    action: "wording.change",
    subjectType: "permission_wording",
    subjectId: next.id,
    detail: { version: next.version },
  });
  return { version: next.version };
});
