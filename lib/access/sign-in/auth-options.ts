import type { NextAuthOptions } from "next-auth";
import { env } from "@/lib/platform/env";
import { hostCookie } from "./host-cookie";
import { sessionTimes } from "./session-times";
import { adapter } from "./sessions";

export function sessionCookie() {
  return hostCookie("npq.session");
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
