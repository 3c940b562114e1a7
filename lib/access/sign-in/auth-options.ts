import type { NextAuthOptions } from "next-auth";
import { env } from "@/lib/platform/env";
import { sessionTimes } from "./session-times";
import { adapter } from "./sessions";
import { isForHttps } from "./transport";

/** The __Host- prefix makes browsers send the cookie to this host only, and only over TLS. */
export function sessionCookie() {
  const secure = isForHttps();
  return {
    name: secure ? "__Host-npq.session" : "npq.session",
    options: { httpOnly: true, sameSite: "lax" as const, path: "/", secure },
  };
}

/**
 * next-auth keeps the sessions; viewer.ts reads the sender of a request directly, in one statement. The mail
 * provider of next-auth is not used, because it spends a link when the link is opened, and mail scanners open
 * links. Our own link (sign-in.ts) is spent by a button.
 */
export function authOptions(): NextAuthOptions {
  return {
    adapter,
    providers: [],
    session: { strategy: "database", maxAge: sessionTimes().longest / 1000 },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    cookies: { sessionToken: sessionCookie() },
    secret: env().NEXTAUTH_SECRET ?? "demonstration: no provider signs anything with this",
    callbacks: {
      session: ({ session, user }) => ({ expires: session.expires, user: { id: user.id, name: user.name } }),
    },
  };
}
