import { randomBytes } from "node:crypto";
import type { Adapter, AdapterUser } from "next-auth/adapters";
import { db } from "@/lib/platform/db";
import { sha256 } from "@/lib/platform/digest";

/** Half a working day after the last page was opened. */
export const SESSION_SECONDS = 12 * 60 * 60;

/** The database keeps a token's hash alone, so that a copy of the database signs nobody in. */
function hashOf(token: string): string {
  return Buffer.from(sha256(token)).toString("hex");
}

/** Begins a session and gives the token for its cookie. */
export async function createSession(userId: string): Promise<{ token: string; expires: Date }> {
  const token = randomBytes(32).toString("base64url");
  const expires = new Date(Date.now() + SESSION_SECONDS * 1000);
  await db().session.create({ data: { sessionToken: hashOf(token), userId, expires } });
  return { token, expires };
}

export async function endSession(token: string): Promise<void> {
  await db().session.deleteMany({ where: { sessionToken: hashOf(token) } });
}

function asAdapterUser(user: {
  id: string;
  name: string | null;
  email: string;
  emailVerified: Date | null;
}): AdapterUser {
  return { id: user.id, name: user.name, email: user.email, emailVerified: user.emailVerified };
}

/** next-auth's view of the sessions in the database. Nobody is created by signing in: a lead adds members. */
export const adapter: Adapter = {
  async getSessionAndUser(token) {
    const found = await db().session.findUnique({
      where: { sessionToken: hashOf(token) },
      include: { user: true },
    });
    if (!found) return null;
    const session = { sessionToken: token, userId: found.userId, expires: found.expires };
    return { session, user: asAdapterUser(found.user) };
  },
  async updateSession({ sessionToken, expires }) {
    if (expires)
      await db().session.updateMany({ where: { sessionToken: hashOf(sessionToken) }, data: { expires } });
    return null;
  },
  async deleteSession(token) {
    await endSession(token);
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
