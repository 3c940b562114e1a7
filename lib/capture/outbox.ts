import type { Operation } from "./operation";
import type { ShownLine } from "./record-view";

/**
 * What was typed and is not stored on the server yet. An entry is written to this computer before the
 * network is tried, and leaves it only when the server says that it is stored.
 */
export type Entry = {
  operation: Operation;
  /** Orders the entries of one browser; milliseconds of its clock, made unique. */
  order: number;
  queuedAt: number;
  state: "waiting" | "refused" | "stale";
  /** Why it was refused, and what to do. */
  message: string | null;
  /** The line as it is on the server now, where somebody else changed it first. */
  theirs: ShownLine | null;
  /** Written to this computer; false where its storage is full. */
  kept: boolean;
};

type Outcome = "saved" | "late" | "refused" | "stale";
export type Result = { id: string; outcome: Outcome; message: string | null; line: ShownLine | null };

const BATCH = 50;

/** The lines that an operation is about. */
export function linesOf(operation: Operation): string[] {
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
    case "start-round":
    case "end-round":
    case "pass":
      return [];
  }
}

/**
 * What to send next, in the order in which it was typed. Behind an entry that was refused, whatever is
 * about the same line waits with it: it was typed on top of it.
 */
export function nextBatch(entries: readonly Entry[]): Entry[] {
  const blocked = new Set<string>();
  const batch: Entry[] = [];
  for (const entry of [...entries].sort((a, b) => a.order - b.order)) {
    const lines = linesOf(entry.operation);
    if (entry.state !== "waiting" || lines.some((id) => blocked.has(id))) {
      for (const id of lines) blocked.add(id);
    } else if (batch.length < BATCH) batch.push(entry);
  }
  return batch;
}

/** The entries after the server's answer: what is stored, or waits for the lead there, leaves the queue. */
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
        return [{ ...entry, state: "stale" as const, message: result.message, theirs: result.line }];
    }
  });
}

export type Connection =
  | { state: "online" }
  | { state: "offline"; since: number }
  | { state: "signed-out" }
  | { state: "somebody-else" };

/** In one sentence: is anything waiting, and is it safe. `time` words an instant. */
export function statusWords(
  entries: readonly Entry[],
  connection: Connection,
  time: (instant: number) => string,
): string {
  const waiting = entries.filter(({ state }) => state === "waiting");
  const refused = entries.length - waiting.length;
  const lost = entries.some(({ kept }) => !kept);
  const count = `${waiting.length} ${waiting.length === 1 ? "line" : "lines"}`;
  const are = waiting.length === 1 ? "is" : "are";
  const place = lost
    ? `${are} on this page alone, since this computer’s storage is full. Keep the page open`
    : `${are} safe on this computer`;
  const attention = refused > 0 ? ` ${refused} could not be saved: see below.` : "";
  switch (connection.state) {
    case "offline":
      return waiting.length === 0
        ? `Offline since ${time(connection.since)}. Go on typing: lines are kept on this computer.${attention}`
        : `Offline since ${time(connection.since)}. ${count} ${place} and will be sent.${attention}`;
    case "signed-out":
      return waiting.length === 0
        ? `You are signed out. Sign in again to see the record.${attention}`
        : `You are signed out. ${count} ${place} and will be sent when you have signed in again.${attention}`;
    case "somebody-else":
      return `Somebody else is signed in here. ${count} ${place} and will be sent when their author signs in.${attention}`;
    case "online":
      if (waiting.length > 0)
        return `${count} waiting to be sent since ${time(waiting[0]?.queuedAt ?? 0)}.${lost ? ` Your words are on this page alone: keep it open.` : ""}${attention}`;
      return refused > 0 ? attention.trim() : "All saved";
  }
}
