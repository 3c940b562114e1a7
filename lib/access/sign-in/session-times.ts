import { env } from "@/lib/platform/env";
import { Prisma } from "@/lib/platform/generated/client";

const HOUR_MS = 3_600_000;

/** How long a session lasts at most, and how long it lasts without being used, in milliseconds. */
export function sessionTimes(): { longest: number; unused: number } {
  const { SESSION_HOURS, SESSION_IDLE_HOURS } = env();
  return { longest: SESSION_HOURS * HOUR_MS, unused: SESSION_IDLE_HOURS * HOUR_MS };
}

/** Sessions that go on, for a query. */
export function openSession(now = new Date()) {
  return {
    expires: { gt: now },
    usedAt: { gt: new Date(now.getTime() - sessionTimes().unused) },
  } satisfies Prisma.SessionWhereInput;
}

/** The same for SQL, where the table is called `session`. */
export function openSessionSql(now = new Date()): Prisma.Sql {
  const { expires, usedAt } = openSession(now);
  return Prisma.sql`session.expires > ${expires.gt} AND session.used_at > ${usedAt.gt}`;
}
