// @ts-check
// PGlite, alone in a worker thread, so that a long query does not block the server's own thread. Each message
// is { id, bytes } (run these wire-protocol bytes), { id, dump: true } or { id, close: true }; each answer
// has the same id, in the order of the requests.
import { readFile } from "node:fs/promises";
import { parentPort, workerData } from "node:worker_threads";
import { PGlite } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";

/** @typedef {{ id: number, bytes?: Uint8Array, close?: boolean, dump?: boolean }} Request */
/** @typedef {{ id: number, bytes?: Uint8Array<ArrayBuffer>, error?: string }} Reply */

/** @type {{ dataDir?: string, copyOf?: string }} */
const { dataDir, copyOf } = workerData;
const database = await PGlite.create({
  dataDir: dataDir ?? "memory://",
  extensions: { pg_trgm },
  // PGlite switches fsync off (-F) by default, but what was acknowledged must survive a power cut. Figures
  // sort every tagging of a review, which should happen in memory.
  ...(dataDir
    ? { startParams: [...PGlite.defaultStartParams.filter((param) => param !== "-F"), "-c", "work_mem=32MB"] }
    : {}),
  ...(copyOf ? { loadDataDir: new Blob([await readFile(copyOf)]) } : {}),
});
parentPort?.postMessage({ ready: true });

/** @param {Request} request @returns {Promise<Reply>} */
async function answer({ id, bytes, close, dump }) {
  if (close) {
    await database.close();
    return { id };
  }
  if (dump) {
    const file = await database.dumpDataDir("none");
    return { id, bytes: new Uint8Array(await file.arrayBuffer()) };
  }
  const reply = await database.execProtocolRaw(bytes ?? new Uint8Array());
  // A copy: the reply may be a view of PGlite's memory.
  return { id, bytes: reply.slice() };
}

/** @type {Promise<void>} */
let previous = Promise.resolve();
parentPort?.on("message", (/** @type {Request} */ request) => {
  previous = previous
    .then(() => answer(request))
    .catch((error) => ({ id: request.id, error: error instanceof Error ? error.message : String(error) }))
    .then((/** @type {Reply} */ reply) =>
      parentPort?.postMessage(reply, reply.bytes ? [reply.bytes.buffer] : []),
    );
});
