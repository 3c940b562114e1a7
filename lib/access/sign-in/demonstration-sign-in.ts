import { db, transaction } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { invalid } from "@/lib/platform/errors";
import { browserOf } from "./browser";
import { createSession } from "./sessions";

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
  return transaction((tx) => createSession(tx, user.id, browserOf(request.get("user-agent"))));
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
