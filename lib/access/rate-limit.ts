import { db } from "@/lib/platform/db";
import { sha256 } from "@/lib/platform/digest";
import { Refusal } from "@/lib/platform/errors";

/**
 * Counts one more attempt at `what` by `whom` in the current window, and refuses it beyond `most`. The count
 * is in the database, so that it holds across processes; the key is a hash, so that it identifies nobody.
 */
export async function limitRate(what: string, whom: string, most: number, windowMs: number): Promise<void> {
  const key = Buffer.from(sha256(what, "\0", whom.toLowerCase())).toString("hex");
  const startsAt = new Date(Math.floor(Date.now() / windowMs) * windowMs);
  const rows = await db().$queryRaw<{ count: number }[]>`
    INSERT INTO rate_window (key, starts_at, count) VALUES (${key}, ${startsAt}, 1)
    ON CONFLICT (key, starts_at) DO UPDATE SET count = rate_window.count + 1 RETURNING count`;
  if ((rows[0]?.count ?? 0) > most) {
    const minutes = Math.ceil((startsAt.getTime() + windowMs - Date.now()) / 60_000);
    throw new Refusal(
      "limited",
      `There have been too many attempts. Wait ${minutes} ${minutes === 1 ? "minute" : "minutes"} and try again.`,
    );
  }
}

/** Windows that have ended are no longer counted. */
export async function forgetOldWindows(): Promise<void> {
  await db().rateWindow.deleteMany({ where: { startsAt: { lt: new Date(Date.now() - 24 * 3_600_000) } } });
}
