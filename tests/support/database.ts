import { randomBytes } from "node:crypto";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { connect, disconnect } from "@/lib/platform/db";
import { Embedded } from "@/lib/platform/embedded/embedded";
import { LedgerFile } from "@/lib/platform/ledger/ledger-file";
import { openServer, overEmbedded } from "@/lib/platform/database-pool";
import { stopWorkers } from "@/lib/platform/workers/pool";
import { withDatabase } from "./database-setup";

/** On the embedded database after a run on a server: what asks nothing of it has been asked there. */
export const wasAskedOnServer = process.env.TEST_DATABASE === "embedded-after-server";

/** Makes an embedded database on disk with every table and nothing in them, where DATA_DIR is to be this folder. */
export async function makeEmbeddedIn(dataDir: string): Promise<void> {
  const template = inject("template");
  if (template.kind !== "embedded") throw new Error("The migrated database to copy is not an embedded one.");
  const folder = path.join(dataDir, "postgresql");
  await mkdir(folder);
  await (await Embedded.open({ dataDir: folder, copyOf: template.file })).close();
}

/**
 * Gives the test file its own migrated database, embedded or on the server, and removes it afterwards. With a folder it
 * keeps the copy of its ledger there. With one session on the server a transaction that waits for another one waits for
 * ever, as on the embedded database, which has no more. `lose` puts an empty database in its place, as after the loss of a disk.
 */
export function openTestDatabase({ ledgerIn, sessions = 6 }: { ledgerIn?: string; sessions?: number } = {}): {
  lose: () => Promise<void>;
} {
  const template = inject("template");
  const ledger = ledgerIn ? { ledger: new LedgerFile(ledgerIn) } : {};
  let drop = async () => {};

  const open = async () => {
    if (template.kind === "embedded") {
      connect({ ...overEmbedded(await Embedded.open({ copyOf: template.file })), ...ledger });
      return;
    }
    const name = `npq_test_${randomBytes(6).toString("hex")}`;
    const admin = new pg.Client({ connectionString: template.url });
    await admin.connect();
    await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template.name}`);
    connect({ ...openServer(withDatabase(template.url, name), sessions), ...ledger });
    drop = async () => {
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await admin.end();
    };
  };
  const close = async () => {
    await disconnect();
    await drop();
    drop = async () => {};
  };

  beforeAll(async () => {
    // The environment of a demonstration that only this computer reaches.
    process.env.HOST ??= "127.0.0.1";
    process.env.LOG_LEVEL ??= "silent";
    await open();
  });

  afterAll(async () => {
    await stopWorkers();
    await close();
  });

  return {
    lose: async () => {
      await close();
      await open();
    },
  };
}
