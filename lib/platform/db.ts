import { AsyncLocalStorage } from "node:async_hooks";
import { PrismaPg } from "@prisma/adapter-pg";
import { Prisma, PrismaClient } from "./generated/client";
import { oncePerProcess } from "./once";
import type { Database, DatabaseKind } from "./pool";

export type Db = PrismaClient;
export type Tx = Prisma.TransactionClient;

type Connected = { database: Database; prisma: PrismaClient };
const state = () => oncePerProcess<{ connected: Connected | null }>("database", () => ({ connected: null }));
/** What is to run once the open transaction has committed. */
const inTransaction = new AsyncLocalStorage<(() => void)[]>();

/** Makes `database` the one that this process uses. */
export function connect(database: Database): void {
  state().connected = { database, prisma: new PrismaClient({ adapter: new PrismaPg(database.pool) }) };
}

export async function disconnect(): Promise<void> {
  const { connected } = state();
  state().connected = null;
  await connected?.prisma.$disconnect();
  await connected?.database.close();
}

function connected(): Connected {
  const { connected } = state();
  if (!connected) throw new Error("The database has not been opened yet.");
  return connected;
}

export function databaseKind(): DatabaseKind {
  return connected().database.kind;
}

/** The pool itself, for what Prisma cannot do: LISTEN, backup, migrations. */
export function pool(): Database["pool"] {
  return connected().database.pool;
}

/**
 * The client for reading. Inside a transaction it throws: the embedded database has one session, so a second
 * query during an open transaction would wait for itself for ever. Use the transaction's own client there.
 */
export function db(): Db {
  if (inTransaction.getStore())
    throw new Error("A transaction is open: pass its client on instead of using db().");
  return connected().prisma;
}

/** Vacuums and analyses the embedded database, which has no autovacuum and plans badly without statistics. */
export async function tidyDatabase(): Promise<void> {
  if (databaseKind() === "embedded") await pool().query("VACUUM ANALYZE");
}

/** Runs `work` in one transaction; whatever it throws rolls back. It must await nothing but SQL. */
export async function transaction<T>(work: (tx: Tx) => Promise<T>, timeout = 120_000): Promise<T> {
  const client = db();
  const onCommit: (() => void)[] = [];
  const result = await inTransaction.run(onCommit, () =>
    client.$transaction(work, { maxWait: 60_000, timeout }),
  );
  for (const run of onCommit) run();
  return result;
}

/** Runs once the open transaction has committed, and never where it rolls back; at once where none is open. */
export function afterCommit(run: () => void): void {
  const onCommit = inTransaction.getStore();
  if (onCommit) onCommit.push(run);
  else run();
}

/**
 * Whether a write violated a unique constraint, as reported by Prisma or, for a statement of our own, by the
 * database.
 */
export function isUniqueViolation(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  return error.code === "P2002" || (error.code === "P2010" && error.message.includes(UNIQUE_VIOLATION));
}

/** PostgreSQL's SQLSTATE, as Prisma quotes it. */
const UNIQUE_VIOLATION = "Code: `23505`";
