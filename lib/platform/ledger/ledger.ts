import { AsyncLocalStorage } from "node:async_hooks";
import { afterCommit, type Tx } from "../db";
import { oncePerProcess } from "../once";
import { byTime, Decision, LedgerEntry } from "./decision";
import { ENTRY_AS_JSON } from "./entry-json";
import { copyLedgerOrLog } from "./ledger-copy";

const replaying = () => oncePerProcess("ledger.replaying", () => new AsyncLocalStorage<true>());

/**
 * Adds a decision to the ledger, in the transaction that carries it out. Its copy in the folder is on disk before the
 * caller hears that the transaction has committed: the table comes first, so that the file never holds a decision
 * that was rolled back. A crash between the two leaves the file one entry short until the next start.
 */
export async function recordDecision(tx: Tx, decision: Decision): Promise<void> {
  if (replaying().getStore()) return;
  await tx.$executeRaw`INSERT INTO ledger.decision (decision) VALUES (${JSON.stringify(Decision.parse(decision))}::jsonb)`;
  if (!afterCommit(copyLedgerOrLog)) throw new Error("No transaction is open: use transaction().");
}

/** Runs `work` without recording the decisions that it carries out: they are in the ledger. */
export function withoutRecording<T>(work: () => Promise<T>): Promise<T> {
  return replaying().run(true, work);
}

/** The whole ledger, in order. */
export async function listEntries(tx: Tx): Promise<LedgerEntry[]> {
  const rows = await tx.$queryRawUnsafe<{ entry: string }[]>(`SELECT ${ENTRY_AS_JSON} FROM ledger.decision`);
  return rows.map(({ entry }) => LedgerEntry.parse(JSON.parse(entry))).sort(byTime);
}

/** Adds entries that were read from a file or a backup; those that are there already stay as they are. */
export async function insertEntries(tx: Tx, entries: readonly LedgerEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO ledger.decision (id, position, at, decision)
    SELECT e.id, e.position, e.at, e.decision
    FROM json_to_recordset(${JSON.stringify(entries)}::json) AS e(id uuid, position integer, at timestamptz, decision jsonb)
    ON CONFLICT (id) DO NOTHING`;
  await tx.$executeRaw`
    SELECT setval('ledger.decision_position_seq', greatest((SELECT last_value FROM ledger.decision_position_seq),
      (SELECT max(position) FROM ledger.decision)))`;
}
