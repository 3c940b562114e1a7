/**
 * Fills DATA_DIR for the browser tests and prints, as JSON, a session for each role and the ids they need. A backup of
 * it goes into the file that is named first, and the JSON into the one that is named second, if they are.
 */
import { writeFileSync } from "node:fs";
import { createSession } from "@/lib/access/sign-in/sessions";
import { backUp } from "@/lib/platform/backup/backup";
import { connect, db, disconnect, pool } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { enqueueRecurring, runNextJob } from "@/lib/platform/jobs";
import { openDatabase } from "@/lib/platform/database-pool";
import { stopWorkers } from "@/lib/platform/workers/pool";
import { migrate } from "@/prisma/migrate";
import { seedDemonstration } from "@/prisma/seed";
import { registerStages } from "@/register-stages";
import { prepareAccess } from "@/tests/support/access-subjects";

const MAX_JOBS = 1000;

registerStages();
connect(await openDatabase(env()));
await migrate(pool());
await seedDemonstration();
const sessions: Record<string, string> = {};
const users: Record<string, string> = {};
const people = await db().membership.findMany({ select: { role: true, userId: true } });
for (const { role, userId } of people) {
  users[role] = userId;
  sessions[role] = (await createSession(db(), userId)).token;
}
const other = await db().user.create({
  data: { email: "elsewhere@example.org", name: "Lead of another review" },
});
await db().review.create({
  data: {
    slug: "elsewhere",
    title: "Another review",
    startsOn: new Date("2025-01-01"),
    endsOn: new Date("2026-07-31"),
    memberships: { create: { userId: other.id, role: "lead" } },
  },
});
sessions.elsewhere = (await createSession(db(), other.id)).token;
const both = await db().user.create({ data: { email: "both@example.org", name: "Somebody in two reviews" } });
for (const [slug, role] of [
  ["npq", "fellow"],
  ["elsewhere", "facilitator"],
] as const) {
  const { id: reviewId } = await db().review.findUniqueOrThrow({ where: { slug }, select: { id: true } });
  await db().membership.create({ data: { reviewId, userId: both.id, role } });
}
sessions.both = (await createSession(db(), both.id)).token;
const subjects = await prepareAccess();
// Otherwise each server that has a copy would do all of this work again.
await enqueueRecurring(db());
for (let jobs = 0; jobs < MAX_JOBS && (await runNextJob()); jobs++);
await stopWorkers();
const [backup, file] = process.argv.slice(2);
if (backup) await backUp(backup, "plain");
const prepared = JSON.stringify({ sessions, users, subjects });
if (file) writeFileSync(file, prepared);
else process.stdout.write(prepared);
await disconnect();
