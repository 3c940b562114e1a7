import { availableParallelism } from "node:os";
import { Piscina } from "piscina";
import { Refusal } from "../errors";
import { oncePerProcess } from "../once";
import { builtWorker } from "./built.mjs";
import type { Answer, Asked, Work, WorkerTask } from "./task";

/** A thread that nobody needed for so long ends. */
const IDLE_MS = 30_000;

/** A task took longer than it may. */
class TaskStopped extends Error {
  constructor({ name, limitMs }: { name: string; limitMs: number }) {
    super(`The task ${name} was stopped: it took longer than ${limitMs / 1000} seconds.`);
    this.name = "TaskStopped";
  }
}

/**
 * Threads that do long computation, so that the server's own is free. One core is left to that. Tasks wait here for
 * their turn and not in Piscina, whose signals count the time of waiting, and which leaves those that wait for a
 * stopped thread without another (its issues 869 and 805).
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
      // A thread that waits goes on with its own affairs, such as ending.
      atomics: "disabled",
      recordTiming: false,
    });
  }

  /** Runs a task to its end. Rejects with what it threw, or with why it was stopped; the next one runs all the same. */
  async run<Does extends Work>(
    task: WorkerTask<Does>,
    ...input: Parameters<Does>
  ): Promise<Awaited<ReturnType<Does>>> {
    const filename = await moduleOf(this.#entry);
    await this.#turn();
    try {
      const answer = await this.#runWithin(task, { name: task.name, input }, filename);
      if (!("refusal" in answer)) return answer.result as Awaited<ReturnType<Does>>;
      const { kind, message, fieldErrors } = answer.refusal;
      throw new Refusal(kind, message, fieldErrors);
    } finally {
      this.#free++;
      this.#waiting.shift()?.();
    }
  }

  /** Ends every thread, whatever it does. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#piscina.destroy();
  }

  get threads() {
    return this.#piscina.threads;
  }

  async #turn(): Promise<void> {
    while (this.#free === 0) await new Promise<void>((go) => this.#waiting.push(go));
    this.#free--;
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
 * The build has made it once; in development and tests it follows its sources. What makes it is loaded there alone:
 * it reads whatever files it is told, for which Next would take the whole project for a part of the server.
 */
async function moduleOf(entry: string): Promise<string> {
  if (process.env.NODE_ENV === "production") return builtWorker(entry);
  const { currentWorker } = await import("./bundle.mjs");
  return currentWorker(entry);
}

const holder = () => oncePerProcess<{ pool: WorkerPool | null }>("workers", () => ({ pool: null }));

/** Runs a task of the application's table (worker-tasks.ts) in a thread. */
export function runInWorker<Does extends Work>(
  task: WorkerTask<Does>,
  ...input: Parameters<Does>
): Promise<Awaited<ReturnType<Does>>> {
  const pool = (holder().pool ??= new WorkerPool("worker-tasks.ts"));
  return pool.run(task, ...input);
}

export async function stopWorkers(): Promise<void> {
  const { pool } = holder();
  holder().pool = null;
  await pool?.stop();
}
