import type { Operation } from "@/lib/capture/session/operation";
import type { Result } from "@/lib/capture/session/outbox";

export type Answer =
  | { kind: "stored"; results: Result[]; now: number }
  | { kind: "unreachable" }
  | { kind: "signed-out" }
  | { kind: "somebody-else" };

const PATIENCE_MS = 15_000;
const ADDRESS = "/api/capture/v1/operations";
const HEALTH = "/api/health";

/** Sends what one person typed, in order. Sending again what was stored already stores nothing twice. */
export async function postOperations(userId: string, operations: readonly Operation[]): Promise<Answer> {
  const response = await post({
    version: 1,
    asUserId: userId,
    sentAt: new Date().toISOString(),
    operations,
  });
  if (response === null) return { kind: "unreachable" };
  const answer: unknown = await response.json().catch(() => null);
  const message = messageOf(answer);
  if (response.ok && isStored(answer))
    return { kind: "stored", results: answer.results.map(asResult), now: Date.parse(answer.now) };
  // An answer that is not ours (from a proxy or a hotel's network) says nothing about the contributions.
  if (message === null || response.status === 429) return { kind: "unreachable" };
  if (response.status === 401) return { kind: "signed-out" };
  if (response.status === 409) return { kind: "somebody-else" };
  if (operations.length > 1) return oneByOne(userId, operations);
  const [only] = operations;
  // A server error may be temporary.
  if (only === undefined || response.status >= 500) return { kind: "unreachable" };
  return stored([{ id: only.id, outcome: "refused", message, contribution: null }]);
}

function stored(results: Result[]): Answer {
  return { kind: "stored", results, now: Date.now() };
}

/**
 * An operation that cannot be stored must not stop the others: where others can be stored, only it is
 * refused.
 */
async function oneByOne(userId: string, operations: readonly Operation[]): Promise<Answer> {
  const results: Result[] = [];
  const failed: Operation[] = [];
  for (const operation of operations) {
    const answer = await postOperations(userId, [operation]);
    if (answer.kind === "stored") results.push(...answer.results);
    else if (answer.kind === "unreachable") failed.push(operation);
    else return results.length > 0 ? stored(results) : answer;
  }
  if (results.length === 0) return { kind: "unreachable" };
  return stored([
    ...results,
    ...failed.map(({ id }) => ({ id, outcome: "refused" as const, message: FAULT, contribution: null })),
  ]);
}

const FAULT =
  "The server could not store this contribution, although it stored others. Your words are safe here: try again, or change them.";

/** Whether the application answers; needed only where nothing waits whose sending would show it. */
export async function isReachable(): Promise<boolean> {
  try {
    const response = await fetch(HEALTH, { cache: "no-store", signal: AbortSignal.timeout(PATIENCE_MS) });
    // A page from a proxy or a hotel's network is not our answer.
    return response.ok && (response.headers.get("content-type") ?? "").includes("json");
  } catch {
    return false;
  }
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

function asResult({ id, outcome, message, contribution }: Sent["results"][number]): Result {
  return { id, outcome, message: message ?? null, contribution: contribution ?? null };
}

function messageOf(answer: unknown): string | null {
  const message: unknown =
    typeof answer === "object" && answer !== null ? Reflect.get(answer, "message") : null;
  return typeof message === "string" ? message : null;
}
