import { sendConsoleToLog } from "@/lib/platform/log/console-log";
import { controlHandler } from "@/lib/platform/backup/control";
import { connect, disconnect, pool, transaction } from "@/lib/platform/db";
import { DataDirLocked } from "@/lib/platform/embedded/lock";
import { env } from "@/lib/platform/env";
import { startEvents, stopEvents } from "@/lib/platform/events";
import { startJobs, stopJobs } from "@/lib/platform/jobs";
import { keepLedgerCopied, stopCopyingLedger } from "@/lib/platform/ledger/ledger-copy";
import { LedgerUnusable } from "@/lib/platform/ledger/ledger-file";
import { reconcileLedger } from "@/lib/platform/ledger/reconcile";
import { log, logFault } from "@/lib/platform/log/log";
import { openDatabase } from "@/lib/platform/database-pool";
import { stopWorkers } from "@/lib/platform/workers/pool";
import { migrate } from "@/prisma/migrate";
import { ensureFirstReview } from "@/prisma/npq-review";
import { seedDemonstration } from "@/prisma/seed";
import { registerStages } from "./register-stages";

const RETRY_MS = 2000;
const STOP_MS = 30_000;

/** Opens the database, brings it up to date, and starts what runs besides the requests. */
export async function startApplication(): Promise<void> {
  process.env.NEXTAUTH_URL ??= env().APP_URL ?? "http://127.0.0.1";
  if (env().NODE_ENV === "production") sendConsoleToLog();
  registerStages();
  connect(await openOrExit());
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void stop());
  try {
    await bringUp();
  } catch (error) {
    if (env().DATABASE_URL === undefined || error instanceof LedgerUnusable) return exitWith(error);
    // A server that is away comes back: until then /api/health says so, and pages say to try again.
    logFault("database.unavailable", error);
    retryUntilUp();
  }
}

async function openOrExit() {
  try {
    return await openDatabase(env(), controlHandler);
  } catch (error) {
    return exitWith(error);
  }
}

async function bringUp() {
  const applied = await migrate(pool());
  await reconcileLedger();
  keepLedgerCopied();
  if (applied.length > 0) log("info", "database.migrated", { migrations: applied.length });
  const { demonstration, LEAD_EMAIL } = env();
  if (demonstration) await seedDemonstration();
  else if (LEAD_EMAIL) await transaction((tx) => ensureFirstReview(tx, LEAD_EMAIL));
  await startEvents();
  await startJobs();
}

function retryUntilUp() {
  const again = (error: unknown) => (error instanceof LedgerUnusable ? exitWith(error) : retryUntilUp());
  setTimeout(() => void bringUp().catch(again), RETRY_MS);
}

async function stop() {
  // A database that does not answer must not keep the process: what was acknowledged is on the disk.
  setTimeout(() => process.exit(1), STOP_MS).unref();
  // A job whose task is stopped is repeated after the next start.
  await Promise.all([stopJobs(), stopWorkers()]);
  stopCopyingLedger();
  await stopEvents();
  await disconnect();
  process.exit(0);
}

function exitWith(error: unknown): never {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${message}\n`);
  if (!(error instanceof DataDirLocked)) logFault("start.failed", error);
  process.exit(1);
}
