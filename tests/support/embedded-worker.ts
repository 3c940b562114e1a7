/**
 * Opens the embedded database in DATA_DIR, has contributions recorded, and writes the data files at a checkpoint. Says
 * how many were acknowledged, and hangs in a job.
 */
import { connect, db, pool } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { enqueue, registerJob, runNextJob } from "@/lib/platform/jobs";
import { openDatabase } from "@/lib/platform/database-pool";
import { migrate } from "@/prisma/migrate";
import { makeContribution, makeReview, makeRoundtable } from "./worlds/factories";

const WRITES = 20;

connect(await openDatabase(env()));
await migrate(pool());
const roundtable = await makeRoundtable(await makeReview());
for (let i = 0; i < WRITES; i++) await makeContribution(roundtable);
// From here on a recovery reads what was recorded from the data files, and no more from the log.
await pool().query("CHECKPOINT");
registerJob("hang", {
  run: () => {
    process.stdout.write(`${WRITES}\n`);
    return new Promise(() => {});
  },
});
await enqueue(db(), { kind: "hang", payload: { words: "kept" } });
await runNextJob();
