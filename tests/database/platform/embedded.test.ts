import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { connect, db, disconnect } from "@/lib/platform/db";
import { registerJob, runNextJob } from "@/lib/platform/jobs";
import { openDatabase } from "@/lib/platform/pool";
import { migrate } from "@/prisma/migrate";

/** The embedded database in a folder, held by other processes that are killed while they work. */
let dataDir: string;
/** Such a folder with every table and nothing in them: each test begins with a copy. */
let emptyDir: string;
let children: ChildProcess[] = [];
const environment = (DATA_DIR = dataDir) => ({ DATA_DIR, DATABASE_POOL: 2, DATABASE_URL: undefined });
const newFolder = () => mkdtemp(path.join(os.tmpdir(), "npq-review-embedded-"));

beforeAll(async () => {
  process.env.HOST ??= "127.0.0.1";
  process.env.LOG_LEVEL ??= "silent";
  emptyDir = await newFolder();
  const database = await openDatabase(environment(emptyDir));
  await migrate(database.pool);
  await database.close();
});
afterAll(() => rm(emptyDir, { recursive: true, force: true }));
beforeEach(async () => {
  dataDir = await newFolder();
  await cp(emptyDir, dataDir, { recursive: true });
});
afterEach(async () => {
  for (const child of children) child.kill("SIGKILL");
  children = [];
  await rm(dataDir, { recursive: true, force: true });
});

/** Starts a process that opens the database and works; resolves with its first line. */
async function startWorker(): Promise<{ child: ChildProcess; said: string }> {
  const script = path.join("tests", "support", "embedded-worker.ts");
  const child = spawn(process.execPath, ["--import", "tsx", script], {
    env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: "" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.push(child);
  const [line] = (await once(child.stdout ?? child, "data")) as [Buffer];
  return { child, said: String(line).trim() };
}

test("a second process is refused, and told which one holds the database", async () => {
  const { child } = await startWorker();
  await expect(openDatabase(environment())).rejects.toThrow(new RegExp(`in use by process ${child.pid}\\b`));
});

test("the lock ends with its process, nothing acknowledged is lost, and its job is run again", async () => {
  const { child, said } = await startWorker();
  const written = Number(said);
  expect(written).toBeGreaterThan(0);
  child.kill("SIGKILL");
  await once(child, "exit");
  connect(await openDatabase(environment()));
  try {
    expect(await db().rateWindow.count()).toBeGreaterThanOrEqual(written);
    expect(await db().job.findFirstOrThrow()).toMatchObject({ state: "running", attempts: 1 });
    let resumed: unknown;
    registerJob("hang", { run: (payload) => Promise.resolve(void (resumed = payload)) });
    expect(await runNextJob()).toBe(false);
    await db().job.updateMany({ data: { leaseUntil: new Date(0) } });
    expect(await runNextJob()).toBe(true);
    expect(resumed).toEqual({ words: "kept" });
  } finally {
    await disconnect();
  }
});

test("of many processes that start together on a dead lock, only one gets it", async () => {
  const { child } = await startWorker();
  child.kill("SIGKILL");
  await once(child, "exit");
  const tries = await Promise.allSettled([1, 2, 3].map(() => openDatabase(environment())));
  const opened = tries.filter((one) => one.status === "fulfilled");
  expect(opened).toHaveLength(1);
  await Promise.all(opened.map(({ value }) => value.close()));
});
