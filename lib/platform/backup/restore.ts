import { StringDecoder } from "node:string_decoder";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { z } from "zod";
import { audit } from "../audit/audit";
import {
  EMPTIED,
  Header,
  LEDGER,
  migrationsOf,
  quoted,
  ROWS_AT_ONCE,
  tablesInOrder,
  writtenColumns,
} from "./backup";
import { DAMAGED, openBackup, type BackupKeys } from "./backup-encryption";
import { ledgerFile, pool, transaction, type Tx } from "../db";
import { publish } from "../events";
import { enqueueRecurring } from "../jobs";
import { LedgerEntry } from "../ledger/decision";
import { insertEntries, listEntries } from "../ledger/ledger";
import { copyLedger } from "../ledger/ledger-copy";
import type { LedgerContents } from "../ledger/ledger-file";
import { replay, type ReplayCount } from "../ledger/replay";
import { log } from "../log/log";

const RESTORE_MS = 60 * 60_000;
const HeaderLine = z
  .string()
  .startsWith("{")
  .transform((line): unknown => JSON.parse(line))
  .pipe(Header);

export type Restored = {
  rows: number;
  /** When the backup was made. */
  madeAt: Date;
  reviews: ReplayCount[];
  /** The last line of the ledger's file was cut short, and was left out. */
  cut: boolean;
  /** Reviews, by slug, whose leads of now are not in the backup. */
  withoutLead: string[];
};

/**
 * Restores the database from `file`, in one transaction: completely or not at all. What people decided since the
 * backup is applied again: the ledgers of the database, of its folder and of the backup are put together, and what the
 * backup's does not hold was decided later. Throws when the file is not a backup, or of another version, or when the
 * folder's ledger is damaged.
 */
export async function restore(file: string, keys: BackupKeys = {}): Promise<Restored> {
  const kept = (await ledgerFile()?.read()) ?? { entries: [], cut: false };
  const source = linesOf(await openBackup(file, keys));
  try {
    const restored = await restoreFrom(source, kept);
    log("info", "database.restored", { rows: restored.rows, madeAt: restored.madeAt.toISOString() });
    await copyLedger();
    return restored;
  } finally {
    await source.return(undefined);
  }
}

async function restoreFrom(source: AsyncIterator<string>, kept: LedgerContents): Promise<Restored> {
  const { madeAt, tables } = await readHeader(source);
  return transaction(
    async (tx) => {
      await tx.$executeRawUnsafe(`TRUNCATE ${[...tables.keys(), ...EMPTIED].map(quoted).join(", ")}`);
      const { rows, ledger } = await load(tx, source, tables);
      await insertEntries(tx, [...ledger, ...kept.entries]);
      const before = new Set(ledger.map(({ id }) => id));
      // Read after TRUNCATE had its lock, so that what was decided until then is among them.
      const later = (await listEntries(tx)).filter(({ id }) => !before.has(id));
      const reviews = await replay(tx, later);
      await record(tx, reviews, madeAt);
      await enqueueRecurring(tx);
      return { rows, madeAt, reviews, cut: kept.cut, withoutLead: await reviewsWithoutLead(tx) };
    },
    RESTORE_MS,
    RESTORE_MS,
  );
}

async function readHeader(source: AsyncIterator<string>): Promise<{ madeAt: Date; tables: Columns }> {
  const first: IteratorResult<string, unknown> = await source.next();
  const header = first.done ? null : HeaderLine.safeParse(first.value);
  if (!header?.success) throw new Error("This file is not a backup of this application.");
  const { migrations, tables } = await shape();
  if (header.data.migrations.join() !== migrations.join()) {
    throw new Error(
      "This backup was made by another version of the application. Restore it with that one, then update.",
    );
  }
  return { madeAt: new Date(header.data.createdAt), tables };
}

/** An entry in each review's audit log. Whoever restores is at the command line, where nobody has signed in. */
async function record(tx: Tx, reviews: readonly ReplayCount[], madeAt: Date): Promise<void> {
  for (const { id: reviewId } of await tx.review.findMany({ select: { id: true } })) {
    const count = reviews.find((one) => one.reviewId === reviewId);
    await audit(tx, {
      reviewId,
      actorId: null,
      action: "database.restore",
      subjectType: "database",
      subjectId: null,
      detail: {
        by: "command line",
        madeAt: madeAt.toISOString(),
        ...count?.applied,
        absent: count?.absent ?? 0,
      },
    });
    await publish(tx, { kind: "protection.changed", reviewId });
  }
}

async function reviewsWithoutLead(tx: Tx): Promise<string[]> {
  const reviews = await tx.review.findMany({
    where: { memberships: { none: { role: "lead" } } },
    select: { slug: true },
  });
  return reviews.map(({ slug }) => slug);
}

/** The columns to fill, by table; in an order in which each table comes after those that it refers to. */
type Columns = ReadonlyMap<string, string>;

async function shape(): Promise<{ migrations: string[]; tables: Columns }> {
  const client = await pool().connect();
  try {
    const tables = new Map<string, string>();
    for (const table of await tablesInOrder(client)) tables.set(table, await writtenColumns(client, table));
    return { migrations: await migrationsOf(client), tables };
  } finally {
    client.release();
  }
}

async function load(
  tx: Tx,
  source: AsyncIterator<string>,
  tables: Columns,
): Promise<{ rows: number; ledger: LedgerEntry[] }> {
  let table: string | null = null;
  let batch: string[] = [];
  let rows = 0;
  const ledger: LedgerEntry[] = [];
  const flush = async () => {
    if (table !== null && batch.length > 0) {
      const columns = tables.get(table) ?? "";
      await tx.$executeRawUnsafe(
        `INSERT INTO ${quoted(table)} (${columns})
         SELECT ${columns} FROM json_populate_recordset(NULL::${quoted(table)}, $1::json)`,
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
      if (!tables.has(table) && table !== LEDGER)
        throw new Error(`The backup holds a table that this version does not know: ${table}.`);
    } else if (table === LEDGER) {
      ledger.push(LedgerEntry.parse(JSON.parse(line.value)));
    } else if (line.value !== "") {
      batch.push(line.value);
      if (batch.length >= ROWS_AT_ONCE) await flush();
    }
  }
  await flush();
  return { rows, ledger };
}

/** The lines of a gzipped text, a piece at a time. An error anywhere on the way ends the reading. */
async function* linesOf(file: AsyncIterable<Uint8Array>): AsyncGenerator<string, undefined> {
  const text = new StringDecoder("utf8");
  let rest = "";
  const unzipped: AsyncIterable<Buffer> = pipeline(file, createGunzip(), () => {});
  try {
    for await (const piece of unzipped) {
      const lines = (rest + text.write(piece)).split("\n");
      rest = lines.pop() ?? "";
      yield* lines;
    }
  } catch (cause) {
    throw new Error(DAMAGED, { cause });
  }
  if (rest !== "") yield rest;
  return undefined;
}
