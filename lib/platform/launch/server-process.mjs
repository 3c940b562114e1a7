// @ts-check
import { setTimeout as wait } from "node:timers/promises";
import { spawnGroup } from "./process-group.mjs";
import { inProject, quietEnvironment } from "./project.mjs";

const betweenAsksMs = 100;
// A busy computer takes long to start and to answer: these only end what hangs.
const oneAskMs = 60_000;
const readyMs = 15 * 60_000;

/**
 * @typedef {object} Server
 * @property {Promise<number>} ended its exit code, when it has ended
 * @property {() => string} held what it has written to its standard output and we have not shown
 */

/**
 * How the C library of most Linux computers keeps memory for a process, which others ignore. By itself it keeps a store for each thread, eight
 * for each processor, and what is large it keeps once it was used; Node has many threads and large buffers. Measured twice: 2
 * and 16% less at rest, 9 and 20% less at the most of an import (docs/benchmarks.md).
 */
export const memoryEnvironment = { MALLOC_ARENA_MAX: "2", MALLOC_MMAP_THRESHOLD_: "131072" };

/**
 * How Next is started: with what it needs of ours loaded before it.
 * @param {"start" | "dev"} command
 * @param {{ host: string, port: number }} address
 */
export function serverArguments(command, { host, port }) {
  const preloaded = ["./stop-with-launcher.mjs", "./edge/preload.mjs"].flatMap((file) => [
    "--import",
    new URL(file, import.meta.url).href,
  ]);
  const next = inProject("node_modules/next/dist/bin/next");
  return [...preloaded, next, command, "-H", host, "-p", String(port)];
}

/**
 * Starts Next on an address. What it writes as an error is shown at once; the rest is held until it serves,
 * so that the first thing people read is where to go.
 * @param {"start" | "dev"} command
 * @param {import("./address.mjs").Address} address
 * @returns {Server & { showOutput: () => void }}
 */
export function startServer(command, { host, port }) {
  const child = spawnGroup(process.execPath, serverArguments(command, { host, port }), {
    env: {
      ...memoryEnvironment,
      ...process.env,
      ...quietEnvironment,
      LAUNCHER_PID: String(process.pid),
      HOST: host,
      PORT: String(port),
      NODE_ENV: command === "dev" ? "development" : "production",
      // The application itself stops its jobs and closes its database, then ends the process.
      ...(command === "start" ? { NEXT_MANUAL_SIG_HANDLE: "1" } : {}),
    },
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });
  let held = "";
  const hold = (/** @type {Buffer} */ chunk) => (held += chunk.toString());
  child.stdout?.on("data", hold);
  return {
    held: () => held,
    showOutput: () => {
      child.stdout?.off("data", hold);
      child.stdout?.pipe(process.stdout);
    },
    ended: new Promise((resolve) => {
      child.once("error", () => resolve(1));
      child.once("close", (code) => resolve(code ?? 1));
    }),
  };
}

/**
 * Asks a server for its health until it is well.
 * @param {string} url
 * @param {Promise<unknown>} ended settles when there is no server left to ask
 * @returns {Promise<{ database: string } | { problem: string }>}
 */
export async function untilHealthy(url, ended) {
  let gone = false;
  void ended.then(() => (gone = true));
  let problem = `It did not answer within ${readyMs / 60_000} minutes.`;
  for (const limit = Date.now() + readyMs; Date.now() < limit && !gone; await wait(betweenAsksMs)) {
    try {
      const answer = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(oneAskMs) });
      /** @type {{ database?: unknown }} */
      const health = await answer.json();
      if (answer.ok) return { database: String(health.database) };
      problem = `Its health check says ${answer.status}: ${JSON.stringify(health)}`;
    } catch {
      // Not listening yet, or still preparing its database: ask again.
    }
  }
  return { problem: gone ? "What it wrote above says why." : problem };
}
