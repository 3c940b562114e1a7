/** `npm run db:<verb>`: database commands for the command line. */
import { readdir } from "node:fs/promises";
import path from "node:path";
import { registerStages } from "@/register-stages";
import { backUp, restore } from "@/lib/platform/backup";
import { connect, disconnect, pool } from "@/lib/platform/db";
import { askHolder, DataDirLocked } from "@/lib/platform/embedded/lock";
import { env } from "@/lib/platform/env";
import { openDatabase } from "@/lib/platform/pool";
import { migrate } from "./migrate";
import { seedDemonstration } from "./seed";

const VERBS: Record<string, (argument: string | undefined) => Promise<string>> = {
  migrate: () => opened(async () => `Applied ${(await migrate(pool())).length} migrations.`),
  seed: () =>
    opened(async () => {
      await migrate(pool());
      return (await seedDemonstration())
        ? "The demonstration is there now."
        : "The demonstration was there already.";
    }),
  reset: (argument) => {
    if (argument !== "--yes")
      throw new Error("This deletes everything in the database. If that is meant: npm run db:reset -- --yes");
    return opened(async () => {
      await pool().query("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
      return `Emptied the database and applied ${(await migrate(pool())).length} migrations.`;
    });
  },
  backup: (argument) => withFile("backup", argument, backUp),
  restore: (argument) => withFile("restore", argument, restore),
};

/** Asks the application that holds the embedded database if it is running, else does the work itself. */
async function withFile(
  verb: "backup" | "restore",
  argument: string | undefined,
  work: (file: string) => Promise<number>,
) {
  if (!argument) throw new Error(`Name the file: npm run db:${verb} -- npq-review.backup`);
  const file = path.resolve(argument);
  const said = (rows: number | string) =>
    `${verb === "backup" ? "Wrote" : "Restored"} ${rows} rows: ${argument}`;
  const exists = await readdir(env().DATA_DIR).then(
    () => true,
    () => false,
  );
  const answer = env().DATABASE_URL || !exists ? null : await askHolder(env().DATA_DIR, `${verb} ${file}`);
  if (answer === null) {
    return opened(async () => {
      await migrate(pool());
      return said(await work(file));
    });
  }
  const [ok, rows = "0"] = answer.toString("utf8").split(" ");
  if (ok !== "ok") throw new Error(answer.toString("utf8"));
  return said(rows);
}

async function opened(work: () => Promise<string>): Promise<string> {
  connect(await openDatabase(env()));
  try {
    return await work();
  } finally {
    await disconnect();
  }
}

async function main([verb = "", argument]: string[]) {
  process.env.HOST ??= "127.0.0.1";
  registerStages();
  const run = VERBS[verb];
  if (!run) throw new Error(`Choose one of: ${Object.keys(VERBS).join(", ")}.`);
  console.log(await run(argument));
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  if (!(error instanceof DataDirLocked) && process.env.LOG_LEVEL === "debug") console.error(error);
  process.exitCode = 1;
}
