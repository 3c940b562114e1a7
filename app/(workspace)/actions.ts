"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { sessionCookie } from "@/lib/access/sign-in/auth-options";
import { endSession } from "@/lib/access/sign-in/sessions";

export async function leave(): Promise<void> {
  const { name } = sessionCookie();
  const jar = await cookies();
  const token = jar.get(name)?.value;
  if (token) await endSession(token);
  jar.delete(name);
  redirect("/sign-in");
}
