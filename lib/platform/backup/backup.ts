import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type pg from "pg";
import { z } from "zod";
import { encrypterFor, protect, type Protection } from "./backup-encryption";
import { pool } from "../db";
import { ENTRY_AS_JSON } from "../ledger/entry-json";
import { copyLedger } from "../ledger/ledger-copy";

/**
 * A backup is one gzipped text file, encrypted unless somebody insists: a header line, then for each table a line
 * `#name` and its rows, each a line of JSON as PostgreSQL writes it, and then the ledger of decisions. It contains no
 * sessions, sign-in links or waiting jobs. It can be restored into the embedded database or a server.
 */
export const Header = z.object({
  format: z.literal(1),
  createdAt: z.string(),
  migrations: z.array(z.string()),
});

/**
 * Emptied by a restore, and not in a backup, so that nobody can sign in with a copy and nothing is sent twice. Kept
 * figures are worked out again from what was restored.
 */
export const EMPTIED = [
  ...["session", "verification_token", "rate_bucket", "heartbeat", "job"],
  ...["kept_review", "kept_roundtable", "kept_figure", "kept_without_speaker", "kept_listed", "kept_mark"],
  ...["kept_match", "kept_answer"],
];
const LEFT_OUT = [...EMPTIED, "_prisma_migrations"];
/** The section of the ledger, which no table of what is restored can be called. */
export const LEDGER = "ledger.decision";
export const ROWS_AT_ONCE = 1000;

/**
 * Writes the database as at one instant to `file`; returns the number of rows. The ledger's own copy is brought up to
 * date as well.
 */
export async function backUp(file: string, protection: Protection): Promise<number> {
  // Refuses a wrong key before anything is read.
  if (protection !== "plain") encrypterFor(protection);
  const rows = await write(file, protection);
  await copyLedger();
  return rows;
}

async function write(file: string, protection: Protection): Promise<number> {
  const client = await pool().connect();
  const unfinished = `${file}.unfinished`;
  let rows = 0;
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const lines = async function* () {
      const header = {
        format: 1,
        createdAt: new Date().toISOString(),
        migrations: await migrationsOf(client),
      };
      yield `${JSON.stringify(header)}\n`;
      for (const table of await tablesInOrder(client)) {
        yield `#${table}\n`;
        for await (const batch of rowsOf(client, table)) {
          rows += batch.length;
          yield `${batch.join("\n")}\n`;
        }
      }
      yield `#${LEDGER}\n`;
      const entries = await client.query<{ entry: string }>(`SELECT ${ENTRY_AS_JSON} FROM ${LEDGER}`);
      for (const { entry } of entries.rows) yield `${entry}\n`;
    };
    await pipeline(
      Readable.from(lines()),
      createGzip(),
      protect(protection),
      createWriteStream(unfinished, { mode: 0o600 }),
    );
    await rename(unfinished, file);
    return rows;
  } finally {
    await client.query("ROLLBACK").catch(() => {});
    client.release();
    await rm(unfinished, { force: true });
  }
}

async function* rowsOf(client: pg.PoolClient, table: string): AsyncGenerator<string[]> {
  const [{ dated } = { dated: false }] = (
    await client.query<{ dated: boolean }>(
      `SELECT count(*) > 0 AS dated FROM information_schema.columns
       WHERE table_schema = 'public' AND table_name = $1 AND column_name = 'created_at'`,
      [table],
    )
  ).rows;
  // A row that refers to another of its own table comes after it.
  const order = dated ? "ORDER BY created_at" : "";
  await client.query(
    `DECLARE backup_rows CURSOR FOR SELECT row_to_json(t)::text AS line
     FROM (SELECT ${await writtenColumns(client, table)} FROM ${quoted(table)}) t ${order}`,
  );
  for (;;) {
    const { rows } = await client.query<{ line: string }>(`FETCH ${ROWS_AT_ONCE} FROM backup_rows`);
    if (rows.length === 0) break;
    yield rows.map(({ line }) => line);
  }
  await client.query("CLOSE backup_rows");
}

/** The columns of a table that are written: the database generates the others from them. */
export async function writtenColumns(client: pg.PoolClient, table: string): Promise<string> {
  const { rows } = await client.query<{ columns: string }>(
    `SELECT string_agg(quote_ident(column_name), ', ' ORDER BY ordinal_position) AS columns
     FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name = $1 AND is_generated = 'NEVER'`,
    [table],
  );
  return rows[0]?.columns ?? "";
}

export async function migrationsOf(client: pg.PoolClient): Promise<string[]> {
  const { rows } = await client.query<{ checksum: string }>(
    "SELECT checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY migration_name",
  );
  return rows.map(({ checksum }) => checksum);
}

/** Orders every table after those that it refers to. */
export async function tablesInOrder(client: pg.PoolClient): Promise<string[]> {
  const { rows: tables } = await client.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = 'public' AND c.relkind = 'r' ORDER BY c.relname`,
  );
  const { rows: links } = await client.query<{ child: string; parent: string }>(
    `SELECT k.conrelid::regclass::text AS child, k.confrelid::regclass::text AS parent
     FROM pg_constraint k WHERE k.contype = 'f' AND k.conrelid <> k.confrelid`,
  );
  const bare = (name: string) => name.replaceAll('"', "");
  const waiting = new Set(tables.map(({ name }) => name).filter((name) => !LEFT_OUT.includes(name)));
  const order: string[] = [];
  while (waiting.size > 0) {
    const free = [...waiting].filter(
      (name) => !links.some(({ child, parent }) => bare(child) === name && waiting.has(bare(parent))),
    );
    if (free.length === 0)
      throw new Error("Tables point at one another in a circle; a backup cannot order them.");
    for (const name of free) waiting.delete(name);
    order.push(...free);
  }
  return order;
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
