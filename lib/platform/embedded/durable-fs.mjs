// @ts-check
import fs from "node:fs";
import path from "node:path";
import { NodeFS } from "@electric-sql/pglite/nodefs";
import { rememberSizes } from "./file-sizes.mjs";

/** @typedef {import("./file-sizes.mjs").Operations<Stream, object>} Operations */
/** @typedef {import("./file-sizes.mjs").Stream & { nfd?: number }} Stream */
/** @typedef {Operations & { stream_ops: { fsync?: (stream: Stream) => number }, realPath(node: unknown): string }} NodeFsModule */

/**
 * PGlite's file system on a folder, with a real fsync. PGlite 0.5.16 has none: PostgreSQL's fsync() finds no such
 * operation on a stream and succeeds without doing anything, so that a power cut could take what was acknowledged.
 * `fdatasync` is a stub too, which is why the database must run with wal_sync_method=fsync.
 */
export class DurableNodeFS extends NodeFS {
  /**
   * @override
   * @type {NodeFS["init"]}
   */
  async init(pg, opts) {
    const { emscriptenOpts } = await super.init(pg, opts);
    const preRun = [
      ...(emscriptenOpts.preRun ?? []),
      (/** @type {unknown} */ module) => {
        const { NODEFS } = /** @type {{ NODEFS: NodeFsModule }} */ (module);
        NODEFS.stream_ops.fsync = (stream) => {
          if (stream.nfd === undefined) syncPath(NODEFS.realPath(stream.node));
          else fs.fsyncSync(stream.nfd);
          return 0;
        };
        rememberSizes(NODEFS);
      },
    ];
    return { emscriptenOpts: { ...emscriptenOpts, preRun } };
  }
}

/**
 * Everything in a new data folder: PostgreSQL's initdb syncs its files, and PGlite unpacks them instead.
 * @param {string} folder
 */
export function syncFolder(folder) {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const at = path.join(folder, entry.name);
    if (entry.isDirectory()) syncFolder(at);
    else if (entry.isFile()) syncPath(at);
  }
  syncPath(folder);
}

/**
 * Windows can neither open a folder to sync it, nor sync a file that is open for reading alone; PostgreSQL leaves
 * folders out there too.
 * @param {string} at a file or a folder, whose entries are its contents
 */
function syncPath(at) {
  const isFolder = fs.statSync(at).isDirectory();
  if (isFolder && process.platform === "win32") return;
  const descriptor = fs.openSync(at, isFolder ? "r" : "r+");
  try {
    fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}
