import path from "node:path";
import pg from "pg";
import type { Env } from "./env";
import { damageInWords, missingFiles } from "./embedded/damage";
import { Embedded } from "./embedded/embedded";
import { takeLock, type ControlHandler } from "./embedded/lock";
import { WireStream } from "./embedded/wire-stream";
import { LedgerFile } from "./ledger/ledger-file";

export type DatabaseKind = "embedded" | "postgresql";

export type Database = {
  kind: DatabaseKind;
  pool: pg.Pool;
  /** Where the ledger of decisions has its copy. */
  ledger?: LedgerFile;
  /** Why the embedded database is not there at the moment; null while it is. */
  fault?: () => Error | null;
  close: () => Promise<void>;
};

/** Opens the database that the environment names: a server, or the embedded one in DATA_DIR. */
export async function openDatabase(
  env: Pick<Env, "DATABASE_URL" | "DATABASE_POOL" | "DATA_DIR">,
  control: ControlHandler = refuseControl,
): Promise<Database> {
  const ledger = new LedgerFile(path.join(env.DATA_DIR, "ledger"));
  if (env.DATABASE_URL) return { ...openServer(env.DATABASE_URL, env.DATABASE_POOL), ledger };
  const lock = await takeLock(env.DATA_DIR, control);
  try {
    const embedded = await openEmbedded(env.DATA_DIR);
    const database = overEmbedded(embedded);
    const close = async () => {
      try {
        await database.close();
      } finally {
        await lock.release();
      }
    };
    return { ...database, ledger, close };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function openEmbedded(dataDir: string): Promise<Embedded> {
  const folder = path.join(dataDir, "postgresql");
  // A new database would be made over what is left of the old one.
  if ((await missingFiles(folder)).length > 0) throw new Error(await damageInWords(dataDir, folder));
  try {
    return await Embedded.open({ dataDir: folder });
  } catch (cause) {
    throw new Error(await damageInWords(dataDir, folder), { cause });
  }
}

export function openServer(connectionString: string, max: number): Database {
  const pool = new pg.Pool({ connectionString, max });
  // An idle connection that drops is replaced at the next query; without a listener the event would end the
  // process.
  pool.on("error", () => {});
  return { kind: "postgresql", pool, close: () => pool.end() };
}

/**
 * A pool over the embedded database. It has one session, hence one client that is never released: what it
 * LISTENs to, and what a transaction locks, is shared by all.
 */
export function overEmbedded(embedded: Embedded): Database {
  const pool = new pg.Pool({
    stream: () => new WireStream(embedded),
    max: 1,
    idleTimeoutMillis: 0,
    ssl: false,
  });
  pool.on("error", () => {});
  return {
    kind: "embedded",
    pool,
    fault: () => embedded.fault,
    close: async () => {
      await pool.end();
      await embedded.close();
    },
  };
}

const refuseControl: ControlHandler = async (_request, socket) => {
  socket.end();
};
