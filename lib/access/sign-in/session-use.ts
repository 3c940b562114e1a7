import { db } from "@/lib/platform/db";
import { logFault } from "@/lib/platform/log/log";
import { oncePerProcess } from "@/lib/platform/once";
import { makeSittings } from "../sitting";
import { hashOf } from "./sessions";

/** A use is written down when the one before is this old, so that most requests write nothing. */
export const USE_MS = 5 * 60_000;

/** As many sessions as a process remembers. */
const MAX_REMEMBERED = 10_000;

const noted = () => oncePerProcess("access.uses", () => makeSittings(MAX_REMEMBERED, USE_MS));

/**
 * Notes that a person uses the session with that token. Where it cannot be written (a full disk), the fault is logged
 * and the person reads on: at worst the session ends earlier.
 */
export async function noteUse(token: string): Promise<void> {
  const sessionToken = hashOf(token);
  const now = Date.now();
  if (noted().has(sessionToken, now)) return;
  noted().add(sessionToken, now);
  const usedAt = new Date(now);
  await db()
    .session.updateMany({ where: { sessionToken, usedAt: { lt: usedAt } }, data: { usedAt } })
    .catch((error: unknown) => logFault("session.use-not-noted", error));
}
