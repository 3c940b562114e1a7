import { MAX_OPERATIONS } from "./batch-size";
import type { Operation, OperationResult } from "./operation";
import type { ShownContribution } from "./record-view";

/**
 * What was typed and is not stored on the server yet. An entry is written to this computer before it is sent,
 * and is removed only when the server says that it is stored.
 */
export type Entry = {
  operation: Operation;
  /** Orders the entries of one browser: milliseconds of its clock, made unique. */
  order: number;
  queuedAt: number;
  state: "waiting" | "refused" | "stale";
  /** Why it was refused, and what to do. */
  message: string | null;
  /** The contribution as it is on the server now, where somebody else changed it first. */
  theirs: ShownContribution | null;
  /** Whether it is written to this computer; false where its storage is full. */
  kept: boolean;
};

/** The part of the server's answer that the queue needs. */
export type Result = Pick<OperationResult, "id" | "outcome" | "message" | "contribution">;

/** The contributions that an operation changes. */
export function contributionsOf(operation: Operation): string[] {
  switch (operation.do) {
    case "record":
      return [operation.id];
    case "edit":
    case "strike":
    case "restore":
      return [operation.contributionId];
    case "split":
      return [operation.contributionId, operation.id];
    case "merge":
    case "unmerge":
      return [operation.into, operation.from];
    case "open-question":
    case "start-go-round":
    case "end-go-round":
    case "pass":
      return [];
  }
}

/**
 * What to send next, in the order in which it was typed. An operation waits while a refused one on the same
 * contribution is in front of it, because it was typed on top of that one.
 */
export function nextBatch(entries: readonly Entry[]): Entry[] {
  const blocked = new Set<string>();
  const batch: Entry[] = [];
  for (const entry of [...entries].sort((a, b) => a.order - b.order)) {
    const contributions = contributionsOf(entry.operation);
    if (entry.state !== "waiting" || contributions.some((id) => blocked.has(id))) {
      for (const id of contributions) blocked.add(id);
    } else if (batch.length < MAX_OPERATIONS) batch.push(entry);
  }
  return batch;
}

/** The entries after the server's answer: what is stored, or waits there for the lead, leaves the queue. */
export function afterAnswer(entries: readonly Entry[], results: readonly Result[]): Entry[] {
  const byId = new Map(results.map((result) => [result.id, result]));
  return entries.flatMap((entry) => {
    const result = byId.get(entry.operation.id);
    if (!result) return [entry];
    switch (result.outcome) {
      case "saved":
      case "late":
        return [];
      case "refused":
        return [{ ...entry, state: "refused" as const, message: result.message }];
      case "stale":
        return [{ ...entry, state: "stale" as const, message: result.message, theirs: result.contribution }];
    }
  });
}

export type Connection =
  | { state: "online" }
  | { state: "offline"; since: number }
  | { state: "signed-out" }
  | { state: "somebody-else" };

/**
 * The status in plain words: what waits, since when, whether it is safe, and what will happen to it. `time`
 * formats an instant.
 */
export function statusWords(
  entries: readonly Entry[],
  connection: Connection,
  time: (instant: number) => string,
): string {
  const waiting = entries.filter(({ state }) => state === "waiting");
  const safe = waiting.every(({ kept }) => kept);
  const refused = entries.length - waiting.length;
  return [
    ...(refused > 0 && waiting.length === 0 && connection.state === "online"
      ? []
      : [connectionWords(waiting, connection, safe, time)]),
    ...(safe ? [] : ["This computer has no space to keep them. Leave this page open until all is saved."]),
    ...(refused > 0 ? [`${refused} could not be saved: see below.`] : []),
  ]
    .join(" ")
    .trim();
}

function connectionWords(
  waiting: readonly Entry[],
  connection: Connection,
  safe: boolean,
  time: (instant: number) => string,
): string {
  const one = waiting.length === 1;
  const contributions = `${waiting.length} ${one ? "contribution" : "contributions"}`;
  const kept = safe ? `${one ? "is" : "are"} safe on this computer and will be sent` : "will be sent";
  switch (connection.state) {
    case "offline": {
      const since = `Offline since ${time(connection.since)}.`;
      if (waiting.length > 0) return `${since} ${contributions} ${kept}.`;
      return `${since} Keep typing: contributions are kept on this computer.`;
    }
    case "signed-out":
      if (waiting.length > 0)
        return `You are signed out. ${contributions} ${kept} when you have signed in again.`;
      return "You are signed out. Sign in again to see the record.";
    case "somebody-else":
      return `Somebody else is signed in here. ${contributions} ${kept} when their author signs in.`;
    case "online":
      if (waiting.length > 0)
        return `${contributions} waiting to be sent since ${time(waiting[0]?.queuedAt ?? 0)}.`;
      return "All saved";
  }
}
