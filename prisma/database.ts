/** `npm run db:<verb>`: database commands for the command line. */
import { readdir } from "node:fs/promises";
import path from "node:path";
import { registerStages } from "@/register-stages";
import { generateIdentity, identityToRecipient } from "age-encryption";
import { z } from "zod";
import { appointLead } from "@/lib/review/member/commands/appoint-lead";
import { PLAIN_WARNING, protectionOf } from "@/lib/platform/backup/backup-encryption";
import { carryOut, type ControlRequest } from "@/lib/platform/backup/control";
import { connect, disconnect, pool, transaction } from "@/lib/platform/db";
import { askHolder, DataDirLocked } from "@/lib/platform/embedded/lock";
import { env } from "@/lib/platform/env";
import { openDatabase } from "@/lib/platform/database-pool";
import { empty, migrate } from "./migrate";
import { seedDemonstration } from "./seed";

const VERBS: Record<string, (...words: string[]) => Promise<string>> = {
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
    return opened(async () => `Emptied the database and applied ${(await empty(pool())).length} migrations.`);
  },
  backup: async (...words) => {
    const file = fileOf("backup", words);
    const protection = protectionOf(env(), { plain: words.includes("--plain") });
    if (protection === "plain") console.error(PLAIN_WARNING);
    return ask({ verb: "backup", file, protection });
  },
  restore: async (...words) => {
    const { BACKUP_PASSPHRASE: passphrase, BACKUP_IDENTITY: identity } = env();
    return ask({ verb: "restore", file: fileOf("restore", words), keys: { passphrase, identity } });
  },
  lead: (slug = "", email = "") => {
    const address = z.email().safeParse(email.toLowerCase());
    if (!address.success)
      throw new Error("Name the review and an address: npm run db:lead -- npq name@school.example");
    return opened(async () => {
      await transaction((tx) => appointLead(tx, slug, address.data));
      return `${address.data} leads the review ${slug} now, and can sign in.`;
    });
  },
  key: async () => {
    const identity = await generateIdentity();
    return [
      "Public key, for the computer that makes backups:",
      `BACKUP_RECIPIENT=${await identityToRecipient(identity)}`,
      "Secret key, which restores them. It is shown only now: keep it in a safe place, away from the backups:",
      `BACKUP_IDENTITY=${identity}`,
    ].join("\n");
  },
};

function fileOf(verb: string, words: readonly string[]): string {
  const file = words.find((word) => !word.startsWith("--"));
  if (!file) throw new Error(`Name the file: npm run db:${verb} -- npq-review.backup`);
  return path.resolve(file);
}

/** Asks the application that holds the embedded database if it is running, else does the work itself. */
async function ask(request: ControlRequest): Promise<string> {
  const exists = await readdir(env().DATA_DIR).then(
    () => true,
    () => false,
  );
  const asked = !env().DATABASE_URL && exists;
  const answer = asked ? await askHolder(env().DATA_DIR, JSON.stringify(request)) : null;
  if (answer === null) {
    return opened(async () => {
      await migrate(pool());
      return carryOut(request);
    });
  }
  const text = answer.toString("utf8");
  if (!text.startsWith("ok ")) throw new Error(text);
  return text.slice("ok ".length);
}

async function opened(work: () => Promise<string>): Promise<string> {
  connect(await openDatabase(env()));
  try {
    return await work();
  } finally {
    await disconnect();
  }
}

async function main([verb = "", ...words]: string[]) {
  process.env.HOST ??= "127.0.0.1";
  registerStages();
  const run = VERBS[verb];
  if (!run) throw new Error(`Choose one of: ${Object.keys(VERBS).join(", ")}.`);
  console.log(await run(...words));
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  if (!(error instanceof DataDirLocked) && process.env.LOG_LEVEL === "debug") console.error(error);
  process.exitCode = 1;
}
