import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { connect, disconnect } from "@/lib/platform/db";
import { Embedded } from "@/lib/platform/embedded/embedded";
import { openServer, overEmbedded } from "@/lib/platform/pool";
import { stopWorkers } from "@/lib/platform/workers/pool";
import { withDatabase } from "./database-setup";

/** Gives the test file its own migrated database, embedded or on the server, and removes it afterwards. */
export function openTestDatabase(): void {
  const template = inject("template");
  let drop = async () => {};

  beforeAll(async () => {
    // The environment of a demonstration that only this computer reaches.
    process.env.HOST ??= "127.0.0.1";
    process.env.LOG_LEVEL ??= "silent";
    if (template.kind === "embedded") {
      connect(overEmbedded(await Embedded.open({ copyOf: template.file })));
      return;
    }
    const name = `npq_test_${randomBytes(6).toString("hex")}`;
    const admin = new pg.Client({ connectionString: template.url });
    await admin.connect();
    await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template.name}`);
    connect(openServer(withDatabase(template.url, name), 6));
    drop = async () => {
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await admin.end();
    };
  });

  afterAll(async () => {
    await stopWorkers();
    await disconnect();
    await drop();
  });
}
