import { createHmac, randomBytes } from "node:crypto";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log/log";
import { oncePerProcess } from "@/lib/platform/once";

/** In hexadecimal: 48 bits tell a few million apart. */
const TRACE_LENGTH = 12;

const ownKey = () => oncePerProcess("access.trace-key", () => randomBytes(32));

/**
 * Stands for an address in the log: the same address has the same trace, in every process with the same
 * NEXTAUTH_SECRET, and nobody without it can work out whose it is. Without a secret the traces of a process are its own.
 */
function traceOf(what: "address" | "network", value: string): string {
  const key = env().NEXTAUTH_SECRET ?? ownKey();
  return createHmac("sha256", key)
    .update(`sign-in trace of ${what}\0${value}`)
    .digest("hex")
    .slice(0, TRACE_LENGTH);
}

type Attempt = {
  why: "false-link" | "limit-of-links" | "limit-of-false-links" | "limit-of-address" | "unknown-address";
  /** What attempts are counted for (network.ts); null in a job, which does not know it. */
  network: string | null;
  /** The email address that was typed. */
  address: string;
};

/** Logs that a sign-in failed, for whoever runs the application. Neither address nor network is in the clear. */
export function logAttempt({ why, network, address }: Attempt): void {
  log("warn", "sign-in.refused", {
    why,
    network: network === null ? null : traceOf("network", network),
    address: traceOf("address", address),
  });
}
