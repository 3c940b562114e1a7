"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { sessionCookie } from "@/lib/access/sign-in/auth-options";
import { signOut } from "@/lib/access/sign-in/own-sessions";

export async function leave(): Promise<void> {
  const { name, options } = sessionCookie();
  const jar = await cookies();
  const token = jar.get(name)?.value;
  if (token) await signOut(token);
  // A browser removes a cookie with the prefix only at the same attributes.
  jar.set(name, "", { ...options, maxAge: 0 });
  redirect("/sign-in");
}
