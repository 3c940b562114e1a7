import { cookies } from "next/headers";
import { hostCookie } from "@/lib/access/sign-in/host-cookie";

/**
 * Which steps were opened in this browser: `<review's id>.<role>.<step's key>`, separated by spaces. It
 * identifies no person.
 */
const cookie = () => hostCookie("npq.first-steps");
const A_YEAR_S = 365 * 24 * 60 * 60;

async function read(): Promise<string[]> {
  return (await cookies()).get(cookie().name)?.value.split(" ") ?? [];
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
  const { name, options } = cookie();
  (await cookies()).set(name, value, { ...options, maxAge: A_YEAR_S });
}
