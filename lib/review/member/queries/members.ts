import { db } from "@/lib/platform/db";
import type { Role } from "@/lib/platform/generated/enums";
import { requireCan, type Viewer } from "@/lib/access/policy";
import { visibleMemberships } from "@/lib/access/scope";

export type Member = { id: string; userId: string; name: string; email: string; role: Role; since: Date };

/** The members of the review, by role and name. */
export async function listMembers(viewer: Viewer, reviewId: string): Promise<Member[]> {
  requireCan(viewer, "member.list", { reviewId });
  const rows = await db().membership.findMany({
    where: { AND: [{ reviewId }, visibleMemberships(viewer)] },
    orderBy: [{ role: "asc" }, { user: { name: "asc" } }],
    select: {
      id: true,
      role: true,
      createdAt: true,
      user: { select: { id: true, name: true, email: true } },
    },
  });
  return rows.map(({ id, role, createdAt, user }) => ({
    id,
    role,
    since: createdAt,
    userId: user.id,
    name: user.name ?? user.email,
    email: user.email,
  }));
}
