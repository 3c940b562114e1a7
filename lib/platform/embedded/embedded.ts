import { EventEmitter, once } from "node:events";
import path from "node:path";
import { Worker } from "node:worker_threads";
import { logFault } from "../log/log";

type Reply = { id: number; bytes?: Uint8Array; done?: boolean };
/** What a thread says first. */
type Ready = { programs: unknown };
type Request = { bytes: Uint8Array<ArrayBuffer> } | { dump: true } | { close: true };
const FIRST_WAIT_MS = 1_000;
const LAST_WAIT_MS = 30_000;

/** PGlite as the first thread of this process compiled it: half of the time of a start, which later ones need not take. */
let programs: unknown = null;

type Waiting = { onData: (bytes: Uint8Array) => void; resolve: () => void; reject: (error: Error) => void };

/** Where the database is: a folder, or memory when it is absent; `copyOf` is a file written by `dump` to start from. */
export type Place = { dataDir?: string; copyOf?: string };

/**
 * PGlite in its worker thread. Requests are answered in the order they are made. A thread that ends (out of memory, or
 * a database that failed) fails everything that waits for it at once; the next request starts another, which recovers
 * what was acknowledged from the folder. "end" is emitted, because its session is gone: prepared statements, open
 * transactions and what it listened to.
 */
export class Embedded extends EventEmitter<{ end: [Error] }> {
  readonly #place: Place;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Promise<Worker> | null = null;
  #thread: Worker | null = null;
  /** Why the last thread ended, until another one is open. */
  #fault: Error | null = null;
  /** A start that failed, for a full disk say, is not tried at every request: each takes a second of the processor. */
  #again = { at: 0, waitMs: FIRST_WAIT_MS };
  #closing = false;
  #next = 1;

  private constructor(place: Place) {
    super();
    // One for each stream over it, and these are few.
    this.setMaxListeners(0);
    this.#place = place;
  }

  /** Opens the database. Throws PGlite's error when the folder cannot be opened. */
  static async open(place: Place): Promise<Embedded> {
    const embedded = new Embedded(place);
    await embedded.#running();
    return embedded;
  }

  /** Why the database is not there at the moment; null while it is. */
  get fault(): Error | null {
    return this.#fault;
  }

  /**
   * Runs frontend messages of the PostgreSQL protocol; `onData` gets the backend's messages as they come. The bytes go to the
   * thread without a copy, and are empty here afterwards.
   */
  exec(bytes: Uint8Array<ArrayBuffer>, onData: (bytes: Uint8Array) => void): Promise<void> {
    return this.#ask({ bytes }, onData);
  }

  /** The whole data folder as one tar file, for `copyOf`. */
  async dump(): Promise<Uint8Array> {
    let file = new Uint8Array();
    await this.#ask({ dump: true }, (bytes) => (file = Uint8Array.from(bytes)));
    return file;
  }

  async close(): Promise<void> {
    this.#closing = true;
    const worker = await this.#worker?.catch(() => null);
    if (!worker) return;
    await this.#ask({ close: true });
    await worker.terminate();
  }

  async #ask(request: Request, onData: (bytes: Uint8Array) => void = () => {}): Promise<void> {
    const worker = await this.#running();
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { onData, resolve, reject });
      worker.postMessage({ id, ...request }, "bytes" in request ? [request.bytes.buffer] : []);
    });
  }

  #running(): Promise<Worker> {
    if (this.#worker) return this.#worker;
    if (this.#fault && Date.now() < this.#again.at) return Promise.reject(unopened(this.#fault));
    return (this.#worker = this.#start());
  }

  async #start(): Promise<Worker> {
    const file = path.join(process.cwd(), "lib", "platform", "embedded", "worker.mjs");
    const worker = new Worker(/* turbopackIgnore: true */ file, { workerData: { ...this.#place, programs } });
    this.#thread = worker;
    let fault = new Error("The embedded database has stopped.");
    worker.on("error", (error: Error) => (fault = error));
    worker.once("exit", () => this.#ended(worker, fault));
    try {
      const ended = once(worker, "exit").then(() => Promise.reject(fault));
      const [ready] = (await Promise.race([once(worker, "message"), ended])) as [Ready];
      programs ??= ready.programs;
    } catch (error) {
      const cause = this.#fault ?? error;
      this.#ended(worker, fault);
      const { waitMs } = this.#again;
      this.#again = { at: Date.now() + waitMs, waitMs: Math.min(2 * waitMs, LAST_WAIT_MS) };
      throw unopened(cause);
    }
    this.#fault = null;
    this.#again = { at: 0, waitMs: FIRST_WAIT_MS };
    worker.on("message", (reply: Reply) => this.#settle(reply));
    return worker;
  }

  #settle({ id, bytes, done }: Reply) {
    const waiting = this.#waiting.get(id);
    if (bytes) waiting?.onData(bytes);
    if (!done) return;
    this.#waiting.delete(id);
    waiting?.resolve();
  }

  #ended(worker: Worker, error: Error) {
    if (this.#thread !== worker) return;
    this.#thread = null;
    this.#worker = null;
    this.#fault ??= error;
    if (!this.#closing) logFault("database.ended", error);
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
    this.emit("end", error);
  }
}

function unopened(cause: unknown): Error {
  return new Error("The embedded database could not be opened.", { cause });
}
