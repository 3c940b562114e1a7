/**
 * Puts the backup of prepare.ts, which is named first, into another database: a moment, where to play the demonstration
 * again takes half a minute. Prints, as JSON, a session for each of the people, named second, since a backup has none.
 */
import { z } from "zod";
import { createSession } from "@/lib/access/sign-in/sessions";
import { restore } from "@/lib/platform/backup/restore";
import { connect, db, disconnect, pool } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { openDatabase } from "@/lib/platform/database-pool";
import { migrate } from "@/prisma/migrate";
import { registerStages } from "@/register-stages";

const [backup, people] = z.tuple([z.string(), z.string()]).parse(process.argv.slice(2));
registerStages();
connect(await openDatabase(env()));
await migrate(pool());
await restore(backup);
const sessions: Record<string, string> = {};
for (const [role, userId] of Object.entries(z.record(z.string(), z.string()).parse(JSON.parse(people))))
  sessions[role] = (await createSession(db(), userId)).token;
process.stdout.write(JSON.stringify(sessions));
await disconnect();
