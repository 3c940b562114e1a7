import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import type { Worker } from "node:worker_threads";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { connect, db, disconnect, pool } from "@/lib/platform/db";
import { publish, startEvents, stopEvents, subscribe } from "@/lib/platform/events";
import { registerJob, runNextJob } from "@/lib/platform/jobs";
import { openDatabase } from "@/lib/platform/database-pool";
import { makeEmbeddedIn } from "@/tests/support/database";
import { logged } from "@/tests/support/logged";
import { findProgram } from "@/tests/support/machine/chromium.mjs";

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
  await makeEmbeddedIn(emptyDir);
});
afterAll(() => rm(emptyDir, { recursive: true, force: true }));
beforeEach(async () => {
  dataDir = await newFolder();
  await cp(emptyDir, dataDir, { recursive: true });
});
afterEach(async () => {
  children.forEach(kill);
  children = [];
  await rm(dataDir, { recursive: true, force: true });
});

function kill({ pid }: ChildProcess): void {
  try {
    if (pid) process.kill(-pid, "SIGKILL");
  } catch {
    // It has ended already.
  }
}

/** Starts a process that opens the database and works; resolves with its first line. */
async function startWorker(
  settings: Record<string, string> = {},
  under: readonly string[] = [],
): Promise<{ child: ChildProcess; said: string }> {
  const script = path.join("tests", "support", "embedded-worker.ts");
  const [program = "", ...args] = [...under, process.execPath, "--import", "tsx", script];
  const child = spawn(program, args, {
    env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: "", ...settings },
    stdio: ["ignore", "pipe", "pipe"],
    // A group of its own, so that what runs under another program ends with it.
    detached: true,
  });
  children.push(child);
  const [line] = (await once(child.stdout ?? child, "data")) as [Buffer];
  return { child, said: String(line).trim() };
}

test("damaged files are told of in words, with what is safe and what to do", async () => {
  const control = path.join(dataDir, "postgresql", "global", "pg_control");
  const kept = await readFile(control);
  await writeFile(control, "not a control file");
  await expect(openDatabase(environment())).rejects.toThrow(
    /damaged\. Nothing was deleted.*npm run db:restore/,
  );
  await writeFile(control, kept);
  await (await openDatabase(environment())).close();
});

test("without one of its parts nothing is opened or begun again, and the words name it", async () => {
  const folder = path.join(dataDir, "postgresql");
  const parts = ["PG_VERSION", "base", "global/pg_control", "global/pg_filenode.map", "pg_wal", "pg_xact"];
  for (const name of parts) {
    const aside = path.join(dataDir, "aside");
    await rename(path.join(folder, name), aside);
    const before = await readdir(folder);
    await expect(openDatabase(environment()), name).rejects.toThrow(
      `damaged: ${name} missing. Nothing was deleted.`,
    );
    expect(await readdir(folder), name).toEqual(before);
    await rename(aside, path.join(folder, name));
  }
});

