// @ts-check
// Preloaded into a process (and so into its threads): while the file FULL_DISK exists, whatever is written to a file in
// the folder FULL_DISK_OF is refused, as it is by a disk that is full.
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

const { FULL_DISK: flag = "", FULL_DISK_OF: of = "" } = process.env;

/** @param {unknown} descriptor */
function isRefused(descriptor) {
  if (typeof descriptor !== "number" || !fs.existsSync(flag)) return false;
  try {
    return fs.readlinkSync(`/proc/self/fd/${descriptor}`).startsWith(of);
  } catch {
    return false;
  }
}

const { writeSync } = fs;
fs.writeSync = /** @type {typeof fs.writeSync} */ (
  (/** @type {Parameters<typeof fs.writeSync>} */ ...written) => {
    if (isRefused(written[0]))
      throw Object.assign(new Error("ENOSPC: no space left on device, write"), {
        code: "ENOSPC",
        errno: -28,
        syscall: "write",
      });
    return writeSync(...written);
  }
);
syncBuiltinESMExports();
