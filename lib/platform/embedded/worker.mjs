// @ts-check
// PGlite, alone in a worker thread, so that a long query does not block the server's own thread. Each message
// is { id, bytes } (run these wire-protocol bytes), { id, dump: true } or { id, close: true }. Each is answered in the
// order of the requests: what the database replies as { id, bytes }, any number of times, the last of them with done: true.
// A database that fails outside of the protocol cannot go on: the thread ends, and embedded.ts starts another.
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { PGlite } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { DurableNodeFS, syncFolder } from "./durable-fs.mjs";
import { watchForPanic } from "./panic.mjs";

/** @typedef {{ id: number, bytes?: Uint8Array, close?: boolean, dump?: boolean }} Request */
/** @typedef {{ id: number, bytes?: Uint8Array<ArrayBuffer>, done?: boolean }} Reply */

/** @typedef {{ pgliteWasmModule: WebAssembly.Module, initdbWasmModule: WebAssembly.Module }} Programs */

/** @type {{ dataDir?: string, copyOf?: string, programs?: Programs | null }} */
const { dataDir, copyOf, programs = null } = workerData;
/** Compiled, and made faster while they ran, in an earlier thread of this process if there was one. */
const compiled = programs ?? {
  pgliteWasmModule: await compile("pglite.wasm"),
  initdbWasmModule: await compile("initdb.wasm"),
};
const isNew = dataDir !== undefined && !existsSync(path.join(dataDir, "PG_VERSION"));
const database = await PGlite.create({
  ...compiled,
  ...(dataDir === undefined ? { dataDir: "memory://" } : onDisk(dataDir)),
  extensions: { pg_trgm },
  ...(copyOf ? { loadDataDir: new Blob([await readFile(copyOf)]) } : {}),
});
if (dataDir !== undefined && isNew) {
  await database.exec("CHECKPOINT");
  syncFolder(dataDir);
}
parentPort?.postMessage({ programs: compiled });

/** @param {string} name of a program that comes with PGlite */
async function compile(name) {
  // The build bundles this file, and a bundle cannot say where a package is.
  const folder = path.join(process.cwd(), "node_modules", "@electric-sql", "pglite", "dist");
  return WebAssembly.compile(await readFile(/* turbopackIgnore: true */ path.join(folder, name)));
}

/**
 * PGlite switches fsync off (-F) by default, but what was acknowledged must survive a power cut. Figures sort every
 * tagging of a review, which should happen in memory. The buffers are written when the database opens, needed or not: the
 * default of 128 MB is memory that the kernel's own cache of the files uses better.
 * @param {string} folder
 */
function onDisk(folder) {
  const settings = ["wal_sync_method=fsync", "work_mem=32MB", "shared_buffers=32MB"].flatMap((setting) => [
    "-c",
    setting,
  ]);
  const startParams = [...PGlite.defaultStartParams.filter((param) => param !== "-F"), ...settings];
  return { fs: new DurableNodeFS(folder), startParams };
}

/** @param {Reply} reply */
function send(reply) {
  parentPort?.postMessage(reply, reply.bytes ? [reply.bytes.buffer] : []);
}

/** @param {Request} request */
async function answer({ id, bytes, close, dump }) {
  /** The latest part of a reply, which waits for the next one or the end: a message costs more than a short statement. */
  const held = /** @type {{ bytes?: Uint8Array<ArrayBuffer> }} */ ({});
  const sendHeld = (/** @type {boolean} */ done) => send({ id, ...held, ...(done ? { done } : {}) });
  if (close) {
    await database.close();
  } else if (dump) {
    const file = await database.dumpDataDir("none");
    held.bytes = new Uint8Array(await file.arrayBuffer());
  } else {
    // `execProtocolRaw` would keep every reply that it has parsed. A copy: the bytes are a view of PGlite's memory.
    const onRawData = (/** @type {Uint8Array} */ data) => {
      panic ??= panicIn(data);
      if (held.bytes) sendHeld(false);
      held.bytes = data.slice();
    };
    try {
      await database.execProtocolRawStream(bytes ?? new Uint8Array(), { onRawData });
    } catch (error) {
      if (held.bytes) sendHeld(false);
      throw error;
    }
  }
  sendHeld(true);
  if (panic !== null) throw Object.assign(new Error("The embedded database has panicked."), { code: panic });
}

const panicIn = watchForPanic();
/** @type {string | null} */
let panic = null;

/** @type {Promise<void>} */
let previous = Promise.resolve();
parentPort?.on("message", (/** @type {Request} */ request) => {
  previous = previous.then(() => answer(request));
});
