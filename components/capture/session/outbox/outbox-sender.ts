import {
  afterAnswer,
  nextBatch,
  type Connection,
  type Entry,
  type Result,
} from "@/lib/capture/session/outbox";
import type { Operation } from "@/lib/capture/session/operation";
import type { DeviceStore } from "./device-store";
import { isReachable, postOperations, type Answer } from "./post-operations";

export type Snapshot = {
  entries: readonly Entry[];
  connection: Connection;
  /** Whether this computer was searched for what an earlier page left. */
  ready: boolean;
};
type OnStored = (results: readonly Result[], operations: readonly Operation[]) => void;

const LOCK = "npq-capture-send";
const CHANNEL = "npq-capture-outbox";
const RETRY_MS = [500, 1000, 2000, 4000, 8000];

/** The queue of one person: stores what they typed, and sends it in order until the server has it. */
export class OutboxSender {
  #entries: readonly Entry[] = [];
  #connection: Connection = { state: "online" };
  #snapshot: Snapshot = { entries: [], connection: this.#connection, ready: false };
  #listeners = new Set<() => void>();
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending = false;
  /** Sending was requested while it was already running. */
  #askedAgain = false;
  #stopped = true;
  #ready = false;
  #lastOrder = 0;
  /** Being written to this computer at this moment. */
  readonly #writing = new Set<string>();
  /** How often this page changed the storage on this computer. */
  #changesKept = 0;
  #channel: BroadcastChannel | null = null;
  /** Null where this browser has no storage: then contributions are only on the page until they are sent. */
  store: DeviceStore | null = null;
  /**
   * Called with what was stored before it leaves the queue, so that no contribution disappears in between.
   */
  #onStored: OnStored = () => {};
  /** The server's clock minus this computer's, in milliseconds. */
  #clockOffset = 0;
  #lastMoment = 0;
  readonly #userId: string;

  constructor(userId: string) {
    this.#userId = userId;
  }

  hearStored(onStored: OnStored): void {
    this.#onStored = onStored;
  }

