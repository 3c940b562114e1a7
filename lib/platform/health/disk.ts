import { statfs } from "node:fs/promises";
import { z } from "zod";
import { databaseFault } from "../db";
import { env } from "../env";

/** The log of the embedded database grows by files of 16 MB; with less than this the next one may not fit. */
const ENOUGH_BYTES = 32 * 1024 * 1024;

export const DISK_FULL =
  "The disk of the server is full, so this was not saved. What was saved before is safe, and what you typed is still here. Tell the person who runs this application, and try again later.";

const Caused = z.object({
  code: z.unknown(),
  cause: z.unknown(),
  originalCode: z.unknown(),
  meta: z.object({ driverAdapterError: z.unknown() }).partial().catch({}),
});

/**
 * Whether a write was refused because the disk of the database is full (SQLSTATE 53100). After such a refusal the embedded
 * database may have ended, and then whatever is asked of it fails for that reason.
 */
export function isDiskFull(error: unknown): boolean {
  return saysDiskFull(error) || saysDiskFull(databaseFault());
}

/** As `pg` or Prisma reports it. */
function saysDiskFull(error: unknown, depth = 0): boolean {
  const { success, data } = Caused.partial().safeParse(error);
  if (!success || depth > 4) return false;
  if (data.code === "53100" || data.originalCode === "53100") return true;
  return saysDiskFull(data.cause, depth + 1) || saysDiskFull(data.meta?.driverAdapterError, depth + 1);
}

/** What is free for the embedded database, in bytes; null where the database is a server, whose disk is its own. */
export async function freeDiskBytes(): Promise<number | null> {
  const { DATABASE_URL, DATA_DIR } = env();
  if (DATABASE_URL !== undefined) return null;
  const { bavail, bsize } = await statfs(DATA_DIR);
  return bavail * bsize;
}

export function isAlmostFull(free: number | null): boolean {
  return free !== null && free < ENOUGH_BYTES;
}