test("a second process is refused; of three after the first was killed one gets what was acknowledged and its job", async () => {
  const { child, said } = await startWorker();
  const written = Number(said);
  expect(written).toBeGreaterThan(0);
  await expect(openDatabase(environment())).rejects.toThrow(new RegExp(`in use by process ${child.pid}\\b`));
  kill(child);
  await once(child, "exit");
  const tries = await Promise.allSettled([1, 2, 3].map(() => openDatabase(environment())));
  const [opened, ...others] = tries.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  expect(others).toEqual([]);
  if (!opened) throw new Error("none of three got the database");
  connect(opened);
  try {
    expect(await db().contribution.count()).toBe(written);
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

test("a database that cannot be opened again is tried again after a while, not at every request", async () => {
  const threads: Worker[] = [];
  const onWorker = (worker: Worker) => void threads.push(worker);
  process.on("worker", onWorker);
  try {
    connect(await openDatabase(environment()));
    const control = path.join(dataDir, "postgresql", "global", "pg_control");
    const kept = await readFile(control);
    await threads.at(-1)?.terminate();
    await writeFile(control, "damaged");
    const began = threads.length;
    for (let i = 0; i < 20; i++) await expect(pool().query("SELECT 1")).rejects.toThrow();
    expect(threads.length - began).toBeLessThan(5);
    await writeFile(control, kept);
    await expect
      .poll(() =>
        pool()
          .query("SELECT 1")
          .then(
            () => "open",
            () => "shut",
          ),
      )
      .toBe("open");
  } finally {
    process.off("worker", onWorker);
    await disconnect();
  }
});

test("tables that grow, are cut and grow again are read whole, before and after a start", async () => {
  const rows = async () => (await pool().query("SELECT count(*)::int AS rows FROM grown")).rows as unknown[];
  const add = (count: number) =>
    pool().query("INSERT INTO grown SELECT repeat('x', 1000) FROM generate_series(1, $1)", [count]);
  connect(await openDatabase(environment()));
  await pool().query("CREATE TABLE grown (words text); CREATE INDEX ON grown (left(words, 100))");
  await add(500);
  await pool().query("DELETE FROM grown");
  await pool().query("VACUUM grown");
  const { rows: cut } = await pool().query("SELECT pg_relation_size('grown')::int AS bytes");
  expect(cut).toEqual([{ bytes: 0 }]);
  await add(300);
  await pool().query("TRUNCATE grown");
  await add(200);
  expect(await rows()).toEqual([{ rows: 200 }]);
  await disconnect();
  connect(await openDatabase(environment()));
  expect(await rows()).toEqual([{ rows: 200 }]);
  await disconnect();
});

const strace = findProgram(["strace"]);

test.skipIf(!strace)(
  `every save is synced, as the system's calls show${strace ? "" : " (skipped: strace is not installed)"}`,
  async () => {
    const calls = path.join(dataDir, "..", `${path.basename(dataDir)}.calls`);
    const { child, said } = await startWorker({}, [
      ...[strace ?? "", "--follow-forks", "--trace=fsync,fdatasync"],
      `--output=${calls}`,
    ]);
    kill(child);
    await once(child, "exit");
    const synced = (await readFile(calls, "utf8")).match(/fsync\(|fdatasync\(/g) ?? [];
    await rm(calls);
    expect(Number(said)).toBeGreaterThan(0);
    expect(synced.length).toBeGreaterThanOrEqual(Number(said));
  },
);

const noLinux = process.platform === "linux" ? false : "only Linux says which file a descriptor is of";

describe.skipIf(noLinux)(`what a power cut leaves${noLinux ? ` (skipped: ${noLinux})` : ""}`, () => {
  /** The folder as it would be read after the power cut, what was synced over what was there before; and without its data files. */
  async function afterPowerCut() {
    const [left, leftLess] = [await newFolder(), await newFolder()];
    for (const folder of [left, leftLess]) await cp(emptyDir, folder, { recursive: true });
    const { child, said } = await startWorker({
      NODE_OPTIONS: `--import ${path.resolve("tests", "support", "machine", "power-cut.mjs")}`,
      POWER_CUT_OF: dataDir,
      POWER_CUT_KEEPS: left,
      POWER_CUT_KEEPS_LESS: leftLess,
      POWER_CUT_FORGETS: path.join("postgresql", "base"),
    });
    kill(child);
    await once(child, "exit");
    return { left, leftLess, written: Number(said) };
  }

  /** How many contributions, with their words, and jobs can be read there. */
  async function readable(left: string): Promise<{ contributions: number; jobs: number }> {
    connect(await openDatabase(environment(left)));
    try {
      const said = await db().contribution.findMany({ select: { text: true } });
      const whole = said.filter(({ text }) => text.startsWith("Words said"));
      return { contributions: whole.length, jobs: await db().job.count() };
    } finally {
      await disconnect();
      await rm(left, { recursive: true, force: true });
    }
  }

  test("is all that was acknowledged, after a checkpoint too, and less where the data files are not synced", async () => {
    const { left, leftLess, written } = await afterPowerCut();
    expect(written).toBeGreaterThan(0);
    expect(await readable(left)).toEqual({ contributions: written, jobs: 1 });
    // That the first is complete is shown by this one, which is not.
    const found = await readable(leftLess).catch(() => ({ contributions: 0 }));
    expect(found.contributions).toBeLessThan(written);
  });
});

test("a long reply comes in parts, which are passed on as they come and not kept", async () => {
  const threads: Worker[] = [];
  const onWorker = (worker: Worker) => void threads.push(worker);
  process.on("worker", onWorker);
  try {
    connect(await openDatabase(environment()));
    let parts = 0;
    let longest = 0;
    threads.at(-1)?.on("message", ({ bytes }: { bytes?: Uint8Array }) => {
      parts += bytes ? 1 : 0;
      longest = Math.max(longest, bytes?.length ?? 0);
    });
    const many = "SELECT repeat('x', 1000) FROM generate_series(1, 2000)";
    expect((await pool().query(many)).rows).toHaveLength(2000);
    expect(parts).toBeGreaterThan(10);
    expect(longest).toBeLessThan(200_000);
  } finally {
    process.off("worker", onWorker);
    await disconnect();
  }
});

test("a database whose thread ends fails what waits at once, goes on with what was acknowledged, and is logged", async () => {
  const threads: Worker[] = [];
  const onWorker = (worker: Worker) => void threads.push(worker);
  process.on("worker", onWorker);
  try {
    connect(await openDatabase(environment()));
    await startEvents();
    const heard: string[] = [];
    const stop = subscribe(({ kind }) => void heard.push(kind));
    await db().rateBucket.create({ data: { key: "kept", fullAt: new Date() } });
    const waiting = pool().query("SELECT pg_sleep(60)");
    const lines = await logged("error", () =>
      Promise.all([expect(waiting).rejects.toThrow(/stopped/), threads.at(-1)?.terminate()]),
    );
    expect(lines.filter((line) => line.includes('"event":"database.ended"'))).toHaveLength(1);
    expect(await db().rateBucket.findMany({ select: { key: true } })).toEqual([{ key: "kept" }]);
    await expect.poll(() => heard).toContain("connected");
    await db().$transaction((tx) => publish(tx, { kind: "after", reviewId: "" }));
    await expect.poll(() => heard).toContain("after");
    stop();
    await stopEvents();
  } finally {
    process.off("worker", onWorker);
    await disconnect();
  }
});