  /** The server's clock, as this computer estimates it; it never goes backwards. */
  now(): Date {
    this.#lastMoment = Math.max(this.#lastMoment, Date.now() + this.#clockOffset);
    return new Date(this.#lastMoment);
  }

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  snapshot = () => this.#snapshot;

  /** Loads what an earlier page left, and begins to send. */
  async start(store: DeviceStore | null): Promise<void> {
    this.#stopped = false;
    this.#channel = new BroadcastChannel(CHANNEL);
    this.#channel.onmessage = () => void this.#reload();
    window.addEventListener("online", this.#hurry);
    window.addEventListener("offline", this.#goOffline);
    document.addEventListener("visibilitychange", this.#hurry);
    await this.keepIn(store);
    if (!navigator.onLine) this.#goOffline();
    void this.send();
  }

  /** From now on entries are written there, including those typed before it was open. */
  async keepIn(store: DeviceStore | null): Promise<void> {
    this.store = store;
    this.#ready = true;
    await this.#reload();
    if (store) for (const entry of this.#entries) if (!entry.kept) await this.#keep({ ...entry, kept: true });
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.#channel?.close();
    window.removeEventListener("online", this.#hurry);
    window.removeEventListener("offline", this.#goOffline);
    document.removeEventListener("visibilitychange", this.#hurry);
  }

  /** Queues it: on the page at once, then on this computer, then to the server. */
  async add(operation: Operation): Promise<void> {
    const order = (this.#lastOrder = Math.max(this.#lastOrder + 1, Date.now()));
    const entry: Entry = {
      operation,
      order,
      queuedAt: Date.now(),
      state: "waiting",
      message: null,
      theirs: null,
      kept: true,
    };
    this.#set([...this.#entries, entry]);
    await this.#keep(entry);
    void this.send();
  }

  /** Sends a refused entry again, as it is or with a correction. */
  async retry(id: string, operation?: Operation): Promise<void> {
    const entry = this.#entries.find((one) => one.operation.id === id);
    if (!entry) return;
    const again: Entry = {
      ...entry,
      operation: operation ?? entry.operation,
      state: "waiting",
      message: null,
      theirs: null,
    };
    this.#set(this.#entries.map((one) => (one === entry ? again : one)));
    await this.#keep(again);
    void this.send();
  }

  async discard(id: string): Promise<void> {
    this.#set(this.#entries.filter(({ operation }) => operation.id !== id));
    await this.#removeKept([id]);
    this.#announceToTabs();
    void this.send();
  }

  /** Sends until nothing is left; only one tab does so at a time. */
  async send(): Promise<void> {
    if (this.#stopped) return;
    if (this.#sending) {
      this.#askedAgain = true;
      return;
    }
    this.#sending = true;
    this.#askedAgain = false;
    clearTimeout(this.#timer);
    try {
      await navigator.locks.request(LOCK, async () => {
        while (!this.#stopped && (await this.#sendOnce()));
      });
    } finally {
      this.#sending = false;
    }
    // What was logged after the last check; without network, sending is tried again later.
    if (this.#askedAgain && this.#connection.state === "online") void this.send();
  }

  async #sendOnce(): Promise<boolean> {
    const batch = nextBatch(this.#entries);
    if (batch.length === 0) return this.#comeBack();
    const operations = batch.map(({ operation }) => operation);
    const asked = Date.now();
    const answer = await postOperations(this.#userId, operations);
    return this.#take(answer, operations, asked);
  }

  /**
   * Another tab may have sent what waited here: then nothing is left whose sending would show that the page
   * is online.
   */
  async #comeBack(): Promise<boolean> {
    if (this.#connection.state !== "offline") return false;
    if (await isReachable()) {
      this.#failures = 0;
      this.#connect({ state: "online" });
      // Something may have been logged during the wait for the answer.
      return nextBatch(this.#entries).length > 0;
    }
    this.#failures++;
    this.#later();
    return false;
  }

  /** True where it makes sense to go on at once. */
  async #take(answer: Answer, operations: readonly Operation[], asked: number): Promise<boolean> {
    if (answer.kind !== "stored") {
      this.#failures++;
      this.#connect(
        answer.kind === "unreachable"
          ? { state: "offline", since: this.#connection.state === "offline" ? this.#connection.since : asked }
          : { state: answer.kind },
      );
      this.#later();
      return false;
    }
    this.#failures = 0;
    this.#clockOffset = answer.now - (asked + Date.now()) / 2;
    const { results } = answer;
    this.#onStored(results, operations);
    const before = new Set(this.#entries);
    const after = afterAnswer(this.#entries, results);
    this.#connect({ state: "online" }, after);
    const gone = results.filter(({ outcome }) => outcome === "saved" || outcome === "late");
    await this.#removeKept(gone.map(({ id }) => id));
    for (const entry of after) if (!before.has(entry)) await this.#keep(entry);
    this.#announceToTabs();
    return true;
  }

  #later() {
    const wait = RETRY_MS[Math.min(this.#failures, RETRY_MS.length) - 1] ?? 8000;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.send(), wait);
  }

  #hurry = () => {
    if (document.visibilityState === "hidden") return;
    this.#failures = 0;
    void this.send();
  };

  #goOffline = () => {
    if (this.#connection.state !== "offline") this.#connect({ state: "offline", since: Date.now() });
    this.#later();
  };

  async #keep(entry: Entry): Promise<void> {
    const { id } = entry.operation;
    // Discarded while something else was written.
    if (!this.#entries.some((one) => one.operation.id === id)) return;
    this.#writing.add(id);
    try {
      await this.store?.put(entry);
      if (!this.store) return this.#mark(id, false);
      // It was sent or discarded while it was being written: otherwise it would stay here, and be sent again
      // for ever.
      if (!this.#entries.some((one) => one.operation.id === id)) return await this.#removeKept([id]);
      if (!this.#entries.some((one) => one.operation.id === id && one.kept)) this.#mark(id, true);
      this.#announceToTabs();
    } catch {
      // The storage is full: it stays on the page, is sent from there, and the page says so.
      this.#mark(id, false);
    } finally {
      this.#writing.delete(id);
      this.#changesKept++;
    }
  }

  async #removeKept(ids: readonly string[]): Promise<void> {
    await this.store?.remove(ids);
    this.#changesKept++;
  }

  #mark(id: string, kept: boolean) {
    this.#set(this.#entries.map((one) => (one.operation.id === id ? { ...one, kept } : one)));
  }

  /** Loads what another tab changed; what is only on this page stays. */
  async #reload(): Promise<void> {
    const kept = await this.#readKept();
    const ids = new Set(kept.map(({ operation }) => operation.id));
    const here = this.#entries.filter(
      ({ operation: { id }, kept: written }) => !ids.has(id) && (!written || this.#writing.has(id)),
    );
    this.#set([...kept, ...here].sort((a, b) => a.order - b.order));
    this.#lastOrder = Math.max(this.#lastOrder, ...this.#entries.map(({ order }) => order));
    if (nextBatch(this.#entries).length > 0) void this.send();
  }

  /** A list that was read while this page wrote may lack what it wrote, and would remove it from the page. */
  async #readKept(): Promise<Entry[]> {
    for (;;) {
      const before = this.#changesKept;
      const kept = (await this.store?.entries()) ?? [];
      if (before === this.#changesKept) return kept;
    }
  }

  #announceToTabs() {
    if (!this.#stopped) this.#channel?.postMessage("changed");
  }

  #set(entries: readonly Entry[]) {
    this.#connect(this.#connection, entries);
  }

  #connect(connection: Connection, entries = this.#entries) {
    this.#entries = entries;
    this.#connection = connection;
    this.#snapshot = { entries, connection, ready: this.#ready };
    for (const listener of this.#listeners) listener();
  }
}
