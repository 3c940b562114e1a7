import type pg from "pg";
import { ledgerFile, pool } from "../db";
import { logFault } from "../log/log";
import { oncePerProcess } from "../once";
import { LedgerEntry } from "./decision";
import { ENTRY_AS_JSON } from "./entry-json";

/** An arbitrary lock number of our own: one process at a time writes to the files. */
const LOCK = 4_801_772_303;
const EVERY_MS = 15_000;

/** Brings the file in the ledger's folder up to date with the table. */
export async function copyLedger(): Promise<void> {
  const file = ledgerFile();
  if (!file) return;
  const client = await pool().connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [LOCK]);
    const missing = await file.missing(await idsOf(client));
    if (missing.length > 0) await file.append(await entriesOf(client, missing));
  } finally {
    await client.query("SELECT pg_advisory_unlock($1)", [LOCK]).catch(() => {});
    client.release();
  }
}

/**
 * The same after a decision: it was carried out, so that a folder that cannot be written is the operator's to mend,
 * and not a failure of the decision. `keepLedgerCopied` tries again.
 */
export function copyLedgerOrLog(): Promise<void> {
  return copyLedger().catch((error: unknown) => logFault("ledger.not-copied", error));
}

const timer = () => oncePerProcess<{ id: NodeJS.Timeout | null }>("ledger.timer", () => ({ id: null }));

/** Copies what other processes decided, and what could not be copied at the time. */
export function keepLedgerCopied(): void {
  timer().id ??= setInterval(() => void copyLedgerOrLog(), EVERY_MS).unref();
}

export function stopCopyingLedger(): void {
  clearInterval(timer().id ?? undefined);
  timer().id = null;
}

async function idsOf(client: pg.PoolClient): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>("SELECT id FROM ledger.decision");
  return rows.map(({ id }) => id);
}

async function entriesOf(client: pg.PoolClient, ids: readonly string[]): Promise<LedgerEntry[]> {
  const { rows } = await client.query<{ entry: string }>(
    `SELECT ${ENTRY_AS_JSON} FROM ledger.decision WHERE id = ANY($1) ORDER BY at, position, id`,
    [ids],
  );
  return rows.map(({ entry }) => LedgerEntry.parse(JSON.parse(entry)));
}
