import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { startServer, type TestServer } from "../../support/machine/server";
import { COUNTING } from "../../support/machine/statements";
import { demonstrationIn, prepareDemonstration } from "./demonstration.mjs";

/** As many as the projects of playwright.config.ts name: stories that share a database run one after the other. */
const SERVERS = 3;

/** Starts the built application on copies of a database with the demonstration and one person more. */
export default async function setup() {
  const folder = mkdtempSync(path.join(os.tmpdir(), "npq-review-browser-"));
  const { data, backup, prepared } = demonstrationIn(await demonstration(folder));
  // For tests that kill their server: each begins with a copy of the database as it is now.
  process.env.E2E_TEMPLATE = data;
  process.env.E2E_BACKUP = backup;
  process.env.E2E_PREPARED = readFileSync(prepared, "utf8");
  const servers = await Promise.all(
    Array.from({ length: SERVERS }, (_, number) => {
      const copy = path.join(folder, `server-${number}`);
      cpSync(data, copy, { recursive: true });
      return startServer({
        DATA_DIR: copy,
        HOST: "127.0.0.1",
        LOG_LEVEL: "warn",
        NODE_OPTIONS: COUNTING,
      });
    }),
  );
  process.env.E2E_URLS = JSON.stringify(servers.map(({ url }) => url));
  return async () => {
    await Promise.all(servers.map((server) => server.stop()));
    rmSync(folder, { recursive: true, force: true });
    const noise = servers.flatMap(faultsOf);
    if (noise.length > 0)
      throw new Error(`The application logged faults during the tests:\n${noise.join("\n")}`);
  };
}

/** `npm test` has prepared the demonstration while it built the application; otherwise it is prepared now. */
async function demonstration(folder: string): Promise<string> {
  const before = process.env.E2E_DEMONSTRATION;
  if (before) return before;
  const { ok, output } = await prepareDemonstration(folder);
  if (!ok) throw new Error(`The demonstration could not be prepared:\n${output}`);
  return folder;
}

function faultsOf(server: TestServer): string[] {
  return server
    .output()
    .split("\n")
    .filter((line) => line.includes('"level":"error"'));
}
