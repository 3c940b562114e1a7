import { once } from "node:events";
import path from "node:path";
import { Worker } from "node:worker_threads";

type Reply = { id: number; bytes?: Uint8Array; error?: string };
type Request = { bytes: Uint8Array } | { dump: true } | { close: true };

/** PGlite in its worker thread. Requests are answered in the order they are made. */
export class Embedded {
  readonly #worker: Worker;
  readonly #waiting = new Map<
    number,
    { resolve: (bytes: Uint8Array) => void; reject: (error: Error) => void }
  >();
  #next = 1;

  private constructor(worker: Worker) {
    this.#worker = worker;
    worker.on("message", (reply: Reply) => this.#settle(reply));
    worker.on("error", (error: Error) => this.#failAll(error));
    worker.on("exit", () => this.#failAll(new Error("The embedded database has stopped.")));
  }

  /**
   * Opens the database in `dataDir`, or one in memory when it is absent; `copyOf` is a file written by `dump`
   * to start from. Throws PGlite's error when the folder cannot be opened.
   */
  static async open({ dataDir, copyOf }: { dataDir?: string; copyOf?: string }): Promise<Embedded> {
    const file = path.join(process.cwd(), "lib", "platform", "embedded", "worker.mjs");
    const worker = new Worker(/* turbopackIgnore: true */ file, { workerData: { dataDir, copyOf } });
    await Promise.race([
      once(worker, "message"),
      once(worker, "exit").then(() => {
        throw new Error("The embedded database could not be opened.");
      }),
    ]);
    return new Embedded(worker);
  }

  /** Runs frontend messages of the PostgreSQL protocol and returns the backend's messages. */
  exec(bytes: Uint8Array): Promise<Uint8Array> {
    return this.#ask({ bytes });
  }

  /** The whole data folder as one tar file, for `copyOf`. */
  dump(): Promise<Uint8Array> {
    return this.#ask({ dump: true });
  }

  async close(): Promise<void> {
    await this.#ask({ close: true });
    await this.#worker.terminate();
  }

  #ask(request: Request): Promise<Uint8Array> {
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, ...request });
    });
  }

  #settle({ id, bytes, error }: Reply) {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error === undefined) waiting?.resolve(bytes ?? new Uint8Array());
    else waiting?.reject(new Error(error));
  }

  #failAll(error: Error) {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
