import { randomBytes } from "node:crypto";
import { db, transaction } from "@/lib/platform/db";
import { sha256 } from "@/lib/platform/digest";
import { appUrl, env } from "@/lib/platform/env";
import { invalid } from "@/lib/platform/errors";
import { queueMail } from "@/lib/platform/mail";
import { limitRate } from "./rate-limit";
import { createSession } from "./sessions";

const LINK_MINUTES = 15;
const WINDOW_MS = 15 * 60_000;
const LINKS_PER_ADDRESS = 5;
const TRIES_PER_ADDRESS = 20;

function hashOf(token: string): string {
  return Buffer.from(sha256(token)).toString("hex");
}

/**
 * Mails a sign-in link to a member. Neither the answer nor its timing tells whether the address is known: the
 * mail is sent by a job.
 */
export async function requestSignInLink(email: string): Promise<void> {
  const address = email.trim().toLowerCase();
  await limitRate("sign-in link", address, LINKS_PER_ADDRESS, WINDOW_MS);
  const token = randomBytes(32).toString("base64url");
  await transaction(async (tx) => {
    const user = await tx.user.findFirst({
      where: { email: address, demonstration: false, memberships: { some: {} } },
      select: { id: true },
    });
    if (!user) return;
    const expires = new Date(Date.now() + LINK_MINUTES * 60_000);
    // Only the newest link works.
    await tx.verificationToken.deleteMany({ where: { identifier: address } });
    await tx.verificationToken.create({ data: { identifier: address, token: hashOf(token), expires } });
    const link = `${appUrl()}/sign-in/confirm?${new URLSearchParams({ email: address, token }).toString()}`;
    await queueMail(tx, {
      to: address,
      subject: "Your link to sign in to the NPQ review",
      text: [
        "Open this link and select the button on the page to sign in:",
        link,
        `You can use the link once, within ${LINK_MINUTES} minutes. If you did not ask for it, you can ignore this email.`,
      ].join("\n\n"),
    });
  });
}

/** Spends the link: returns the session's token, or refuses in words that say what to do. */
export async function spendSignInLink(
  email: string,
  token: string,
): Promise<{ token: string; expires: Date }> {
  const identifier = email.trim().toLowerCase();
  await limitRate("sign-in try", identifier, TRIES_PER_ADDRESS, WINDOW_MS);
  const spent = await db().verificationToken.deleteMany({
    where: { identifier, token: hashOf(token), expires: { gt: new Date() } },
  });
  const user =
    spent.count === 1
      ? await db().user.findUnique({ where: { email: identifier }, select: { id: true } })
      : null;
  if (!user)
    throw invalid("This link has been used or has expired. Ask for a new one. Only the latest link works.");
  await db().user.update({ where: { id: user.id }, data: { emailVerified: new Date() } });
  return createSession(user.id);
}

/** The demonstration people that the sign-in page offers; none where the demonstration is not allowed. */
export async function listDemonstrationPeople(request: Headers) {
  if (!isDemonstrationRequest(request)) return [];
  return db().user.findMany({
    where: { demonstration: true },
    orderBy: { createdAt: "asc" },
    select: {
      id: true,
      name: true,
      memberships: { select: { role: true, review: { select: { title: true } } } },
    },
  });
}

/** Signs in as a demonstration person. Only a request from this computer may do so. */
export async function signInAsDemonstration(
  request: Headers,
  userId: string,
): Promise<{ token: string; expires: Date }> {
  const user = isDemonstrationRequest(request)
    ? await db().user.findFirst({ where: { id: userId, demonstration: true }, select: { id: true } })
    : null;
  if (!user) throw invalid("The demonstration's sign-in is not available here.");
  return createSession(user.id);
}

const FORWARDING = ["forwarded", "via", "x-real-ip", "x-client-ip", "true-client-ip", "cf-connecting-ip"];
const LOOPBACK_HOST = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i;
const LOOPBACK_ADDRESS = /^(127\.0\.0\.1|::1|::ffff:127\.0\.0\.1)$/i;

/**
 * Whether the application is a demonstration and the request names this computer and was not forwarded.
 * Next.js fills in x-forwarded-host and x-forwarded-for when they are absent, so they count as forwarding
 * only when they name anything other than this computer.
 */
export function isDemonstrationRequest(request: Headers): boolean {
  const host = request.get("host") ?? "";
  return (
    env().demonstration &&
    LOOPBACK_HOST.test(host) &&
    (request.get("x-forwarded-host") ?? host) === host &&
    LOOPBACK_ADDRESS.test(request.get("x-forwarded-for") ?? "127.0.0.1") &&
    !FORWARDING.some((name) => request.has(name))
  );
}
