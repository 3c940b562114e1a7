import { audit } from "../audit/audit";
import { ledgerFile, transaction, type Tx } from "../db";
import { log } from "../log/log";
import { byTime } from "./decision";
import { insertEntries, listEntries } from "./ledger";
import { copyLedger } from "./ledger-copy";
import { replay, type ReplayCount } from "./replay";

/** An arbitrary lock number of our own: of several processes that start together, one applies and the others wait. */
const LOCK = 4_801_772_304;
const APPLY_MS = 60 * 60_000;

/**
 * At the start: a database that was put back by other means than a restore of ours (a copy of its folder, a server's
 * own backup) lacks decisions that the ledger's file holds. They are applied again, and what the file lacks is added
 * to it. Throws LedgerUnusable where the file is damaged or its folder cannot be written.
 */
export async function reconcileLedger(): Promise<void> {
  const file = ledgerFile();
  if (!file) return;
  await file.prepare();
  const { entries, cut } = await file.read();
  if (cut) log("warn", "ledger.last-line-cut");
  const counts = await transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK})`;
    const known = new Set((await listEntries(tx)).map(({ id }) => id));
    const lost = entries.filter(({ id }) => !known.has(id)).sort(byTime);
    await insertEntries(tx, lost);
    const replayed = await replay(tx, lost);
    await record(tx, replayed);
    return replayed;
  }, APPLY_MS);
  if (counts.length > 0) log("warn", "ledger.applied-again", { reviews: counts.length });
  await copyLedger();
}

async function record(tx: Tx, counts: readonly ReplayCount[]): Promise<void> {
  for (const { reviewId, applied, absent } of counts) {
    if ((await tx.review.count({ where: { id: reviewId } })) === 0) continue;
    await audit(tx, {
      reviewId,
      actorId: null,
      action: "decisions.apply-again",
      subjectType: "database",
      subjectId: null,
      detail: { ...applied, absent },
    });
  }
}
