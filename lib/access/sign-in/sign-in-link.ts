import { randomBytes, randomInt } from "node:crypto";
import { z } from "zod";
import { db, transaction, type Tx } from "@/lib/platform/db";
import { sha256 } from "@/lib/platform/digest";
import { appUrl } from "@/lib/platform/env";
import { invalid } from "@/lib/platform/errors";
import { enqueue } from "@/lib/platform/jobs";
import { queueMail } from "@/lib/platform/mail/mail";
import { FALSE_LINKS_FROM_NETWORK, LINKS_FROM_NETWORK, LINKS_TO_ADDRESS } from "./limits";
import { networkOf } from "./network";
import { logAttempt } from "./refused-attempt";
import { limitRate, takeToken } from "./rate-limit";
import { createSession } from "./sessions";

export const LINK_MINUTES = 10;
/** The job waits up to this long, so that what it does shows in no other request's time. */
const LINK_DELAY_MS = 1000;

export const SIGN_IN_LINK = "sign-in-link";
export const SignInLinkPayload = z.object({ address: z.string() });

function hashOf(token: string): string {
  return Buffer.from(sha256(token)).toString("hex");
}

/**
 * Has a sign-in link mailed to a member. Known and unknown addresses, and those that asked too often, cause the same
 * statements here, so that neither the answer nor its time tells which it was. `origin` is where the request came from.
 */
export async function requestSignInLink(origin: string, email: string): Promise<void> {
  const address = email.trim().toLowerCase();
  const network = networkOf(origin);
  await orLog(limitRate(LINKS_FROM_NETWORK, network), { why: "limit-of-links", network, address });
  const waitMs = await takeToken(LINKS_TO_ADDRESS, address);
  if (waitMs > 0) return logAttempt({ why: "limit-of-address", network, address });
  const runAt = new Date(Date.now() + randomInt(LINK_DELAY_MS));
  await enqueue(db(), { kind: SIGN_IN_LINK, payload: { address }, runAt });
}

/** Mails the link, if the address is a member's. */
export async function sendSignInLink({ address }: z.infer<typeof SignInLinkPayload>): Promise<void> {
  const token = randomBytes(32).toString("base64url");
  const known = await transaction(async (tx) => {
    const user = await tx.user.findFirst({
      where: { email: address, demonstration: false, memberships: { some: {} } },
      select: { id: true },
    });
    if (!user) return false;
    const expires = new Date(Date.now() + LINK_MINUTES * 60_000);
    await tx.verificationToken.create({ data: { identifier: address, token: hashOf(token), expires } });
    await queueMail(tx, {
      to: address,
      subject: "Your link to sign in to the NPQ review",
      text: [
        "Open this link and select the button on the page to sign in:",
        `${appUrl()}/sign-in/confirm?${new URLSearchParams({ email: address, token }).toString()}`,
        `You can use the link once, within ${LINK_MINUTES} minutes. If you did not ask for it, you can ignore this email.`,
      ].join("\n\n"),
    });
    return true;
  });
  if (!known) logAttempt({ why: "unknown-address", network: null, address });
}

/**
 * Uses the link: returns the session's token, or refuses in words that say what to do. A true link is looked up before
 * anything is counted, so that false ones cannot shut it out.
 */
export async function spendSignInLink(
  origin: string,
  email: string,
  token: string,
  browser = "",
): Promise<{ token: string; expires: Date }> {
  const address = email.trim().toLowerCase();
  const session = await transaction((tx) => sessionForLink(tx, address, hashOf(token), browser));
  if (session) return session;
  const network = networkOf(origin);
  await orLog(limitRate(FALSE_LINKS_FROM_NETWORK, network), {
    why: "limit-of-false-links",
    network,
    address,
  });
  logAttempt({ why: "false-link", network, address });
  throw invalid("This link has been used or has expired. Ask for a new one.");
}

/** Logs the attempt where the limit refuses it. */
async function orLog(limit: Promise<void>, attempt: Parameters<typeof logAttempt>[0]): Promise<void> {
  await limit.catch((error: unknown) => {
    logAttempt(attempt);
    throw error;
  });
}

async function sessionForLink(tx: Tx, identifier: string, token: string, browser: string) {
  const link = { identifier, token, expires: { gt: new Date() } };
  const { count } = await tx.verificationToken.deleteMany({ where: link });
  if (count === 0) return null;
  await tx.verificationToken.deleteMany({ where: { identifier } });
  const user = await tx.user.findUnique({ where: { email: identifier }, select: { id: true } });
  if (!user) return null;
  await tx.user.update({ where: { id: user.id }, data: { emailVerified: new Date() } });
  return createSession(tx, user.id, browser);
}

/** Links that nobody used in time. */
export async function forgetExpiredLinks(): Promise<void> {
  await db().verificationToken.deleteMany({ where: { expires: { lt: new Date() } } });
}
