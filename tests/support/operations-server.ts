import { vi } from "vitest";
import type { Batch, Operation } from "@/lib/capture/session/operation";

/** What happens to a request on its way: `unanswered` is stored, but the answer is lost. */
type Fate = "answered" | "unreachable" | "unanswered" | "foreign-page" | "fault";

type Stored = { id: string; userId: string; operation: Operation };

const json = (body: object, status: number) => Response.json(body, { status });

/**
 * The server as the outbox sees it: it stores an operation once, only under its author's name, and answers a
 * second sending like the first. The route and its database have their own tests.
 */
export class OperationsServer {
  signedIn: string | null = null;
  /** The fate of the next requests, in turn; after them `fate`. */
  fates: Fate[] = [];
  fate: Fate = "answered";
  readonly stored: Stored[] = [];
  readonly refused = new Map<string, string>();
  /** What somebody else did to a contribution meanwhile, for the operation that comes too late. */
  readonly stale = new Map<string, object>();
  /** An operation for which the server answers 400, whatever batch it is in. */
  readonly unreadable = new Set<string>();
  requests = 0;
  /** How often the health check was requested. */
  asked = 0;
  atOnce = 0;
  mostAtOnce = 0;
  /** A request waits for it before it is answered. */
  hold: Promise<void> | null = null;
  #browser = 0;

  constructor() {
    vi.stubGlobal("fetch", (address: string, init: { body: string }) =>
      address.endsWith("/health") ? this.#health() : this.#fetch(init.body),
    );
  }

  /** Nobody hears the answers to what was sent so far. */
  browserKilled(): void {
    this.#browser++;
    this.atOnce = 0;
  }

  idsOf(userId: string): string[] {
    return this.stored.filter((one) => one.userId === userId).map(({ id }) => id);
  }

  /** The answer takes its time, so that something can be logged meanwhile. */
  async #health(): Promise<Response> {
    this.asked++;
    const { fate } = this;
    await new Promise((resolve) => setTimeout(resolve, 100));
    if (fate === "unreachable") throw new TypeError("Failed to fetch");
    return Response.json({ status: "ok" });
  }

  async #fetch(body: string): Promise<Response> {
    const browser = this.#browser;
    this.requests++;
    this.atOnce++;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.atOnce);
    try {
      await this.hold;
      await new Promise((resolve) => setImmediate(resolve));
      return this.#answer(JSON.parse(body) as Batch & { operations: Operation[] });
    } finally {
      if (browser === this.#browser) this.atOnce--;
      else await new Promise(() => {});
    }
  }

  #answer({ asUserId, operations }: { asUserId: string; operations: Operation[] }): Response {
    const fate = this.fates.shift() ?? this.fate;
    if (fate === "unreachable") throw new TypeError("Failed to fetch");
    if (fate === "foreign-page") return new Response("<h1>Welcome to our hotel</h1>", { status: 200 });
    if (fate === "fault") return json({ message: "Something went wrong." }, 500);
    if (this.signedIn === null) return json({ message: "Sign in." }, 401);
    if (this.signedIn !== asUserId) return json({ message: "Somebody else is signed in." }, 409);
    if (operations.some(({ id }) => this.unreadable.has(id))) return json({ message: "Out of date." }, 400);
    const results = operations.map((operation) => this.#store(asUserId, operation));
    if (fate === "unanswered") throw new TypeError("Failed to fetch");
    return json({ results, now: new Date().toISOString() }, 200);
  }

  #store(userId: string, operation: Operation) {
    const { id } = operation;
    const message = this.refused.get(id);
    if (message) return { id, outcome: "refused", message };
    const contribution = this.stale.get(id);
    if (contribution) return { id, outcome: "stale", message: "Somebody changed it first.", contribution };
    if (!this.stored.some((one) => one.id === id)) this.stored.push({ id, userId, operation });
    return { id, outcome: "saved" };
  }
}
