import { unstable_rethrow } from "next/navigation";
import { DISK_FULL, isDiskFull } from "@/lib/platform/health/disk";
import { Refusal } from "@/lib/platform/errors";
import { logFault } from "@/lib/platform/log/log";
import { noteRefusal } from "./reading";

const FAILED =
  "Something went wrong on our side. Nothing was saved, and what you typed is still here. Try again. If it happens again, tell the person who runs this application.";

/**
 * The refusal that somebody is shown for whatever a command threw. A fault is logged once, under this event, and becomes a
 * refusal without details, so that a form keeps what was typed where an error page would lose it.
 */
export async function asRefusal(
  event: string,
  error: unknown,
  facts: Record<string, string> = {},
): Promise<Refusal> {
  // Next.js redirects and interrupts by throwing.
  unstable_rethrow(error);
  if (error instanceof Refusal) {
    await noteRefusal(error);
    return error;
  }
  logFault(event, error, facts);
  return new Refusal("unavailable", isDiskFull(error) ? DISK_FULL : FAILED);
}
