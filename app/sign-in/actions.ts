"use server";

import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { sessionCookie } from "@/lib/access/auth-options";
import { publicAction } from "@/lib/access/form-action";
import { requestSignInLink, signInAsDemonstration, spendSignInLink } from "@/lib/access/sign-in";

const Email = z.object({ email: z.email("Enter an email address, such as name@school.example") });

export const askForLink = publicAction(
  Email,
  ({ email }) => requestSignInLink(email),
  () => redirect("/sign-in/sent"),
);

const Link = Email.extend({
  token: z.string().min(1, "The link is incomplete. Copy all of it from the email."),
});

export const confirmLink = publicAction(
  Link,
  async ({ email, token }) => keepSession(await spendSignInLink(email, token)),
  () => redirect("/reviews"),
);

export async function enterDemonstration(data: FormData): Promise<void> {
  const user = z.uuid().parse(data.get("user"));
  await keepSession(await signInAsDemonstration(await headers(), user));
  redirect(pathWithin(data.get("from")));
}

async function keepSession({ token, expires }: { token: string; expires: Date }) {
  const { name, options } = sessionCookie();
  (await cookies()).set(name, token, { ...options, expires });
}

/** A path of this application; anything that could lead elsewhere becomes the start page. */
function pathWithin(from: FormDataEntryValue | null): string {
  return typeof from === "string" && /^\/(?![/\\])[^\s\\]*$/.test(from) ? from : "/reviews";
}
