// @ts-check
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, chownSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { endGroup, spawnGroup } from "../../../lib/platform/launch/process-group.mjs";
import { runTool } from "../../../lib/platform/launch/run-tool.mjs";
import { freePort } from "./free-port.mjs";
import { findPostgresql } from "./postgresql-programs.mjs";

const readyMs = 600_000;

const settings = ["max_connections=100"];
// Nothing of a test outlives it, so nothing has to survive a crash.
const forTests = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];

// Order by code point, and upper and lower case for every script; only Linux has it everywhere.
const locale = process.platform === "linux" ? "C.UTF-8" : "C";

/** @typedef {{ uid?: number, gid?: number }} Account the account a server runs as; ours when empty */
/** @typedef {{ url: string, stop: () => Promise<void> }} Server */

/**
 * A PostgreSQL server for tests: the one TEST_DATABASE_URL names, else a throwaway one on loopback made from
 * what is installed. `stop` ends the throwaway one and deletes its data. Throws where one is installed and
 * does not start. A `durable` one writes to disk as a real one does, which is what a measurement needs.
 * @param {{ durable?: boolean }} [how]
 * @returns {Promise<Server | { unavailable: string }>}
 */
export async function startPostgresql({ durable = false } = {}) {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { url: given, stop: async () => {} };
  const programs = findPostgresql();
  if ("unavailable" in programs) return programs;
  const account = serverAccount();
  if ("unavailable" in account) return account;

  const folder = mkdtempSync(path.join(tmpdir(), "npq-review-postgresql-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const password = randomBytes(18).toString("base64url");
    const data = await makeCluster(programs.initdb, folder, password, account);
    const port = await freePort();
    const options = durable ? settings : [...settings, ...forTests];
    const stop = await run(programs.postgres, data, port, account, options);
    return {
      url: `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`,
      stop: () => stop().finally(remove),
    };
  } catch (error) {
    remove();
    throw error;
  }
}

/**
 * PostgreSQL refuses to run as root, so root hands it to the account its package made, or else to nobody.
 * @returns {Account | { unavailable: string }}
 */
function serverAccount() {
  if (process.getuid?.() !== 0) return {};
  for (const name of ["postgres", "nobody"]) {
    try {
      const [uid, gid] = ["-u", "-g"].map((flag) =>
        Number(execFileSync("id", [flag, name], { stdio: "pipe" })),
      );
      return { uid, gid };
    } catch {
      // No such account: try the next.
    }
  }
  return {
    unavailable: "PostgreSQL does not run as root, and there is no account named postgres or nobody.",
  };
}

/**
 * @param {string} initdb
 * @param {string} folder
 * @param {string} password
 * @param {Account} account
 */
async function makeCluster(initdb, folder, password, account) {
  const data = path.join(folder, "data");
  const passwordFile = path.join(folder, "password");
  writeFileSync(passwordFile, password);
  chmodSync(passwordFile, 0o600);
  if (account.uid !== undefined && account.gid !== undefined) {
    for (const owned of [folder, passwordFile]) chownSync(owned, account.uid, account.gid);
  }
  const args = ["--pgdata", data, "--username", "postgres", "--pwfile", passwordFile];
  const { ok, output } = await runTool(
    initdb,
    [...args, "--auth", "scram-sha-256", "--encoding", "UTF8", "--locale", locale, "--no-sync"],
    { ...account, cwd: folder },
  );
  if (!ok) throw new Error(`PostgreSQL's initdb failed:\n${output}`);
  return data;
}

/**
 * @param {string} postgres
 * @param {string} data
 * @param {number} port
 * @param {Account} account
 * @param {string[]} settings
 * @returns {Promise<() => Promise<void>>} how to stop it
 */
async function run(postgres, data, port, account, settings) {
  const options = [...settings, "listen_addresses=127.0.0.1", "unix_socket_directories=", `port=${port}`];
  const child = spawnGroup(postgres, ["-D", data, ...options.flatMap((option) => ["-c", option])], {
    ...account,
    cwd: data,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let log = "";
  child.stderr?.on("data", (/** @type {Buffer} */ chunk) => (log = (log + chunk.toString()).slice(-4_000)));
  const running = () => child.exitCode === null && child.signalCode === null && child.pid !== undefined;
  for (const limit = Date.now() + readyMs; Date.now() < limit && running(); await wait(50)) {
    if (isReady(data)) return () => endGroup(child);
  }
  await endGroup(child);
  throw new Error(`PostgreSQL did not start:\n${log}`);
}

// The eighth contribution of this file is the server's state, in the same words whatever the language of its log.
/** @param {string} data */
function isReady(data) {
  try {
    return readFileSync(path.join(data, "postmaster.pid"), "utf8").split("\n")[7]?.trim() === "ready";
  } catch {
    return false;
  }
}
