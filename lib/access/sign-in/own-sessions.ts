import { audit } from "@/lib/platform/audit/audit";
import { db, transaction, type Tx } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import type { Viewer } from "../policy";
import { openSession } from "./session-times";
import { hashOf } from "./sessions";

/** Where somebody is signed in. */
export type OwnSession = {
  id: string;
  /** "Firefox on Windows"; empty where the browser did not say. */
  browser: string;
  beganAt: Date;
  usedAt: Date;
  /** The one that asks. */
  here: boolean;
};

/** The viewer's sessions that go on: this one first, then the one used last. */
export async function listOwnSessions({ userId }: Viewer, token: string | null): Promise<OwnSession[]> {
  const sessions = await db().session.findMany({
    where: { userId, ...openSession() },
    orderBy: [{ usedAt: "desc" }, { beganAt: "desc" }],
    select: { id: true, browser: true, beganAt: true, usedAt: true, sessionToken: true },
  });
  const own = sessions.map(({ sessionToken, ...session }) => ({
    ...session,
    here: token !== null && sessionToken === hashOf(token),
  }));
  return [...own.filter(({ here }) => here), ...own.filter(({ here }) => !here)];
}

/** Ends one of the viewer's own sessions; somebody else's is not found. */
export function endOwnSession({ userId }: Viewer, { id }: { id: string }): Promise<void> {
  return transaction(async (tx) => {
    const { count } = await tx.session.deleteMany({ where: { id, userId } });
    if (count === 0) throw notFound("session");
    await tellReviews(tx, { userId, actorId: userId }, "elsewhere", count);
  });
}

/** Ends the viewer's sessions but the one that asks. */
export function endOtherSessions({ userId }: Viewer, token: string | null): Promise<void> {
  return transaction(async (tx) => {
    const here = token === null ? {} : { sessionToken: { not: hashOf(token) } };
    const { count } = await tx.session.deleteMany({ where: { userId, ...here } });
    if (count > 0) await tellReviews(tx, { userId, actorId: userId }, "elsewhere", count);
  });
}

/** Signs out. */
export function signOut(token: string): Promise<void> {
  return transaction(async (tx) => {
    const sessionToken = hashOf(token);
    const found = await tx.session.findUnique({ where: { sessionToken }, select: { userId: true } });
    if (!found) return;
    await tx.session.delete({ where: { sessionToken }, select: { id: true } });
    await tellReviews(tx, { userId: found.userId, actorId: found.userId }, "sign-out", 1);
  });
}

/** Ends every session of somebody who is a member of no review any more, and the links that would begin one. */
export async function endSessionsWithoutReview(tx: Tx, userId: string): Promise<void> {
  if ((await tx.membership.count({ where: { userId } })) > 0) return;
  await tx.session.deleteMany({ where: { userId } });
  const user = await tx.user.findUnique({ where: { id: userId }, select: { email: true } });
  if (user) await tx.verificationToken.deleteMany({ where: { identifier: user.email } });
}

type Whose = { userId: string; actorId: string };

/** An entry in the audit log of each review that the person is in. */
async function tellReviews(tx: Tx, { userId, actorId }: Whose, how: string, sessions: number): Promise<void> {
  const memberships = await tx.membership.findMany({ where: { userId }, select: { reviewId: true } });
  for (const { reviewId } of memberships)
    await audit(tx, {
      reviewId,
      actorId,
      action: "session.end",
      subjectType: "user",
      subjectId: userId,
      detail: { how, sessions },
    });
}
