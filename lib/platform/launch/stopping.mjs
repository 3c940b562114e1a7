// @ts-check
import { endAllGroups, killAllGroups } from "./process-group.mjs";

// One Ctrl-C can arrive twice: from the terminal, and again from npm, which passes signals on.
const sameSignalMs = 1_000;
const parentWatchMs = 500;

/** @type {Set<() => Promise<void> | void>} */
const cleanups = new Set();

let stopping = false;

/** Whether a signal has asked this process to stop, so that the end of a child is expected. */
export function isStopping() {
  return stopping;
}

/**
 * Has something undone when the process is told to stop. Returns how to undo it sooner, once.
 * @param {() => Promise<void> | void} cleanup
 */
export function undoneOnStop(cleanup) {
  cleanups.add(cleanup);
  return async () => {
    if (cleanups.delete(cleanup)) await cleanup();
  };
}

/**
 * On the first signal ends every child, cleans up and exits; on a second one kills what is left.
 * @param {number} exitCode what to exit with after a clean stop
 */
export function stopOnSignals(exitCode) {
  let firstAt = 0;
  const stop = async () => {
    if (stopping) {
      if (Date.now() - firstAt < sameSignalMs) return;
      killAllGroups();
      process.exit(130);
    }
    stopping = true;
    firstAt = Date.now();
    console.log("\nStopping …");
    await endAllGroups();
    for (const cleanup of cleanups) await cleanup();
    console.log("Stopped.");
    process.exit(exitCode);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => void stop());
  stopWhenNpmEnds(stop);
  // The reader of our output may have ended first; children must still be stopped.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
}

// npm runs a script through a shell, and a SIGTERM to npm ends that shell without reaching us: all we see is
// that our parent has changed.
/** @param {() => Promise<void>} stop */
function stopWhenNpmEnds(stop) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    void stop();
  }, parentWatchMs);
  watch.unref();
}
