import { db } from "@/lib/platform/db";
import type { Role } from "@/lib/platform/generated/enums";
import { requireCan, type Viewer } from "@/lib/access/policy";
import { visibleAuditEntries, visibleMemberships } from "@/lib/access/scope";

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

export type AuditEntry = {
  id: string;
  at: Date;
  actor: string;
  action: string;
  subjectType: string;
  subjectId: string | null;
  position: bigint | null;
};

const PAGE = 50;

/** The audit log, newest first; `before` is the last id of the preceding page. */
export async function listAudit(
  viewer: Viewer,
  reviewId: string,
  before?: string,
): Promise<{ entries: AuditEntry[]; next: string | null }> {
  requireCan(viewer, "audit.read", { reviewId });
  const rows = await db().auditEntry.findMany({
    where: { AND: [{ reviewId }, visibleAuditEntries(viewer)] },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: PAGE + 1,
    ...(before ? { cursor: { id: before }, skip: 1 } : {}),
    select: {
      id: true,
      at: true,
      actorId: true,
      action: true,
      subjectType: true,
      subjectId: true,
      position: true,
    },
  });
  const names = await namesOf(rows.map(({ actorId }) => actorId));
  const entries = rows
    .slice(0, PAGE)
    .map(({ actorId, ...row }) => ({ ...row, actor: (actorId && names.get(actorId)) ?? nobody(row.action) }));
  return { entries, next: rows.length > PAGE ? (entries.at(-1)?.id ?? null) : null };
}

/** A restore is started at the command line, where nobody has signed in. */
function nobody(action: string): string {
  return action === "database.restore" ? "Command line" : "The application";
}

async function namesOf(ids: (string | null)[]): Promise<Map<string, string>> {
  const users = await db().user.findMany({
    where: { id: { in: ids.filter((id) => id !== null) } },
    select: { id: true, name: true, email: true },
  });
  return new Map(users.map(({ id, name, email }) => [id, name ?? email]));
}
