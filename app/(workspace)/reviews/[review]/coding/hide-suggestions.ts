import { cookies } from "next/headers";
import { hostCookie } from "@/lib/access/sign-in/host-cookie";

const A_YEAR_S = 365 * 24 * 60 * 60;
const cookie = () => hostCookie("hide-suggestions");

/** Whether this browser shows suggestions. A cookie that was just deleted still has a name, and no value. */
export async function suggestionsShown(): Promise<boolean> {
  return (await cookies()).get(cookie().name)?.value !== "yes";
}

/** Remembers it in this browser until it is changed again. */
export async function rememberShown(shown: boolean): Promise<void> {
  const jar = await cookies();
  const { name, options } = cookie();
  // A browser removes a cookie with the prefix only at the same attributes.
  jar.set(name, shown ? "" : "yes", { ...options, maxAge: shown ? 0 : A_YEAR_S });
}
