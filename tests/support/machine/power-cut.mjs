// @ts-check
// Preloaded into a process (and so into its threads): keeps, in the folder POWER_CUT_KEEPS, what a power cut would leave
// of the folder POWER_CUT_OF. Only what was synced is there: a file as it stood at its last fsync, and nothing else.
// Files below the folder POWER_CUT_FORGETS are not synced at all, as by a database that leaves them out.
import fs from "node:fs";
import path from "node:path";

const { POWER_CUT_OF: of = "", POWER_CUT_KEEPS: keeps = "", POWER_CUT_FORGETS: forgets } = process.env;
const sync = fs.fsyncSync;

fs.fsyncSync = (descriptor) => {
  sync(descriptor);
  const file = fs.readlinkSync(`/proc/self/fd/${descriptor}`);
  const within = path.relative(of, file);
  if (within.startsWith("..") || !fs.fstatSync(descriptor).isFile()) return;
  if (forgets !== undefined && within.startsWith(`${forgets}${path.sep}`)) return;
  const kept = path.join(keeps, within);
  fs.mkdirSync(path.dirname(kept), { recursive: true });
  // Whole, or not at all: this process may be killed at any moment.
  fs.copyFileSync(file, `${kept}.new`);
  fs.renameSync(`${kept}.new`, kept);
};
