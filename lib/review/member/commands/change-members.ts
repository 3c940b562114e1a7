import type { z } from "zod";
import { can, requireCan, type Viewer } from "@/lib/access/policy";
import { visibleMemberships } from "@/lib/access/scope";
import { endSessionsWithoutReview } from "@/lib/access/sign-in/own-sessions";
import { audit } from "@/lib/platform/audit/audit";
import type { AuditAction } from "@/lib/platform/audit/audit-action";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { invalid, notFound } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import { recordDecision } from "@/lib/platform/ledger/ledger";
import type { Role } from "@/lib/platform/generated/enums";
import type { MemberInput, MemberRemoval, RoleChange } from "../member";

/** Adds a person to a review, with an account when the address is new. Adding twice changes nothing. */
export const addMember = command(async (tx, viewer: Viewer, { reviewId, name, email, role }: MemberInput) => {
  if (!can(viewer, "review.read", { reviewId })) throw notFound("review");
  requireCan(viewer, "member.change", { reviewId });
  const user = await tx.user.upsert({
    where: { email },
    create: { email, name },
    update: {},
    select: { id: true },
  });
  const there = await tx.membership.findUnique({ where: { reviewId_userId: { reviewId, userId: user.id } } });
  if (there && there.role !== role)
    throw invalid("This person is already a member. Change their role in the list", "email");
  if (there) return { id: there.id };
  const made = await tx.membership.create({
    data: { reviewId, userId: user.id, role },
    select: { id: true },
  });
  await recordDecision(tx, { kind: "member.add", reviewId, byId: viewer.userId, userId: user.id, role });
  await record(tx, viewer, reviewId, "member.add", made.id, { userId: user.id, role });
  await announceMembership(tx, reviewId, user.id);
  return made;
});

export const changeRole = command(
  async (tx, viewer: Viewer, { membershipId, role }: z.infer<typeof RoleChange>) => {
    const membership = await changeable(tx, viewer, membershipId);
    if (membership.role === role) return;
    await requireAnotherLead(tx, membership);
    await tx.membership.update({ where: { id: membership.id }, data: { role }, select: { id: true } });
    const { reviewId, userId } = membership;
    await recordDecision(tx, { kind: "member.role", reviewId, byId: viewer.userId, userId, role });
    await record(tx, viewer, membership.reviewId, "member.role", membership.id, {
      from: membership.role,
      role,
    });
    await announceMembership(tx, membership.reviewId, membership.userId);
  },
);

/**
 * Ends a membership at once, on every page and stream, and signs out whoever has no other. What the person did
 * stays, under their name.
 */
export const removeMember = command(
  async (tx, viewer: Viewer, { membershipId }: z.infer<typeof MemberRemoval>) => {
    const membership = await changeable(tx, viewer, membershipId);
    await requireAnotherLead(tx, membership);
    await tx.membership.delete({ where: { id: membership.id }, select: { id: true } });
    const { reviewId, userId } = membership;
    await recordDecision(tx, { kind: "member.remove", reviewId, byId: viewer.userId, userId });
    await record(tx, viewer, membership.reviewId, "member.remove", membership.id, {
      userId: membership.userId,
    });
    await announceMembership(tx, membership.reviewId, membership.userId);
    await endSessionsWithoutReview(tx, membership.userId);
  },
);

type Membership = { id: string; reviewId: string; userId: string; role: Role };

async function changeable(tx: Tx, viewer: Viewer, id: string): Promise<Membership> {
  const membership = await tx.membership.findFirst({
    where: { AND: [{ id }, visibleMemberships(viewer)] },
    select: { id: true, reviewId: true, userId: true, role: true },
  });
  if (!membership) throw notFound("member");
  requireCan(viewer, "member.change", membership);
  return membership;
}

/** Nobody could change a review without a lead. Locking the leads stops two from leaving at the same time. */
async function requireAnotherLead(tx: Tx, membership: Membership) {
  if (membership.role !== "lead") return;
  const leads = await tx.$queryRaw<unknown[]>`
    SELECT id FROM membership WHERE review_id = ${membership.reviewId}::uuid AND role = 'lead' FOR UPDATE`;
  if (leads.length < 2) throw invalid("A review needs a lead. Make somebody else the lead first");
}

/** Every open page of that person draws its menu again. */
export function announceMembership(tx: Tx, reviewId: string, userId: string) {
  return publish(tx, { kind: "member.changed", reviewId, userId });
}

function record(
  tx: Tx,
  viewer: Viewer,
  reviewId: string,
  action: AuditAction,
  subjectId: string,
  detail: Record<string, string>,
) {
  return audit(tx, {
    reviewId,
    actorId: viewer.userId,
    action,
    subjectType: "membership",
    subjectId,
    detail,
  });
}
