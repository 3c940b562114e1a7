/** Opens the embedded database in DATA_DIR, writes for a while, says how much, and hangs in a job. */
import { connect, db, pool } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { enqueue, registerJob, runNextJob } from "@/lib/platform/jobs";
import { openDatabase } from "@/lib/platform/database-pool";
import { migrate } from "@/prisma/migrate";

const WRITES = 60;

connect(await openDatabase(env()));
await migrate(pool());
for (let i = 0; i < WRITES; i++) {
  await db().rateBucket.create({ data: { key: `write ${i}`, fullAt: new Date() } });
}
registerJob("hang", {
  run: () => {
    process.stdout.write(`${WRITES}\n`);
    return new Promise(() => {});
  },
});
await enqueue(db(), { kind: "hang", payload: { words: "kept" } });
await runNextJob();
