// Stays after the tests of a file: a page that was killed in the middle of a write ends it a moment later.
import "fake-indexeddb/auto";
import { afterAll, beforeAll, vi } from "vitest";

type Work = () => Promise<unknown>;

/** As the Web Locks API has it, for the two modes that are used. A killed browser holds no lock. */
class FakeLocks {
  #queues = new Map<string, { all: Promise<unknown>; exclusive: Promise<unknown> }>();

  request(name: string, second: Work | { mode: "shared" }, third?: Work): Promise<unknown> {
    const shared = typeof second !== "function";
    const work = shared ? third : second;
    if (!work) throw new TypeError("A lock is asked for without work to do under it.");
    const before = this.#queues.get(name) ?? { all: Promise.resolve(), exclusive: Promise.resolve() };
    const done = (shared ? before.exclusive : before.all).then(work);
    const settled = done.catch(() => {});
    this.#queues.set(name, {
      all: Promise.all([before.all, settled]),
      exclusive: shared ? before.exclusive : settled,
    });
    return done;
  }

  releaseAll(): void {
    this.#queues.clear();
  }
}

const locks = new FakeLocks();
const view = Object.assign(new EventTarget(), { visibilityState: "visible" });

const network = { onLine: true };

/** What browser code finds around it, for the tests of one file: events, locks and a database on disk. */
export function installFakeBrowser(): void {
  beforeAll(() => {
    vi.stubGlobal("window", new EventTarget());
    vi.stubGlobal("document", view);
    vi.stubGlobal("caches", { keys: () => Promise.resolve([]) });
    vi.stubGlobal("navigator", {
      locks,
      get onLine() {
        return network.onLine;
      },
    });
  });

  afterAll(() => {
    vi.unstubAllGlobals();
  });
}

/** The browser notices that its network went or came back. */
export function setNetwork(onLine: boolean): void {
  network.onLine = onLine;
  window.dispatchEvent(new Event(onLine ? "online" : "offline"));
}

export function releaseAllLocks(): void {
  locks.releaseAll();
}
