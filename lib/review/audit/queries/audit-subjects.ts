import { requireCan, type Viewer } from "@/lib/access/policy";
import { db } from "@/lib/platform/db";
import type { AuditEntry } from "../audit-entry";
import type { Row } from "./audit-log";

/** Entries of which the caller has checked that the viewer may read them, with the names of who did what to what. */
export async function describeEntries(rows: readonly Row[]): Promise<AuditEntry[]> {
  const people = await namesOf(rows.flatMap(({ actorId }) => actorId ?? []));
  const titles = await titlesOf(rows);
  return rows.map(({ actorId, ...row }) => ({
    ...row,
    actor: (actorId && people.get(actorId)) ?? nobody(row.action),
    subject: row.subjectType === "review" ? "The whole review" : (titles.get(row.subjectId ?? "") ?? ""),
  }));
}

/** A restore is started at the command line, where nobody has signed in. */
function nobody(action: string): string {
  return action === "database.restore" ? "Command line" : "The application";
}

async function namesOf(ids: readonly string[]): Promise<Map<string, string>> {
  const users = await db().user.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true, email: true },
  });
  return new Map(users.map(({ id, name, email }) => [id, name ?? email]));
}

/** What may be named: roundtables, releases, reports and themes. Never a participant, nor anybody's words. */
async function titlesOf(rows: readonly Row[]): Promise<Map<string, string>> {
  const of = (type: string) => {
    const ids = rows
      .filter(({ subjectType }) => subjectType === type)
      .flatMap(({ subjectId }) => subjectId ?? []);
    return { id: { in: [...new Set(ids)] } };
  };
  const select = { id: true, title: true } as const;
  const titled = [
    ...(await db().roundtable.findMany({ where: of("roundtable"), select })),
    ...(await db().report.findMany({ where: of("report"), select })),
    ...(await db().theme.findMany({ where: of("theme"), select })),
  ];
  const releases = await db().release.findMany({ where: of("release"), select: { id: true, number: true } });
  return new Map([
    ...titled.map(({ id, title }) => [id, title] as const),
    ...releases.map(({ id, number }) => [id, `Release ${number}`] as const),
  ]);
}

/** The members of the review and everybody whose name is in its log, by name. */
export async function listAuditPeople(
  viewer: Viewer,
  reviewId: string,
): Promise<{ id: string; name: string }[]> {
  requireCan(viewer, "audit.read", { reviewId });
  // From one person of the index to the next, instead of over all entries.
  return db().$queryRaw<{ id: string; name: string }[]>`
    WITH RECURSIVE actor(id) AS (
      (SELECT actor_id FROM audit_entry WHERE review_id = ${reviewId}::uuid AND actor_id IS NOT NULL
        ORDER BY actor_id LIMIT 1)
      UNION ALL
      SELECT (SELECT e.actor_id FROM audit_entry e
        WHERE e.review_id = ${reviewId}::uuid AND e.actor_id > actor.id ORDER BY e.actor_id LIMIT 1)
      FROM actor WHERE actor.id IS NOT NULL)
    SELECT u.id, coalesce(u.name, u.email) AS name FROM "user" u
    WHERE u.id IN (SELECT id FROM actor) OR u.id IN (SELECT user_id FROM membership WHERE review_id = ${reviewId}::uuid)
    ORDER BY name, id`;
}
