import { existsSync } from "node:fs";
import { readdir, statfs } from "node:fs/promises";
import path from "node:path";

/** Without one of these PostgreSQL cannot open its files, or takes them for a folder in which to begin a new database. */
const NEEDED = ["PG_VERSION", "base", "global/pg_control", "global/pg_filenode.map", "pg_wal", "pg_xact"];

/** Less than this is too little to start in: a segment of the log alone takes 16 MB. */
const LEAST_FREE = 64 * 2 ** 20;

/** What is missing of a database that was there, as paths within its folder; nothing for a folder that is new. */
export async function missingFiles(folder: string): Promise<string[]> {
  const there = await readdir(folder).catch(() => []);
  return there.length === 0 ? [] : NEEDED.filter((name) => !existsSync(path.join(folder, name)));
}

/** Why a database cannot be opened, what is safe, and what to do. */
export async function damageInWords(dataDir: string, folder: string): Promise<string> {
  const missing = await missingFiles(folder);
  const { bavail, bsize } = await statfs(dataDir);
  const safe = `Nothing was deleted. Backups, and the ledger of decisions in ${path.join(dataDir, "ledger")}, are not affected.`;
  if (missing.length === 0 && bavail * bsize < LEAST_FREE)
    return `The database in ${folder} cannot be opened because the disk is full. ${safe} Make room on the disk, then start again.`;
  const what = missing.length > 0 ? `: ${missing.join(", ")} missing` : "";
  return (
    `The database in ${folder} cannot be opened because its files are damaged${what}. ${safe} Move that folder aside and ` +
    "put the last backup back with: npm run db:restore -- file. If the application had never started before, remove the " +
    "folder and start again."
  );
}
