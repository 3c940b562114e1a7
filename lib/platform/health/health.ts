import { databaseKind, pool } from "../db";
import { freeDiskBytes, isAlmostFull, isDiskFull } from "./disk";
import { oncePerProcess } from "../once";
import type { DatabaseKind } from "../database-pool";

/** Bytes: what the process has of the computer's memory, its heap, and what is free on the disk of the embedded database. */
type Resources = { memory: { resident: number; heap: number }; diskFree: number | null };

export type Health = Resources &
  ({ status: "ok"; database: DatabaseKind } | { status: "unavailable"; reason: string });

/**
 * Slow is not unavailable: on a busy computer a write can take seconds. Whoever asks has a limit of their own
 * and gives up before, where it wants to.
 */
const PATIENCE_MS = 10_000;
/** Whoever asks more often gets the last answer, so that asking costs the database nothing. */
const ANSWER_MS = 2000;

const DISK_FULL = "The disk is full: nothing can be saved. What was saved is safe. Make room on the disk.";
const NO_ANSWER = "The database does not answer.";

type Asked = { at: number; write: Promise<string | null> };
const last = () => oncePerProcess<{ asked: Asked | null }>("health", () => ({ asked: null }));

/** Whether contributions can be saved: a row is written, because a database that only reads is no use. */
export async function health(): Promise<Health> {
  const now = Date.now();
  const { asked } = last();
  const recent = asked !== null && now - asked.at < ANSWER_MS ? asked : { at: now, write: writeHeartbeat() };
  last().asked = recent;
  const [reason, resources] = await Promise.all([recent.write, readResources()]);
  return reason === null
    ? { status: "ok", database: databaseKind(), ...resources }
    : { status: "unavailable", reason, ...resources };
}

/** Null when a row was written; otherwise why not. */
async function writeHeartbeat(): Promise<string | null> {
  try {
    const write = pool().query(
      "INSERT INTO heartbeat (id, at) VALUES (1, now()) ON CONFLICT (id) DO UPDATE SET at = EXCLUDED.at",
    );
    await Promise.race([write, tooLate()]);
    return null;
  } catch (error) {
    const full = isDiskFull(error) || isAlmostFull(await freeDiskBytes().catch(() => null));
    return full ? DISK_FULL : NO_ANSWER;
  }
}

async function readResources(): Promise<Resources> {
  const { rss, heapUsed } = process.memoryUsage();
  const diskFree = await freeDiskBytes().catch(() => null);
  return { memory: { resident: rss, heap: heapUsed }, diskFree };
}

function tooLate(): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error("The database took too long.")), PATIENCE_MS).unref();
  });
}
