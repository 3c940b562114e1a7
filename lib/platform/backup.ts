import { createReadStream, createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import type pg from "pg";
import { z } from "zod";
import { db, pool, type Tx } from "./db";
import { defineHook } from "./hooks";
import { enqueueRecurring } from "./jobs";

/**
 * A backup is one gzipped text file: a header line, then for each table a line `#name` and its rows, each a
 * line of JSON as PostgreSQL writes it. It contains no sessions, sign-in links or waiting jobs. It can be
 * restored into the embedded database or a server.
 */
const Header = z.object({ format: z.literal(1), createdAt: z.string(), migrations: z.array(z.string()) });

/** Not in a backup, so that nobody can sign in with a copy and nothing is sent twice. */
const LEFT_OUT = ["session", "verification_token", "rate_bucket", "heartbeat", "job", "_prisma_migrations"];
const ROWS_AT_ONCE = 1000;
const RESTORE_MS = 60 * 60_000;

/** Runs after a restore for everybody who was erased since the backup: their words must not come back. */
export const erasedSince = defineHook<{ personId: string; byId: string }>("erased since the backup");

/** Writes the database as at one instant to `file`; returns the number of rows. */
export async function backUp(file: string): Promise<number> {
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
    };
    await pipeline(Readable.from(lines()), createGzip(), createWriteStream(unfinished, { mode: 0o600 }));
    await rename(unfinished, file);
    return rows;
  } finally {
    await client.query("ROLLBACK").catch(() => {});
    client.release();
    await rm(unfinished, { force: true });
  }
}

/**
 * Restores the database from `file`, in one transaction: completely or not at all. Erasures made since the
 * backup are repeated. Throws when the file is not a backup, or of another version.
 */
export async function restore(file: string): Promise<number> {
  const lines = createInterface({ input: createReadStream(file).pipe(createGunzip()), crlfDelay: Infinity });
  const source = lines[Symbol.asyncIterator]();
  const first: IteratorResult<string, unknown> = await source.next();
  const header = Header.safeParse(first.done ? null : JSON.parse(first.value));
  if (!header.success) throw new Error("This file is not a backup of this application.");
  const { migrations, tables } = await shape();
  if (header.data.migrations.join() !== migrations.join()) {
    throw new Error(
      "This backup was made by another version of the application. Restore it with that one, then update.",
    );
  }
  return db().$transaction(
    async (tx) => {
      const since = await tx.erasure.findMany();
      await tx.$executeRawUnsafe(`TRUNCATE ${[...tables, ...LEFT_OUT.slice(0, 4)].map(quoted).join(", ")}`);
      const rows = await load(tx, source, new Set(tables));
      for (const { personId, byId } of since) await erasedSince.run(tx, { personId, byId });
      await enqueueRecurring(tx);
      return rows;
    },
    { timeout: RESTORE_MS, maxWait: RESTORE_MS },
  );
}

async function shape(): Promise<{ migrations: string[]; tables: string[] }> {
  const client = await pool().connect();
  try {
    return { migrations: await migrationsOf(client), tables: await tablesInOrder(client) };
  } finally {
    client.release();
  }
}

async function load(tx: Tx, source: AsyncIterator<string>, tables: Set<string>): Promise<number> {
  let table: string | null = null;
  let batch: string[] = [];
  let rows = 0;
  const flush = async () => {
    if (table !== null && batch.length > 0) {
      await tx.$executeRawUnsafe(
        `INSERT INTO ${quoted(table)} SELECT * FROM json_populate_recordset(NULL::${quoted(table)}, $1::json)`,
        `[${batch.join(",")}]`,
      );
      rows += batch.length;
    }
    batch = [];
  };
  for (let line = await source.next(); !line.done; line = await source.next()) {
    if (line.value.startsWith("#")) {
      await flush();
      table = line.value.slice(1);
      if (!tables.has(table))
        throw new Error(`The backup holds a table that this version does not know: ${table}.`);
    } else if (line.value !== "") {
      batch.push(line.value);
      if (batch.length >= ROWS_AT_ONCE) await flush();
    }
  }
  await flush();
  return rows;
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
    `DECLARE backup_rows CURSOR FOR SELECT row_to_json(t)::text AS line FROM ${quoted(table)} t ${order}`,
  );
  for (;;) {
    const { rows } = await client.query<{ line: string }>(`FETCH ${ROWS_AT_ONCE} FROM backup_rows`);
    if (rows.length === 0) break;
    yield rows.map(({ line }) => line);
  }
  await client.query("CLOSE backup_rows");
}

async function migrationsOf(client: pg.PoolClient): Promise<string[]> {
  const { rows } = await client.query<{ checksum: string }>(
    "SELECT checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY migration_name",
  );
  return rows.map(({ checksum }) => checksum);
}

/** Orders every table after those that it refers to. */
async function tablesInOrder(client: pg.PoolClient): Promise<string[]> {
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

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
