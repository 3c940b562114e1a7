import { endSessionsWithoutReview } from "@/lib/access/sign-in/own-sessions";
import type { Tx } from "@/lib/platform/db";
import type { DecisionOf } from "@/lib/platform/ledger/decision";
import { replaying, type Outcome } from "@/lib/platform/ledger/replay";
import { announceMembership } from "./change-members";

/** After a restore: who was added, removed or given another role since. */
export const replayMembers = replaying({
  "member.add": setRole,
  "member.role": async (tx, decision) =>
    (await roleOf(tx, decision)) === null ? "absent" : setRole(tx, decision),
  "member.remove": async (tx, { reviewId, userId }) => {
    const { count } = await tx.membership.deleteMany({ where: { reviewId, userId } });
    if (count === 0) return "stood";
    await announceMembership(tx, reviewId, userId);
    await endSessionsWithoutReview(tx, userId);
    return "applied";
  },
});

async function setRole(tx: Tx, decision: DecisionOf<"member.add" | "member.role">): Promise<Outcome> {
  const { reviewId, userId, role } = decision;
  const review = await tx.review.count({ where: { id: reviewId } });
  const user = await tx.user.count({ where: { id: userId } });
  if (review === 0 || user === 0) return "absent";
  if ((await roleOf(tx, decision)) === role) return "stood";
  await tx.membership.upsert({
    where: { reviewId_userId: { reviewId, userId } },
    create: { reviewId, userId, role },
    update: { role },
    select: { id: true },
  });
  await announceMembership(tx, reviewId, userId);
  return "applied";
}

async function roleOf(tx: Tx, { reviewId, userId }: { reviewId: string; userId: string }) {
  const where = { reviewId_userId: { reviewId, userId } };
  return (await tx.membership.findUnique({ where, select: { role: true } }))?.role ?? null;
}
