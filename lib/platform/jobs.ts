import { randomUUID } from "node:crypto";
import { db, type Tx } from "./db";
import type { Prisma } from "./generated/client";
import { log, logFault } from "./log/log";
import { oncePerProcess } from "./once";

/** What a job is given while it runs. */
type JobRun = {
  id: string;
  /** Aborted when somebody asked to cancel, the lease was lost, or the application stops. */
  signal: AbortSignal;
  progress(done: number, total?: number): Promise<void>;
};

export type JobKind = {
  run(payload: Prisma.JsonValue, run: JobRun): Promise<void>;
  /** Milliseconds from the end of one run to the start of the next, for recurring work. */
  every?: number;
};

const LEASE_MS = 30_000;
const HEARTBEAT_MS = 5_000;
const IDLE_MS = 500;
const BACK_OFF_MAX_MS = 3_600_000;

const kinds = () => oncePerProcess("jobs.kinds", () => new Map<string, JobKind>());
const runner = () =>
  oncePerProcess<{ stop: (() => Promise<void>) | null }>("jobs.runner", () => ({ stop: null }));

export function registerJob(name: string, kind: JobKind): void {
  kinds().set(name, kind);
}

/**
 * Queues work, in the transaction that makes it necessary. With a key, work of that kind and key that is
 * still waiting or running is not queued twice. Returns the job's id, or null when it was queued already.
 */
export async function enqueue(
  tx: Tx,
  job: { kind: string; key?: string; payload: Prisma.InputJsonValue; runAt?: Date; createdById?: string },
): Promise<string | null> {
  const created = await tx.job.createManyAndReturn({
    data: {
      kind: job.kind,
      key: job.key ?? null,
      payload: job.payload,
      runAt: job.runAt ?? new Date(),
      createdById: job.createdById ?? null,
    },
    skipDuplicates: true,
    select: { id: true },
  });
  return created[0]?.id ?? null;
}

/** Cancels a waiting job at once, and a running one as soon as it checks. */
export async function cancelJob(tx: Tx, id: string): Promise<void> {
  await tx.job.updateMany({
    where: { id, state: "queued" },
    data: { state: "cancelled", finishedAt: new Date(), payload: {} },
  });
  await tx.job.updateMany({ where: { id, state: "running" }, data: { cancelRequested: true } });
}

type Claimed = { id: string; kind: string; payload: Prisma.JsonValue; attempts: number; maxAttempts: number };

/** Takes the next due job, or one whose process died so that its lease expired. */
async function claim(lease: string): Promise<Claimed | null> {
  const rows = await db().$queryRaw<Claimed[]>`
    UPDATE job SET state = 'running', lease = ${lease}::uuid, attempts = attempts + 1,
      lease_until = now() + ${LEASE_MS} * interval '1 millisecond'
    WHERE id = (
      SELECT id FROM job
      WHERE (state = 'queued' AND run_at <= now()) OR (state = 'running' AND lease_until < now())
      ORDER BY run_at FOR UPDATE SKIP LOCKED LIMIT 1)
    RETURNING id, kind, payload, attempts, max_attempts AS "maxAttempts"`;
  return rows[0] ?? null;
}

/** Runs one due job to its end; false when none is due. */
export async function runNextJob(stopping: AbortSignal = new AbortController().signal): Promise<boolean> {
  const lease = randomUUID();
  const job = await claim(lease);
  if (!job) return false;
  const held = { id: job.id, lease, state: "running" as const };
  const kind = kinds().get(job.kind);
  const abort = new AbortController();
  const stop = () => abort.abort();
  stopping.addEventListener("abort", stop);
  const heartbeat = setInterval(() => void beat(held, abort).catch(() => {}), HEARTBEAT_MS);
  try {
    if (!kind) throw new Error(`No job of the kind ${job.kind} is known.`);
    await kind.run(job.payload, {
      id: job.id,
      signal: abort.signal,
      progress: (done, total) => beat(held, abort, { done, ...(total === undefined ? {} : { total }) }),
    });
    await finish(job, held, kind, abort.signal.aborted && !stopping.aborted);
  } catch (error) {
    await fail(job, held, error);
  } finally {
    clearInterval(heartbeat);
    stopping.removeEventListener("abort", stop);
  }
  return true;
}

type Held = { id: string; lease: string; state: "running" };

/** Keeps the job, and what is known of its progress, in one write; aborts where it is lost, or to be cancelled. */
async function beat(held: Held, abort: AbortController, progress: { done?: number; total?: number } = {}) {
  const kept = await db().job.updateManyAndReturn({
    where: held,
    data: { ...progress, leaseUntil: new Date(Date.now() + LEASE_MS) },
    select: { cancelRequested: true },
  });
  if (kept[0]?.cancelRequested !== false) abort.abort();
}

/** Empties the payload of finished work: it may contain words or a sign-in link. */
async function finish(job: Claimed, held: Held, kind: JobKind, cancelled: boolean) {
  const over = { lease: null, leaseUntil: null };
  if (kind.every === undefined) {
    const state = cancelled ? ("cancelled" as const) : ("done" as const);
    await db().job.updateMany({ where: held, data: { ...over, state, payload: {}, finishedAt: new Date() } });
  } else {
    const runAt = new Date(Date.now() + kind.every);
    await db().job.updateMany({ where: held, data: { ...over, state: "queued", attempts: 0, runAt } });
  }
}

async function fail(job: Claimed, held: Held, error: unknown) {
  logFault("job.failed", error, { job: job.id, kind: job.kind, attempts: job.attempts });
  const last = job.attempts >= job.maxAttempts && kinds().get(job.kind)?.every === undefined;
  const wait = Math.min(1000 * 2 ** job.attempts, BACK_OFF_MAX_MS);
  await db().job.updateMany({
    where: held,
    data: {
      lease: null,
      leaseUntil: null,
      error: error instanceof Error ? error.name : "Error",
      ...(last
        ? { state: "failed" as const, finishedAt: new Date() }
        : { state: "queued" as const, runAt: new Date(Date.now() + wait) }),
    },
  });
}

/** Makes sure that recurring work is queued. */
export async function enqueueRecurring(tx: Tx): Promise<void> {
  for (const [kind, { every }] of kinds()) {
    if (every !== undefined) await enqueue(tx, { kind, key: "recurring", payload: {} });
  }
}

/** Starts working through the jobs, one at a time in this process. */
export async function startJobs(): Promise<void> {
  if (runner().stop) return;
  await enqueueRecurring(db());
  const stopping = new AbortController();
  const loop = work(stopping.signal);
  runner().stop = async () => {
    stopping.abort();
    await loop;
    runner().stop = null;
  };
  log("info", "jobs.started", { kinds: kinds().size });
}

export async function stopJobs(): Promise<void> {
  await runner().stop?.();
}

async function work(stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    const worked = await runNextJob(stopping).catch((error: unknown) => {
      logFault("jobs.unavailable", error);
      return false;
    });
    if (!worked) await pause(IDLE_MS, stopping);
  }
}

/** Waits, or less where the signal aborts; in both cases its listener is removed from the signal. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener("abort", end);
  });
}
