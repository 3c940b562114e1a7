// @ts-check
import path from "node:path";

/** Where the build puts the module that threads load for an entry. @param {string} entry relative to the project */
export function builtWorker(entry) {
  return path.join(process.cwd(), ".next", "workers", `${path.basename(entry, ".ts")}.mjs`);
}
