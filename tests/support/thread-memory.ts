import { text } from "node:stream/consumers";
import type { WorkerPool } from "@/lib/platform/workers/pool";

/** Whether any thread of the pool can still reach these words. There must be at least one thread. */
export async function threadsHold(pool: WorkerPool, words: string): Promise<boolean> {
  if (pool.threads.length === 0) throw new Error("The pool has no thread.");
  const snapshots = pool.threads.map(async (thread) => text(await thread.getHeapSnapshot()));
  return (await Promise.all(snapshots)).some((snapshot) => snapshot.includes(words));
}
