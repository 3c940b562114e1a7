import { availableParallelism } from "node:os";
import { Piscina } from "piscina";
import { Refusal } from "../errors";
import { oncePerProcess } from "../once";
import { builtWorker } from "./built.mjs";
import type { Answer, Asked, Work, WorkerTask } from "./task";

/** An idle thread ends after this time. */
const IDLE_MS = 30_000;
/** Whoever waits for a page waits no longer than this for a thread. */
const WAIT_MS = 60_000;
const ALL_BUSY =
  "The server is busy with other long computations, so this was not started. Nothing was lost. Try again in a few minutes.";

/** A task exceeded its time limit. */
class TaskStopped extends Error {
  constructor({ name, limitMs }: { name: string; limitMs: number }) {
    super(`The task ${name} was stopped: it took longer than ${limitMs / 1000} seconds.`);
    this.name = "TaskStopped";
  }
}

/**
 * Threads for long computation, so that the server's own thread stays free; one core is left to it. Tasks
 * wait for their turn here and not in Piscina. There, abort signals would include the waiting time, and tasks
 * that wait for a stopped thread would get no other (Piscina issues 869 and 805).
 */
export class WorkerPool {
  readonly #entry: string;
  readonly #piscina: Piscina<Asked, Answer>;
  readonly #waiting: (() => void)[] = [];
  #free: number;
  #stopped = false;

  /** `entry` is the module, relative to the project, that exports `runTask`. */
  constructor(entry: string, threads = Math.max(1, availableParallelism() - 1)) {
    this.#entry = entry;
    this.#free = threads;
    this.#piscina = new Piscina({
      name: "runTask",
      minThreads: 0,
      maxThreads: threads,
      idleTimeout: IDLE_MS,
      // An idle thread continues with its own work, such as ending.
      atomics: "disabled",
      recordTiming: false,
    });
  }

  /**
   * Runs a task to its end. Rejects with what it threw, or with why it was stopped; the next task runs all
   * the same.
   */
  async run<Does extends Work>(
    task: WorkerTask<Does>,
    ...input: Parameters<Does>
  ): Promise<Awaited<ReturnType<Does>>> {
    return resultOf<Does>(await this.answer(task, ...input));
  }

  /** As `run`, with a refusal as a plain value. */
  async answer<Does extends Work>(task: WorkerTask<Does>, ...input: Parameters<Does>): Promise<Answer> {
    const filename = await moduleOf(this.#entry);
    await this.#turn(task.waitMs ?? WAIT_MS);
    try {
      return await this.#runWithin(task, { name: task.name, input }, filename);
    } finally {
      this.#free++;
      this.#waiting.shift()?.();
    }
  }

  /** Ends every thread, whatever it is doing. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#piscina.destroy();
  }

  get threads() {
    return this.#piscina.threads;
  }

  /** Takes a thread, in the order in which they are asked for. Refuses after `waitMs`. */
  async #turn(waitMs: number): Promise<void> {
    const until = performance.now() + waitMs;
    while (this.#free === 0) await this.#wait(until - performance.now());
    this.#free--;
  }

  #wait(ms: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const go = () => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(go), 1);
        reject(new Refusal("unavailable", ALL_BUSY));
      }, ms);
      this.#waiting.push(go);
    });
  }

  async #runWithin(
    task: Pick<WorkerTask<Work>, "name" | "limitMs" | "tooLong">,
    asked: Asked,
    filename: string,
  ): Promise<Answer> {
    if (this.#stopped) throw new Error("The application is stopping.");
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), task.limitMs);
    try {
      return await this.#piscina.run(asked, { filename, signal: limit.signal });
    } catch (error) {
      if (!limit.signal.aborted) throw error;
      throw task.tooLong?.() ?? new TaskStopped(task);
    } finally {
      clearTimeout(timer);
    }
  }
}

/**
 * The build makes the bundle once; in development and tests it follows its sources. The bundler is loaded
 * only there: it reads arbitrary files, so Next would trace the whole project into the server.
 */
async function moduleOf(entry: string): Promise<string> {
  if (process.env.NODE_ENV === "production") return builtWorker(entry);
  const { currentWorker } = await import("./bundle.mjs");
  return currentWorker(entry);
}

const holder = () => oncePerProcess<{ pool: WorkerPool | null }>("workers", () => ({ pool: null }));

/**
 * Runs a task from the application's table (worker-tasks.ts) in a thread. The pool may come from another bundle's copy of
 * this module, whose class of refusals the caller would not recognise: refusals are made here.
 */
export async function runInWorker<Does extends Work>(
  task: WorkerTask<Does>,
  ...input: Parameters<Does>
): Promise<Awaited<ReturnType<Does>>> {
  const pool = (holder().pool ??= new WorkerPool("worker-tasks.ts"));
  return resultOf<Does>(await pool.answer(task, ...input));
}

function resultOf<Does extends Work>(answer: Answer): Awaited<ReturnType<Does>> {
  if (!("refusal" in answer)) return answer.result as Awaited<ReturnType<Does>>;
  const { kind, message, fieldErrors } = answer.refusal;
  throw new Refusal(kind, message, fieldErrors);
}

export async function stopWorkers(): Promise<void> {
  const { pool } = holder();
  holder().pool = null;
  await pool?.stop();
}
