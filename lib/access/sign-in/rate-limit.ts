import { countOf } from "@/lib/platform/text/count-words";
import { db } from "@/lib/platform/db";
import { sha256 } from "@/lib/platform/digest";
import { Refusal } from "@/lib/platform/errors";

/**
 * A bucket of tokens: it holds `burst`, each attempt takes one, and one drips back every `everyMs`. Whoever keeps on
 * trying gets one attempt through for each drip, so a bucket that somebody empties is never shut.
 */
export type Limit = { what: string; burst: number; everyMs: number };

/**
 * Takes a token from the bucket of `whom`, and returns 0; or takes none and returns the milliseconds until there is one.
 * A bucket is one instant, the one at which it is full again: the generic cell rate algorithm (ITU-T I.371, Annex A). It
 * is in the database, so that it holds across processes; its key is a hash, so that it identifies nobody.
 */
export async function takeToken({ what, burst, everyMs }: Limit, whom: string): Promise<number> {
  const key = Buffer.from(sha256(what, "\0", whom.toLowerCase())).toString("hex");
  const now = new Date();
  const soonest = new Date(now.getTime() + everyMs);
  const latest = new Date(now.getTime() + burst * everyMs);
  // The bucket as it stood comes back too: where a statement changes a row, FROM still reads the row before.
  const [bucket] = await db().$queryRaw<{ fullAt: Date; taken: boolean }[]>`
    WITH before AS (SELECT full_at FROM rate_bucket WHERE key = ${key}), taken AS (
      INSERT INTO rate_bucket (key, full_at) VALUES (${key}, ${soonest})
      ON CONFLICT (key) DO UPDATE
        SET full_at = greatest(rate_bucket.full_at, ${now}) + ${everyMs} * interval '1 millisecond'
        WHERE greatest(rate_bucket.full_at, ${now}) + ${everyMs} * interval '1 millisecond' <= ${latest}
      RETURNING 1)
    SELECT coalesce((SELECT full_at FROM before), ${now}) AS "fullAt", EXISTS (SELECT FROM taken) AS taken`;
  if (!bucket || bucket.taken) return 0;
  return Math.max(1, bucket.fullAt.getTime() + everyMs - latest.getTime());
}

/** Takes a token, or refuses and says when to try again. */
export async function limitRate(limit: Limit, whom: string): Promise<void> {
  const waitMs = await takeToken(limit, whom);
  if (waitMs === 0) return;
  const seconds = Math.ceil(waitMs / 1000);
  const wait = seconds < 60 ? countOf(seconds, "second") : countOf(Math.ceil(seconds / 60), "minute");
  throw new Refusal("limited", `There have been too many attempts. Wait ${wait} and try again.`);
}

/** A bucket that is full again is the same as none. */
export async function forgetFullBuckets(): Promise<void> {
  await db().rateBucket.deleteMany({ where: { fullAt: { lt: new Date() } } });
}
