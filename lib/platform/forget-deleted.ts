import { databaseKind, pool } from "./db";

/**
 * Rewrites the embedded database's files without what was deleted: until then its old rows, and its log of
 * changes, hold words that no query shows any more. Table by table, so that nobody waits for long. A server
 * tidies itself, and how soon its disks forget is its operator's to set.
 */
export async function forgetDeleted(): Promise<void> {
  if (databaseKind() !== "embedded") return;
  const { rows } = await pool().query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = 'public' AND c.relkind = 'r' ORDER BY c.relname`,
  );
  for (const { name } of rows) await pool().query(`VACUUM FULL "${name.replaceAll('"', '""')}"`);
  // A part of the log that is used again keeps what was in it, so old parts are removed instead.
  await pool().query("SET wal_recycle = off");
  await pool().query("SELECT pg_switch_wal()");
  await pool().query("CHECKPOINT");
}

/** The kind of the job that does so, asked for by whatever erases. */
export const FORGET_DELETED = "forget-deleted";
