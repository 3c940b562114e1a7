import { databaseKind, pool } from "./db";

/**
 * Rewrites the embedded database's files without deleted rows: until then old rows, and the write-ahead log,
 * contain words that no query shows any more. It goes table by table, so that nobody waits for long. A server
 * has autovacuum, and its operator decides how soon its disks forget.
 */
export async function forgetDeleted(): Promise<void> {
  if (databaseKind() !== "embedded") return;
  const { rows } = await pool().query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = 'public' AND c.relkind = 'r' ORDER BY c.relname`,
  );
  for (const { name } of rows) await pool().query(`VACUUM FULL "${name.replaceAll('"', '""')}"`);
  // A recycled log segment would keep its old contents, so old segments are removed instead.
  await pool().query("SET wal_recycle = off");
  await pool().query("SELECT pg_switch_wal()");
  await pool().query("CHECKPOINT");
}

/** The kind of the job for this, which every erasure queues. */
export const FORGET_DELETED = "forget-deleted";
