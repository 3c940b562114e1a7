import { AsyncLocalStorage } from "node:async_hooks";
import { PrismaPg } from "@prisma/adapter-pg";
import { Prisma, PrismaClient } from "./generated/client";
import { oncePerProcess } from "./once";
import { preparedName } from "./database/prepared";
import type { LedgerFile } from "./ledger/ledger-file";
import type { Database, DatabaseKind } from "./database-pool";

export type Db = PrismaClient;
export type Tx = Prisma.TransactionClient;

type Connected = { database: Database; prisma: PrismaClient };
const state = () => oncePerProcess<{ connected: Connected | null }>("database", () => ({ connected: null }));
/** What is to be done once the open transaction has committed, each once. */
const inTransaction = new AsyncLocalStorage<Set<() => Promise<void>>>();

/** Makes `database` the one that this process uses. */
export function connect(database: Database): void {
  const adapter = new PrismaPg(database.pool, { statementNameGenerator: ({ sql }) => preparedName(sql) });
  state().connected = { database, prisma: new PrismaClient({ adapter }) };
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

/** Why the embedded database is not there at the moment; null while it is, and always where it is a server. */
export function databaseFault(): Error | null {
  return state().connected?.database.fault?.() ?? null;
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

/** The copy of the ledger of decisions alongside the database; null where the database is in memory alone. */
export function ledgerFile(): LedgerFile | null {
  return connected().database.ledger ?? null;
}

/** Runs `work` in one transaction; whatever it throws rolls back. It must await nothing but SQL. */
export async function transaction<T>(
  work: (tx: Tx) => Promise<T>,
  timeout = 120_000,
  maxWait = 60_000,
): Promise<T> {
  const client = db();
  const afterwards = new Set<() => Promise<void>>();
  const result = await inTransaction.run(afterwards, () => client.$transaction(work, { maxWait, timeout }));
  for (const next of afterwards) await next();
  return result;
}

/**
 * Runs `work` once the open transaction has committed and before its caller hears of it, once however often it is
 * asked for, and never where it rolls back. It must not throw, because nothing can be rolled back any more. Returns
 * whether a transaction is open: otherwise nothing is run.
 */
export function afterCommit(work: () => Promise<void>): boolean {
  const afterwards = inTransaction.getStore();
  afterwards?.add(work);
  return afterwards !== undefined;
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
