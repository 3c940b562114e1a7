import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type pg from "pg";

const FOLDER = path.join(process.cwd(), "prisma", "migrations");
/**
 * An arbitrary lock number, the same in every process: two that start together migrate one after the other.
 */
const LOCK = 4_801_772_301;

/**
 * Applies the migrations that the database does not have, each in its own transaction, and returns their
 * names. They are recorded in Prisma's own table in Prisma's format, so that `prisma migrate deploy` and
 * `status` agree with it. Throws when an applied migration has been edited since.
 */
export async function migrate(pool: pg.Pool): Promise<string[]> {
  const client = await pool.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [LOCK]);
    await client.query(RECORD);
    const { rows } = await client.query<{ migration_name: string; checksum: string }>(
      `SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
    );
    const applied = new Map(rows.map((row) => [row.migration_name, row.checksum]));
    const names = (await readdir(FOLDER, { withFileTypes: true }))
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    const fresh: string[] = [];
    for (const name of names.sort()) {
      const sql = await readFile(path.join(FOLDER, name, "migration.sql"), "utf8");
      const checksum = createHash("sha256").update(sql).digest("hex");
      const known = applied.get(name);
      if (known !== undefined && known !== checksum) {
        throw new Error(
          `Migration ${name} was changed after it was applied. Put it back as it was and add a new one.`,
        );
      }
      if (known === undefined) {
        await apply(client, name, sql, checksum);
        fresh.push(name);
      }
    }
    return fresh;
  } finally {
    await client.query("SELECT pg_advisory_unlock($1)", [LOCK]).catch(() => {});
    client.release();
  }
}

/** Deletes everything but the ledger of decisions, which lies in a schema of its own, and begins again. */
export async function empty(pool: pg.Pool): Promise<string[]> {
  await pool.query("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
  return migrate(pool);
}

async function apply(client: pg.PoolClient, name: string, sql: string, checksum: string) {
  await client.query("BEGIN");
  try {
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), now(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw new Error(`Migration ${name} failed and was rolled back.`, { cause: error });
  }
}

const RECORD = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;
