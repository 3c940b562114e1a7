import type { NextAuthOptions } from "next-auth";
import { appUrl, env } from "@/lib/platform/env";
import { adapter, SESSION_SECONDS } from "./sessions";

function isSecure(): boolean {
  return appUrl().startsWith("https://");
}

/** A __Host- cookie is sent to this host alone, over TLS alone. */
export function sessionCookie() {
  const secure = isSecure();
  return {
    name: secure ? "__Host-npq.session" : "npq.session",
    options: { httpOnly: true, sameSite: "lax" as const, path: "/", secure },
  };
}

/**
 * next-auth keeps the sessions; who sent a request is read alongside it, in one statement (viewer.ts). Its own mail provider is not used: it spends a link when the link
 * is opened, which mail scanners do. The link is ours (sign-in.ts) and is spent by a button.
 */
export function authOptions(): NextAuthOptions {
  return {
    adapter,
    providers: [],
    session: { strategy: "database", maxAge: SESSION_SECONDS },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    cookies: { sessionToken: sessionCookie() },
    secret: env().NEXTAUTH_SECRET ?? "demonstration: no provider signs anything with this",
    callbacks: {
      session: ({ session, user }) => ({ expires: session.expires, user: { id: user.id, name: user.name } }),
    },
  };
}
