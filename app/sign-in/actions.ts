"use server";

import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { sessionCookie } from "@/lib/access/sign-in/auth-options";
import { publicAction } from "@/lib/access/form-action";
import { browserOf } from "@/lib/access/sign-in/browser";
import { signInAsDemonstration } from "@/lib/access/sign-in/demonstration-sign-in";
import { signOut } from "@/lib/access/sign-in/own-sessions";
import { pathWithin } from "@/lib/access/sign-in/path-within";
import { requestSignInLink, spendSignInLink } from "@/lib/access/sign-in/sign-in-link";
import { clientAddress, requireEncrypted } from "@/lib/access/sign-in/transport";

const Email = z.object({ email: z.email("Enter an email address, such as name@school.example") });

export const askForLink = publicAction(
  Email,
  async ({ email }) => requestSignInLink(await safeOrigin(), email),
  () => redirect("/sign-in/sent"),
);

const Link = Email.extend({
  token: z.string().min(1, "The link is incomplete. Copy all of it from the email."),
});

export const confirmLink = publicAction(
  Link,
  async ({ email, token }) =>
    keepSession(await spendSignInLink(await safeOrigin(), email, token, await browserHere())),
  () => redirect("/reviews"),
);

export async function enterDemonstration(data: FormData): Promise<void> {
  const user = z.uuid().parse(data.get("user"));
  await keepSession(await signInAsDemonstration(await headers(), user));
  redirect(pathWithin(data.get("from")));
}

/** Where the request came from; refused over plain HTTP. */
async function safeOrigin(): Promise<string> {
  const request = await headers();
  requireEncrypted(request);
  return clientAddress(request);
}

async function browserHere(): Promise<string> {
  return browserOf((await headers()).get("user-agent"));
}

/** In place of the session that this browser had before, which ends. */
async function keepSession({ token, expires }: { token: string; expires: Date }) {
  const { name, options } = sessionCookie();
  const jar = await cookies();
  const before = jar.get(name)?.value;
  if (before) await signOut(before);
  jar.set(name, token, { ...options, expires });
}
