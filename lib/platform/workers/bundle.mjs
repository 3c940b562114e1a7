// @ts-check
// A worker thread is started from a file, and Node cannot read TypeScript: esbuild bundles an entry with all
// our modules that it imports. Packages are imported from node_modules as usual. This is plain Node, because
// the build runs it.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, renameSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { builtWorker } from "./built.mjs";

/** @typedef {{ file: string, text: string, madeOf: Map<string, number> }} Bundle */

/** Made once by the build, for the application that it serves. @param {string} entry relative to the project */
export async function buildWorker(entry) {
  write(builtWorker(entry), (await bundle(entry)).text);
}

/** @type {Map<string, Bundle>} */
const bundles = new Map();

/**
 * The module of an entry as its sources are now, for development and tests. Its name says what is in it, so that a
 * thread that loaded an earlier one loads this one too.
 * @param {string} entry relative to the project
 * @returns {Promise<string>}
 */
export async function currentWorker(entry) {
  let made = bundles.get(entry);
  if (!made || isStale(made)) {
    made = await bundle(entry);
    bundles.set(entry, made);
  }
  if (!existsSync(made.file)) write(made.file, made.text);
  return made.file;
}

/** @param {Bundle} made */
function isStale({ madeOf }) {
  return [...madeOf].some(([file, changed]) => changedAt(file) !== changed);
}

/** @param {string} file */
function changedAt(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** @param {string} entry @returns {Promise<Bundle>} */
async function bundle(entry) {
  const { build } = await import("esbuild");
  const { outputFiles, metafile } = await build({
    entryPoints: [entry],
    absWorkingDir: process.cwd(),
    bundle: true,
    packages: "external",
    platform: "node",
    target: "node20",
    format: "esm",
    write: false,
    metafile: true,
    logLevel: "silent",
  });
  const text = outputFiles[0]?.text ?? "";
  const digest = createHash("sha256").update(text).digest("hex").slice(0, 16);
  const sources = Object.keys(metafile.inputs).map((file) => path.resolve(file));
  return {
    file: builtWorker(entry).replace(/\.mjs$/, `-${digest}.mjs`),
    text,
    madeOf: new Map(sources.map((file) => [file, changedAt(file)])),
  };
}

/** Another process may write the same file at the same time, or load it. @param {string} file @param {string} text */
function write(file, text) {
  mkdirSync(path.dirname(file), { recursive: true });
  const half = `${file}.${process.pid}`;
  writeFileSync(half, text);
  renameSync(half, file);
}
