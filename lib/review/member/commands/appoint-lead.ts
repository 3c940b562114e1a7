import { audit } from "@/lib/platform/audit/audit";
import type { Tx } from "@/lib/platform/db";
import { invalid, notFound } from "@/lib/platform/errors";
import { recordDecision } from "@/lib/platform/ledger/ledger";
import { announceMembership } from "./change-members";

/**
 * For the command line, where nobody has signed in: makes somebody the lead of a review that has none. A restore can
 * leave one behind, since the leads of a backup may have been removed and those who followed are not in it.
 */
export async function appointLead(tx: Tx, slug: string, email: string): Promise<void> {
  const review = await tx.review.findUnique({
    where: { slug },
    select: { id: true, memberships: { where: { role: "lead" }, select: { id: true } } },
  });
  if (!review) throw notFound("review");
  if (review.memberships.length > 0) throw invalid("This review has a lead, who can add another.");
  const reviewId = review.id;
  const { id: userId } = await tx.user.upsert({
    where: { email },
    create: { email, name: email },
    update: {},
    select: { id: true },
  });
  const { id } = await tx.membership.upsert({
    where: { reviewId_userId: { reviewId, userId } },
    create: { reviewId, userId, role: "lead" },
    update: { role: "lead" },
    select: { id: true },
  });
  await recordDecision(tx, { kind: "member.add", reviewId, byId: null, userId, role: "lead" });
  await audit(tx, {
    reviewId,
    actorId: null,
    action: "member.add",
    subjectType: "membership",
    subjectId: id,
    detail: { userId, role: "lead", by: "command line" },
  });
  await announceMembership(tx, reviewId, userId);
}
