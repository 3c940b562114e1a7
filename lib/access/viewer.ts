import { cache } from "react";
import { cookies } from "next/headers";
import { db } from "@/lib/platform/db";
import { Refusal } from "@/lib/platform/errors";
import { livePosition } from "@/lib/platform/events";
import { Prisma } from "@/lib/platform/generated/client";
import { sessionCookie } from "./auth-options";
import type { Role, Viewer } from "./policy";
import { hashOf } from "./sessions";

type Row = {
  userId: string;
  name: string;
  reviewId: string | null;
  reviewSlug: string | null;
  role: Role | null;
};

/** The token of this request's session, as its cookie gives it. */
export async function sessionToken(): Promise<string | null> {
  return (await cookies()).get(sessionCookie().name)?.value ?? null;
}

/** The person with that account as a viewer, with what they are in each review; null when there is none. */
export function viewerOf(userId: string): Promise<Viewer | null> {
  return readViewer(Prisma.sql`SELECT id FROM "user" WHERE id = ${userId}::uuid`);
}

/** Whose session it is, while it lasts; null once it is over or was signed out of. */
export function viewerOfSession(token: string): Promise<Viewer | null> {
  return readViewer(
    Prisma.sql`SELECT user_id FROM session WHERE session_token = ${hashOf(token)} AND expires > now()`,
  );
}

/** One statement, since every request and every live event asks it. */
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

/** The position from before this request read anything: whoever reads asks first who the viewer is. */
export const positionOfRequest = cache(livePosition);

/** Whoever sent this request, read once for it; null when nobody is signed in. */
export const findViewer = cache(async (): Promise<Viewer | null> => {
  positionOfRequest();
  const token = await sessionToken();
  return token === null ? null : viewerOfSession(token);
});

export async function requireViewer(): Promise<Viewer> {
  const viewer = await findViewer();
  if (!viewer)
    throw new Refusal("sign-in", "You have been signed out. Sign in again. What you typed is still here.");
  return viewer;
}
