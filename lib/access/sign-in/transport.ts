import { appUrl } from "@/lib/platform/env";
import { Refusal } from "@/lib/platform/errors";

/**
 * The network address that a request came from: the last in the list, which our own proxy added. Those before it are
 * what the sender said, and could be anything. Next.js fills the list in where there is no proxy.
 */
export function clientAddress(headers: Headers): string {
  return lastOf(headers.get("x-forwarded-for"));
}

/** Refuses to sign anybody in over plain HTTP, unless the application is for this computer alone. */
export function requireEncrypted(headers: Headers, address = appUrl()): void {
  if (!isForHttps(address) || lastOf(headers.get("x-forwarded-proto")) === "https") return;
  throw new Refusal(
    "forbidden",
    `This page was not opened over an encrypted connection, so nobody can sign in on it. Open ${address} and sign in there.`,
  );
}

/** Whether people reach the application over TLS, which a proxy ends. */
export function isForHttps(address = appUrl()): boolean {
  return address.startsWith("https://");
}

function lastOf(list: string | null): string {
  return list?.split(",").at(-1)?.trim() ?? "";
}
