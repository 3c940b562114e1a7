import { cookies } from "next/headers";
import { isForHttps } from "@/lib/access/sign-in/transport";

/**
 * Which steps were opened in this browser: `<review's id>.<role>.<step's key>`, separated by spaces. It
 * identifies no person.
 */
const COOKIE = "npq.first-steps";
const A_YEAR_S = 365 * 24 * 60 * 60;

async function read(): Promise<string[]> {
  return (await cookies()).get(COOKIE)?.value.split(" ") ?? [];
}

/** The keys of the steps that were opened in that role. */
export async function openedSteps(reviewId: string, role: string): Promise<ReadonlySet<string>> {
  const prefix = `${reviewId}.${role}.`;
  const here = (await read()).filter((entry) => entry.startsWith(prefix));
  return new Set(here.map((entry) => entry.slice(prefix.length)));
}

/** Only within a server action, because it sets a cookie. */
export async function keepOpened(reviewId: string, role: string, key: string): Promise<void> {
  // When the demonstration was made again, the earlier one's steps are forgotten.
  const kept = (await read()).filter((entry) => entry.startsWith(`${reviewId}.`));
  const value = [...new Set([...kept, `${reviewId}.${role}.${key}`])].join(" ");
  (await cookies()).set(COOKIE, value, {
    httpOnly: true,
    sameSite: "lax",
    secure: isForHttps(),
    path: "/reviews",
    maxAge: A_YEAR_S,
  });
}
