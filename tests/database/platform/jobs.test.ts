import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { cancelJob, enqueue, registerJob, runNextJob } from "@/lib/platform/jobs";
import { openTestDatabase } from "@/tests/support/database";
import { logged } from "@/tests/support/logged";

openTestDatabase();
beforeEach(() => db().job.deleteMany());

const only = () => db().job.findFirstOrThrow();

/** As if the process that took the job had died long enough ago for its lease to run out. */
async function letLeaseRunOut() {
  await db().job.updateMany({ data: { leaseUntil: new Date(Date.now() - 1) } });
}

describe("jobs", () => {
  test("a job runs once and its payload is emptied", async () => {
    const seen: unknown[] = [];
    registerJob("test-once", { run: (payload) => Promise.resolve(void seen.push(payload)) });
    await enqueue(db(), { kind: "test-once", payload: { words: "said" } });
    expect(await runNextJob()).toBe(true);
    expect(await runNextJob()).toBe(false);
    expect(seen).toEqual([{ words: "said" }]);
    expect(await only()).toMatchObject({ state: "done", payload: {} });
  });

  test("the same key is queued once while it is unfinished, and again after it is done", async () => {
    registerJob("test-key", { run: () => Promise.resolve() });
    const ask = () => enqueue(db(), { kind: "test-key", key: "one", payload: {} });
    expect(await ask()).not.toBeNull();
    expect(await ask()).toBeNull();
    await runNextJob();
    expect(await ask()).not.toBeNull();
  });

  test("what is enqueued in a transaction that rolls back never runs", async () => {
    await expect(
      db().$transaction(async (tx) => {
        await enqueue(tx, { kind: "test-once", payload: {} });
        throw new Error("no");
      }),
    ).rejects.toThrow("no");
    expect(await runNextJob()).toBe(false);
  });

  test("a failure is tried again later, with its payload, and given up after the last attempt; the log says so", async () => {
    registerJob("test-fail", { run: () => Promise.reject(new TypeError("not yet")) });
    await enqueue(db(), { kind: "test-fail", payload: { keep: 1 } });
    const began = Date.now();
    const [line = ""] = await logged("error", runNextJob);
    expect(JSON.parse(line)).toMatchObject({ event: "job.failed", kind: "test-fail", fault: "TypeError" });
    expect(line).not.toContain("not yet");
    const first = await only();
    expect(first).toMatchObject({ state: "queued", attempts: 1, error: "TypeError", payload: { keep: 1 } });
    expect(first.runAt.getTime()).toBeGreaterThanOrEqual(began + 2_000);
    await db().job.updateMany({ data: { runAt: new Date(0), attempts: 7 } });
    await runNextJob();
    expect(await only()).toMatchObject({ state: "failed", attempts: 8 });
  });

  test("work whose process died is taken over by another and ends once", async () => {
    let runs = 0;
    let die = () => {};
    registerJob("test-die", {
      run: async () => {
        runs++;
        // The first run never returns, as when its process was killed.
        if (runs === 1) await new Promise<void>((resolve) => (die = resolve));
      },
    });
    await enqueue(db(), { kind: "test-die", payload: {} });
    const dead = runNextJob();
    await expect.poll(() => runs).toBe(1);
    expect(await runNextJob()).toBe(false);
    await letLeaseRunOut();
    expect(await runNextJob()).toBe(true);
    expect(runs).toBe(2);
    const done = await only();
    expect(done).toMatchObject({ state: "done", attempts: 2 });
    die();
    await dead;
    expect(await only()).toEqual(done);
  });

  test("a waiting job is cancelled at once, a running one when it checks", async () => {
    let aborted = false;
    registerJob("test-cancel", {
      run: async (_payload, run) => {
        await run.progress(1, 3);
        await cancelJob(db(), run.id);
        await run.progress(2);
        aborted = run.signal.aborted;
      },
    });
    const waiting = await enqueue(db(), { kind: "test-cancel", payload: { words: "said" } });
    await cancelJob(db(), waiting ?? "");
    expect(await runNextJob()).toBe(false);
    expect(await only()).toMatchObject({ state: "cancelled", payload: {} });
    await db().job.deleteMany();
    await enqueue(db(), { kind: "test-cancel", payload: {} });
    await runNextJob();
    expect(aborted).toBe(true);
    expect(await only()).toMatchObject({ state: "cancelled", done: 2, total: 3 });
  });

  test("recurring work is due again after its interval, and a failure does not end it", async () => {
    registerJob("test-every", { every: 60_000, run: () => Promise.resolve() });
    await enqueue(db(), { kind: "test-every", key: "recurring", payload: {} });
    const began = Date.now();
    await runNextJob();
    const again = await only();
    expect(again.state).toBe("queued");
    expect(again.runAt.getTime()).toBeGreaterThanOrEqual(began + 60_000);
  });
});
