import { cache } from "react";
import { cookies } from "next/headers";
import { db } from "@/lib/platform/db";
import { Refusal } from "@/lib/platform/errors";
import { livePosition } from "@/lib/platform/events";
import { Prisma } from "@/lib/platform/generated/client";
import { PREPARED } from "@/lib/platform/database/prepared";
import { together } from "@/lib/platform/together";
import { sessionCookie } from "./sign-in/auth-options";
import type { Role, Viewer } from "./policy";
import { openSessionSql } from "./sign-in/session-times";
import { noteUse } from "./sign-in/session-use";
import { hashOf } from "./sign-in/sessions";

/** Requests that arrive while another's session is being read share the next statement. */
const MAX_TOGETHER = 100;

type Row = {
  asked: string;
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
export async function viewerOf(userId: string): Promise<Viewer | null> {
  const [viewer = null] = await readViewers(
    [userId],
    Prisma.sql`SELECT id, id::text AS asked FROM "user" WHERE id = ${userId}::uuid`,
  );
  return viewer;
}

/**
 * Whose session it is, while it lasts; null when it has ended or was signed out. It does not count as using it: a
 * forgotten page that waits for live notices keeps nobody signed in.
 */
export const viewerOfSession = together(MAX_TOGETHER, (tokens: readonly string[]) => {
  const hashes = tokens.map(hashOf);
  return readViewers(
    hashes,
    Prisma.sql`SELECT user_id AS id, session_token AS asked FROM session
      WHERE session_token = ANY (${[...new Set(hashes)]}) AND ${openSessionSql()}`,
  );
});

/** One statement, because every request and every live event runs it. `who` gives users by what was `asked` for. */
async function readViewers(asked: readonly string[], who: Prisma.Sql): Promise<(Viewer | null)[]> {
  const rows = await db().$queryRaw<Row[]>`${PREPARED}
    SELECT w.asked, u.id AS "userId", coalesce(u.name, u.email) AS name, m.review_id AS "reviewId", r.slug AS "reviewSlug",
      m.role
    FROM (${who}) w JOIN "user" u ON u.id = w.id
    LEFT JOIN membership m ON m.user_id = u.id LEFT JOIN review r ON r.id = m.review_id`;
  return asked.map((one) => viewerFrom(rows.filter((row) => row.asked === one)));
}

function viewerFrom(rows: readonly Row[]): Viewer | null {
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
