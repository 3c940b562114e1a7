import type { Operation } from "@/lib/capture/operation";
import type { Result } from "@/lib/capture/outbox";

export type Answer =
  | { kind: "stored"; results: Result[]; now: number }
  | { kind: "unreachable" }
  | { kind: "signed-out" }
  | { kind: "somebody-else" };

const PATIENCE_MS = 15_000;
const ADDRESS = "/api/capture/v1/operations";

/** Sends what one person typed, in order. Sending again what was stored already stores nothing twice. */
export async function postOperations(userId: string, operations: readonly Operation[]): Promise<Answer> {
  const response = await post({
    version: 1,
    asUserId: userId,
    sentAt: new Date().toISOString(),
    operations,
  });
  if (response === null || response.status >= 500) return { kind: "unreachable" };
  if (response.status === 401) return { kind: "signed-out" };
  if (response.status === 409) return { kind: "somebody-else" };
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok && isStored(answer))
    return { kind: "stored", results: answer.results.map(asResult), now: Date.parse(answer.now) };
  return refused(userId, operations, messageOf(answer));
}

/** One that cannot be read must not hold up the others: each is tried alone, and it alone is refused. */
async function refused(userId: string, operations: readonly Operation[], message: string): Promise<Answer> {
  const [only, ...others] = operations;
  const now = Date.now();
  if (!only) return { kind: "stored", results: [], now };
  if (others.length === 0)
    return { kind: "stored", results: [{ id: only.id, outcome: "refused", message, line: null }], now };
  const results: Result[] = [];
  for (const operation of operations) {
    const answer = await postOperations(userId, [operation]);
    if (answer.kind !== "stored") return results.length > 0 ? { kind: "stored", results, now } : answer;
    results.push(...answer.results);
  }
  return { kind: "stored", results, now };
}

async function post(body: object): Promise<Response | null> {
  try {
    return await fetch(ADDRESS, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
  } catch {
    return null;
  }
}

type Sent = { results: (Partial<Result> & Pick<Result, "id" | "outcome">)[]; now: string };

function isStored(answer: unknown): answer is Sent {
  return (
    typeof answer === "object" &&
    answer !== null &&
    Array.isArray(Reflect.get(answer, "results")) &&
    "now" in answer
  );
}

function asResult({ id, outcome, message, line }: Sent["results"][number]): Result {
  return { id, outcome, message: message ?? null, line: line ?? null };
}

function messageOf(answer: unknown): string {
  const message: unknown =
    typeof answer === "object" && answer !== null ? Reflect.get(answer, "message") : null;
  return typeof message === "string"
    ? message
    : "The server could not read this line. Your words are safe here: download them, and tell the lead.";
}
