import { afterEach, describe, expect, test, vi } from "vitest";
import { COUNT_WORDS, FAIL, KEEP_WORDS, LAST_WORD, NEVER_END, REFUSE } from "@/tests/support/test-tasks";
import { threadsHold } from "@/tests/support/thread-memory";
import { invalid, Refusal } from "../errors";
import { runInWorker, stopWorkers, WorkerPool } from "./pool";
import { workerTask } from "./task";

const pools: WorkerPool[] = [];
afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.stop()));
});

function makePool(threads: number): WorkerPool {
  const pool = new WorkerPool("tests/support/test-tasks.ts", threads);
  pools.push(pool);
  return pool;
}

describe("a pool of threads", () => {
  test("returns what the plain function returns, while the process does other work", async () => {
    const pool = makePool(1);
    let turns = 0;
    const turning = setInterval(() => turns++, 1);
    const stopped = pool.run(NEVER_END).catch(() => turns);
    expect(await stopped).toBeGreaterThan(0);
    clearInterval(turning);
    const { words, each } = await pool.run(COUNT_WORDS, "a coach is a coach");
    expect(words).toBe(5);
    expect(each.get("coach")).toBe(2);
  });

  test("passes on what a task threw, and keeps the class of a refusal", async () => {
    const pool = makePool(1);
    await expect(pool.run(FAIL)).rejects.toThrow(RangeError);
    const refused = await pool.run(REFUSE).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Refusal);
    expect(refused).toEqual(invalid("Choose another file.", "file"));
    expect(await pool.run(COUNT_WORDS, "it goes on")).toMatchObject({ words: 3 });
  });

  test("stops a task that does not end, says so, and runs the tasks that waited behind it", async () => {
    const pool = makePool(1);
    const endless = [pool.run(NEVER_END), pool.run(NEVER_END)].map((run) =>
      expect(run).rejects.toThrow("The task never-end was stopped: it took longer than 0.3 seconds."),
    );
    const after = pool.run(COUNT_WORDS, "after them");
    await Promise.all(endless);
    expect(await after).toMatchObject({ words: 2 });
    const refusing = { ...NEVER_END, tooLong: () => invalid("Split the file.", "file") };
    await expect(pool.run(refusing)).rejects.toEqual(invalid("Split the file.", "file"));
  });

  test("refuses in words what would wait too long for a thread, and goes on with what still waits", async () => {
    const pool = makePool(1);
    const running = pool.run({ ...NEVER_END, limitMs: 1_500 }).catch(() => {});
    const patient = pool.run(COUNT_WORDS, "still here");
    const refused = await pool.run({ ...COUNT_WORDS, waitMs: 20 }, "one").catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Refusal);
    expect(refused).toMatchObject({
      kind: "unavailable",
      message: expect.stringMatching(/busy.*Try again/) as string,
    });
    await running;
    expect(await patient).toMatchObject({ words: 2 });
    expect(await pool.run({ ...COUNT_WORDS, waitMs: 20 }, "one")).toMatchObject({ words: 1 });
  });

  test("has no more threads than its limit", async () => {
    const pool = makePool(2);
    const counts = await Promise.all(
      Array.from({ length: 6 }, async () => {
        await pool.run(COUNT_WORDS, "one");
        return pool.threads.length;
      }),
    );
    expect(Math.max(...counts)).toBeLessThanOrEqual(2);
  });

  test("ends with the application, whatever is running or waiting", async () => {
    const pool = makePool(1);
    const limitMs = 60_000;
    const ends = [pool.run({ ...NEVER_END, limitMs }), pool.run({ ...NEVER_END, limitMs })].map((run) =>
      expect(run).rejects.toThrow(),
    );
    await expect.poll(() => pool.threads.length).toBe(1);
    await pool.stop();
    await Promise.all(ends);
    expect(pool.threads).toHaveLength(0);
  });

  test("keeps no words of a finished task", async () => {
    const pool = makePool(1);
    const words = (what: string) => [what, "was", "said", "at", "the", "table"].join("-");
    await pool.run(COUNT_WORDS, words("nothing"));
    // The answer may arrive before the thread has released the task. An idle thread is inspected before it
    // ends.
    const timeout = 20_000;
    await expect.poll(() => threadsHold(pool, words("nothing")), { timeout }).toBe(false);
    await pool.run(LAST_WORD, `What ${words("nothing")}`);
    await expect.poll(() => threadsHold(pool, words("nothing")), { timeout }).toBe(false);
    // The same inspection finds what a running task holds.
    await pool.run(KEEP_WORDS, words("everything"));
    await pool.run(COUNT_WORDS, words("nothing"));
    await expect.poll(() => threadsHold(pool, words("nothing")), { timeout }).toBe(false);
    expect(await threadsHold(pool, words("everything"))).toBe(true);
  }, 60_000);
});

describe("the application's threads", () => {
  afterEach(stopWorkers);

  test("refuse in the class of whoever asks, whichever bundle made the pool", async () => {
    const refused = workerTask<(bytes: Uint8Array, fileName: string) => unknown>("read-table", {
      limitMs: 120_000,
    });
    const none = new Uint8Array();
    await expect(runInWorker(refused, none, "none.csv")).rejects.toBeInstanceOf(Refusal);
    vi.resetModules();
    const [other, { Refusal: OtherRefusal }] = [await import("./pool"), await import("../errors")];
    expect(OtherRefusal).not.toBe(Refusal);
    await expect(other.runInWorker(refused, none, "none.csv")).rejects.toBeInstanceOf(OtherRefusal);
  });
});
