import { randomBytes } from "node:crypto";
import type { Adapter, AdapterUser } from "next-auth/adapters";
import { audit } from "@/lib/platform/audit/audit";
import { db, type Tx } from "@/lib/platform/db";
import { sha256 } from "@/lib/platform/digest";
import { openSession, openSessionSql, sessionTimes } from "./session-times";

/** The database keeps only a token's hash, so that nobody can sign in with a copy of the database. */
export function hashOf(token: string): string {
  return Buffer.from(sha256(token)).toString("hex");
}

/** Begins a session, which the audit log of each of the person's reviews names, and returns the token for its cookie. */
export async function createSession(
  tx: Tx,
  userId: string,
  browser = "",
): Promise<{ token: string; expires: Date }> {
  const token = randomBytes(32).toString("base64url");
  const expires = new Date(Date.now() + sessionTimes().longest);
  await tx.session.create({ data: { sessionToken: hashOf(token), userId, expires, browser } });
  const memberships = await tx.membership.findMany({ where: { userId }, select: { reviewId: true } });
  for (const { reviewId } of memberships) {
    const subject = { subjectType: "user", subjectId: userId };
    await audit(tx, { reviewId, actorId: userId, action: "session.begin", ...subject });
  }
  return { token, expires };
}

/** Sessions that have ended, and that nothing needs any more. */
export async function forgetEndedSessions(): Promise<void> {
  await db().session.deleteMany({ where: { NOT: openSession() } });
}

function asAdapterUser(user: {
  id: string;
  name: string | null;
  email: string;
  emailVerified: Date | null;
}): AdapterUser {
  return { id: user.id, name: user.name, email: user.email, emailVerified: user.emailVerified };
}

type SessionRow = Pick<AdapterUser, "id" | "name" | "email" | "emailVerified"> & { expires: Date };

/**
 * next-auth's adapter for the sessions in the database. Signing in creates no account: a lead adds members.
 */
export const adapter: Adapter = {
  async getSessionAndUser(token) {
    // One statement for both, because every request runs it.
    const [found] = await db().$queryRaw<SessionRow[]>`
      SELECT u.id, u.name, u.email, u.email_verified AS "emailVerified", session.expires
      FROM session JOIN "user" u ON u.id = session.user_id
      WHERE session.session_token = ${hashOf(token)} AND ${openSessionSql()}`;
    if (!found) return null;
    const { expires, ...user } = found;
    return { session: { sessionToken: token, userId: user.id, expires }, user };
  },
  // A session never lasts longer than it did when it began.
  updateSession: () => Promise.resolve(null),
  async deleteSession(token) {
    await db().session.deleteMany({ where: { sessionToken: hashOf(token) } });
  },
  async createSession(session) {
    await db().session.create({ data: { ...session, sessionToken: hashOf(session.sessionToken) } });
    return session;
  },
  async getUser(id) {
    const user = await db().user.findUnique({ where: { id } });
    return user && asAdapterUser(user);
  },
  async getUserByEmail(email) {
    const user = await db().user.findUnique({ where: { email: email.toLowerCase() } });
    return user && asAdapterUser(user);
  },
};

const KEY_BYTES = 32;

/**
 * The account's own 32-byte key, which encrypts what waits to be sent on a shared computer. It is made once
 * and never changes.
 */
export async function outboxKey(userId: string): Promise<Uint8Array> {
  const made = new Uint8Array(randomBytes(KEY_BYTES));
  // Two tabs that ask at the same time get the same key.
  await db().user.updateMany({ where: { id: userId, outboxKey: null }, data: { outboxKey: made } });
  const { outboxKey: key } = await db().user.findUniqueOrThrow({
    where: { id: userId },
    select: { outboxKey: true },
  });
  return key ?? made;
}
