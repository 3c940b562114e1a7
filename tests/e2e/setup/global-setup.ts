import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { startServer } from "../../support/machine/server";

/** Makes a database with the demonstration and one person more, starts the built application on it. */
export default async function setup() {
  const folder = mkdtempSync(path.join(os.tmpdir(), "npq-review-browser-"));
  const environment = { DATA_DIR: folder, HOST: "127.0.0.1", LOG_LEVEL: "warn" };
  const backup = `${folder}.backup`;
  const prepared = execFileSync(process.execPath, ["--import", "tsx", "tests/e2e/setup/prepare.ts", backup], {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "inherit"],
  });
  // For tests that kill their server: each begins with a copy of the database as it is now.
  const template = `${folder}-template`;
  cpSync(folder, template, { recursive: true });
  process.env.E2E_TEMPLATE = template;
  process.env.E2E_BACKUP = backup;
  const server = await startServer(environment);
  process.env.E2E_URL = server.url;
  process.env.E2E_PREPARED = prepared.toString();
  return async () => {
    await server.stop();
    for (const made of [folder, template, backup]) rmSync(made, { recursive: true, force: true });
    const noise = server
      .output()
      .split("\n")
      .filter((contribution) => contribution.includes('"level":"error"'));
    if (noise.length > 0)
      throw new Error(`The application logged faults during the tests:\n${noise.join("\n")}`);
  };
}
