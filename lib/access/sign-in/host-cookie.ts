import { isForHttps } from "./transport";

/**
 * A cookie that no script reads and that goes to this application alone. Over TLS its name has the prefix `__Host-`, with
 * which browsers take it from this host only.
 */
export function hostCookie(name: string, address?: string) {
  const secure = isForHttps(address);
  return {
    name: secure ? `__Host-${name}` : name,
    options: { httpOnly: true, sameSite: "lax" as const, path: "/", secure },
  };
}
