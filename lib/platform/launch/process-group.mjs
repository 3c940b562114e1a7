// @ts-check
import { spawn, spawnSync } from "node:child_process";
import { projectRoot } from "./project.mjs";

const onWindows = process.platform === "win32";
const graceMs = 8_000;

/** @typedef {import("node:child_process").ChildProcess} ChildProcess */

/** @type {Set<ChildProcess>} */
const running = new Set();

// However this process ends, except by SIGKILL, its children end with it.
process.once("exit", killAllGroups);

/**
 * Starts a command in a process group of its own, so that it can be ended with everything it started,
 * and so that Ctrl-C in a terminal reaches it once, through this process, rather than twice.
 * @param {string} command
 * @param {string[]} args
 * @param {import("node:child_process").SpawnOptions} [options]
 */
export function spawnGroup(command, args, options) {
  const child = spawn(command, args, { cwd: projectRoot, detached: !onWindows, ...options });
  running.add(child);
  child.once("error", () => running.delete(child));
  child.once("exit", () => {
    running.delete(child);
    signalGroup(child, "SIGKILL");
  });
  return child;
}

/**
 * Sends a signal to a group. A group that is gone already is no error.
 * @param {ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function signalGroup(child, signal) {
  if (child.pid === undefined) return;
  if (onWindows) {
    if (child.exitCode === null) spawnSync("taskkill", ["/pid", String(child.pid), "/t", "/f"]);
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}

/** Ends a group as Ctrl-C would, and by force if it has not gone after eight seconds. @param {ChildProcess} child */
export async function endGroup(child) {
  if (!running.has(child)) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  signalGroup(child, "SIGINT");
  const force = setTimeout(() => signalGroup(child, "SIGKILL"), graceMs);
  await gone;
  clearTimeout(force);
}

export async function endAllGroups() {
  await Promise.all([...running].map(endGroup));
}

export function killAllGroups() {
  for (const child of running) signalGroup(child, "SIGKILL");
}
