import { cache } from "react";
import { cookies } from "next/headers";
import { db } from "@/lib/platform/db";
import { Refusal } from "@/lib/platform/errors";
import { livePosition } from "@/lib/platform/events";
import { Prisma } from "@/lib/platform/generated/client";
import { sessionCookie } from "./sign-in/auth-options";
import type { Role, Viewer } from "./policy";
import { openSessionSql } from "./sign-in/session-times";
import { noteUse } from "./sign-in/session-use";
import { hashOf } from "./sign-in/sessions";

type Row = {
  userId: string;
  name: string;
  reviewId: string | null;
  reviewSlug: string | null;
  role: Role | null;
};

/** The session token in this request's cookie. */
export async function sessionToken(): Promise<string | null> {
  return (await cookies()).get(sessionCookie().name)?.value ?? null;
}

/**
 * The person with that account as a viewer, with their role in each review; null when there is no such
 * account.
 */
export function viewerOf(userId: string): Promise<Viewer | null> {
  return readViewer(Prisma.sql`SELECT id FROM "user" WHERE id = ${userId}::uuid`);
}

/**
 * Whose session it is, while it lasts; null when it has ended or was signed out. It does not count as using it: a
 * forgotten page that waits for live notices keeps nobody signed in.
 */
export function viewerOfSession(token: string): Promise<Viewer | null> {
  return readViewer(
    Prisma.sql`SELECT user_id FROM session WHERE session_token = ${hashOf(token)} AND ${openSessionSql()}`,
  );
}

/** One statement, because every request and every live event runs it. */
async function readViewer(who: Prisma.Sql): Promise<Viewer | null> {
  const rows = await db().$queryRaw<Row[]>`
    SELECT u.id AS "userId", coalesce(u.name, u.email) AS name, m.review_id AS "reviewId", r.slug AS "reviewSlug", m.role
    FROM "user" u LEFT JOIN membership m ON m.user_id = u.id LEFT JOIN review r ON r.id = m.review_id
    WHERE u.id = (${who})`;
  const [user] = rows;
  if (!user) return null;
  const memberships = rows.flatMap(({ reviewId, reviewSlug, role }) =>
    reviewId !== null && reviewSlug !== null && role !== null ? [{ reviewId, reviewSlug, role }] : [],
  );
  return { userId: user.userId, name: user.name, memberships };
}

/** The position before this request read anything, since every read asks for the viewer first. */
export const positionOfRequest = cache(livePosition);

/** The sender of this request, read once per request; null when nobody is signed in. */
export const findViewer = cache(async (): Promise<Viewer | null> => {
  positionOfRequest();
  const token = await sessionToken();
  const viewer = token === null ? null : await viewerOfSession(token);
  if (token !== null && viewer) await noteUse(token);
  return viewer;
});

export async function requireViewer(): Promise<Viewer> {
  const viewer = await findViewer();
  if (!viewer)
    throw new Refusal("sign-in", "You have been signed out. Sign in again. What you typed is still here.");
  return viewer;
}
