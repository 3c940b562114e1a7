import { AsyncResource } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import pg from "pg";
import { databaseKind, pool, type Tx } from "./db";
import { livePositionOf, type LivePosition } from "./live-position";
import { log } from "./log/log";
import { oncePerProcess } from "./once";

/** The contents of a notice: only ids. A listener reads again what it may see. */
export type LiveEvent = {
  kind: string;
  reviewId: string;
  roundtableId?: string;
  reportId?: string;
  /** For a tagging: its contribution. */
  contributionId?: string;
  ids?: string[];
  /**
   * For a membership the person; for presence who is there, at which table, and for which speaker they are
   * typing.
   */
  userId?: string;
  participantId?: string | null;
  tableId?: string | null;
  leaving?: boolean;
};

type Listener = (event: LiveEvent) => void;
type Listening = {
  listeners: Set<Listener>;
  started: Promise<() => Promise<void>> | null;
  processId: string;
  told: number;
};

/** For a statement that writes and announces together; everything else calls `publish`. */
export const LIVE_CHANNEL = "npq_live";
const RETRY_MS = 1000;
const listening = () =>
  oncePerProcess<Listening>("events", () => ({
    listeners: new Set(),
    started: null,
    processId: randomUUID(),
    told: 0,
  }));

/** Announces an event to every process, after the transaction has committed. */
export async function publish(tx: Tx, event: LiveEvent): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify(${LIVE_CHANNEL}, ${JSON.stringify(event)})`;
}

/**
 * Calls `listener` for every event from now on; returns the function that ends it. The listener runs in the
 * context in which it subscribed: with the embedded database, an event is heard inside the very transaction
 * that announced it.
 */
export function subscribe(listener: Listener): () => void {
  const { listeners } = listening();
  const bound = AsyncResource.bind(listener);
  listeners.add(bound);
  return () => void listeners.delete(bound);
}

/** Starts listening: on the one session of the embedded database, or on a separate connection to a server. */
export function startEvents(): Promise<unknown> {
  return (listening().started ??= databaseKind() === "embedded" ? listenOnPool() : listenOnServer());
}

/** Tells the open streams that the application is stopping, and stops listening. */
export async function stopEvents(): Promise<void> {
  announceToAll({ kind: "stopping", reviewId: "" });
  const stop = await listening().started;
  listening().started = null;
  await stop?.();
}

function hear(message: pg.Notification) {
  if (message.channel !== LIVE_CHANNEL || !message.payload) return;
  announceToAll(JSON.parse(message.payload) as LiveEvent);
}

/** How many events this process has announced, without presence, which changes no page. */
export function livePosition(): LivePosition {
  const { processId, told } = listening();
  return livePositionOf(processId, told);
}

function announceToAll(event: LiveEvent) {
  if (event.kind !== "presence") listening().told++;
  for (const listener of listening().listeners) listener(event);
}

/** The one client is replaced when the database had to be started again. */
async function listenOnPool(): Promise<() => Promise<void>> {
  const listenOn = async (client: pg.PoolClient) => {
    client.on("notification", hear);
    await client.query(`LISTEN ${LIVE_CHANNEL}`);
  };
  const client = await pool().connect();
  await listenOn(client);
  client.release();
  const onConnect = (next: pg.PoolClient) =>
    // Events meanwhile were missed: let everybody read again.
    void listenOn(next).then(
      () => announceToAll({ kind: "connected", reviewId: "" }),
      () => log("warn", "events.disconnected"),
    );
  const opened = pool();
  opened.on("connect", onConnect);
  return async () => {
    opened.off("connect", onConnect);
    client.off("notification", hear);
  };
}

async function listenOnServer(): Promise<() => Promise<void>> {
  const { connectionString } = pool().options;
  let stopped = false;
  let client: pg.Client | null = null;
  const retry = () => {
    if (!stopped) setTimeout(() => void begin().catch(retry), RETRY_MS).unref();
  };
  const begin = async (): Promise<void> => {
    const next = new pg.Client({ connectionString, keepAlive: true });
    next.on("notification", hear);
    next.on("error", () => {});
    await next.connect();
    next.on("end", () => {
      log("warn", "events.disconnected");
      retry();
    });
    await next.query(`LISTEN ${LIVE_CHANNEL}`);
    client = next;
    // Events meanwhile were missed: let everybody read again.
    announceToAll({ kind: "connected", reviewId: "" });
  };
  await begin();
  return async () => {
    stopped = true;
    await client?.end();
  };
}
