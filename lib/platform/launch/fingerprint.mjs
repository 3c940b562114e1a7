// @ts-check
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

/**
 * One SHA-256, in hexadecimal, over the names and contents of files, whatever order they are given in.
 * A folder stands for everything under it; what does not exist is passed over.
 * @param {string} root
 * @param {string[]} entries files and folders, relative to the root
 * @param {(relative: string) => boolean} [counts] whether a file or folder is part of it
 */
export function fingerprint(root, entries, counts = () => true) {
  const hash = createHash("sha256");
  for (const file of entries.flatMap((entry) => filesUnder(root, entry, counts)).sort()) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update("\0");
  }
  return hash.digest("hex");
}

/**
 * @param {string} root
 * @param {string} entry
 * @param {(relative: string) => boolean} counts
 * @returns {string[]}
 */
function filesUnder(root, entry, counts) {
  const full = path.join(root, entry);
  if (!counts(entry) || !existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [entry];
  return readdirSync(full).flatMap((name) => filesUnder(root, path.posix.join(entry, name), counts));
}

/** What a stamp file says, or nothing when it has not been written. @param {string} file */
export function readStamp(file) {
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}
