// @ts-check
// Preloaded into a process (and so into its threads): keeps, in the folder POWER_CUT_KEEPS, what a power cut would leave
// of the folder POWER_CUT_OF. Only what was synced is there: a file as it stood at its last fsync, and nothing else.
// POWER_CUT_KEEPS_LESS has the same of a database that never syncs the files below the folder POWER_CUT_FORGETS.
import fs from "node:fs";
import path from "node:path";

const { POWER_CUT_OF: of = "", POWER_CUT_KEEPS: keeps = "" } = process.env;
const { POWER_CUT_KEEPS_LESS: keepsLess = "", POWER_CUT_FORGETS: forgets = "" } = process.env;
const sync = fs.fsyncSync;

fs.fsyncSync = (descriptor) => {
  sync(descriptor);
  const file = fs.readlinkSync(`/proc/self/fd/${descriptor}`);
  const within = path.relative(of, file);
  if (within.startsWith("..") || !fs.fstatSync(descriptor).isFile()) return;
  keep(file, path.join(keeps, within));
  if (!within.startsWith(`${forgets}${path.sep}`)) keep(file, path.join(keepsLess, within));
};

/** @param {string} file @param {string} kept */
function keep(file, kept) {
  fs.mkdirSync(path.dirname(kept), { recursive: true });
  // Whole, or not at all: this process may be killed at any moment.
  fs.copyFileSync(file, `${kept}.new`);
  fs.renameSync(`${kept}.new`, kept);
}
