import { cookies } from "next/headers";
import { isForHttps } from "@/lib/access/sign-in/transport";

const NAME = "hide-suggestions";

/** Whether this browser shows suggestions. A cookie that was just deleted still has a name, and no value. */
export async function suggestionsShown(): Promise<boolean> {
  return (await cookies()).get(NAME)?.value !== "yes";
}

/** Remembers it in this browser until it is changed again. */
export async function rememberShown(shown: boolean): Promise<void> {
  const jar = await cookies();
  if (shown) jar.delete(NAME);
  else
    jar.set(NAME, "yes", {
      httpOnly: true,
      sameSite: "lax",
      secure: isForHttps(),
      path: "/",
      maxAge: 31_536_000,
    });
}
