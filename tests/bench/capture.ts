import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { BatchAnswer } from "@/lib/capture/session/operation";
import type { Filled, Typist } from "./fill";
import { seenTimes } from "./seen";
import { percentile } from "./statistics";

/** How often a facilitator sends a contribution while somebody talks. */
const PACE_MS = 2_000;
const ALONE_PACE_MS = 250;
const PACED_MS = 20_000;
const UNPACED_MS = 8_000;
const DASHBOARD_MS = 1_000;

type Note = (key: string, value: number) => void;
type Bench = { url: string; filled: Filled; wanted: (key: string) => boolean; note: Note };

/**
 * Durable saves as the capture page sends them, with 1, 10 and 50 facilitators at once, while the dashboard
 * of as many contributions as there are is read every second; and how long it takes until another browser
 * shows the contribution.
 */
export async function measureCapture({ url, filled, wanted, note }: Bench): Promise<void> {
  const send = contributionSender(url, filled);
  for (const typist of filled.typists.slice(0, 10)) await send(typist);
  // First, while the roundtable is no longer than five hundred contributions: the page shows them all.
  if (wanted("capture.seen")) {
    const times = await seenTimes(url, filled);
    note("capture.seen.p50_ms@2c", percentile(times, 0.5));
    note("capture.seen.p95_ms@2c", percentile(times, 0.95));
  }
  for (const [count, pace] of [
    [1, ALONE_PACE_MS],
    [10, PACE_MS],
    [50, PACE_MS],
  ] as const) {
    if (!["p50", "p95"].some((p) => wanted(`capture.save.${p}_ms@${count}c`))) continue;
    const times = await withDashboard(url, filled, () => paced(filled.typists.slice(0, count), pace, send));
    note(`capture.save.p50_ms@${count}c`, percentile(times, 0.5));
    note(`capture.save.p95_ms@${count}c`, percentile(times, 0.95));
  }
  if (wanted("capture.save.per_s@50c")) {
    note("capture.save.per_s@50c", await perSecond(filled.typists, send));
    // What the framework and the client leave room for on this machine: the smallest answer, asked for by as many.
    note("capture.save.per_s@50c.health", await perSecond(filled.typists, () => askHealth(url)));
  }
}

type Sent = { id: string; ms: number };
type Send = (typist: Typist, id?: string) => Promise<Sent>;

/** Sends one new contribution and waits until it is committed; returns how long that took, in ms. */
export function contributionSender(url: string, { roundtableId, participantIds }: Filled): Send {
  let sequence = 0;
  return async ({ userId, cookie }, id = randomUUID()) => {
    sequence++;
    const contribution = {
      do: "record",
      id,
      roundtableId,
      source: "identified",
      wording: "gist",
      text: `Line ${sequence} that is typed while somebody talks about what helps and what does not.`,
      participantId: participantIds[sequence % participantIds.length],
      stance: "ask",
      saidAt: new Date().toISOString(),
      sequence,
      themeIds: [],
    };
    const batch = { version: 1, asUserId: userId, sentAt: contribution.saidAt, operations: [contribution] };
    const start = performance.now();
    const response = await fetch(`${url}/api/capture/v1/operations`, {
      method: "POST",
      headers: { cookie, "content-type": "application/json", origin: url },
      body: JSON.stringify(batch),
    });
    const text = await response.text();
    const ms = performance.now() - start;
    if (!response.ok) throw new Error(`A contribution was refused, ${response.status}: ${text}`);
    const { results } = JSON.parse(text) as BatchAnswer;
    if (results[0]?.outcome !== "saved") throw new Error(`A contribution was not saved: ${text}`);
    return { id, ms };
  };
}

async function askHealth(url: string): Promise<void> {
  const answer = await fetch(`${url}/api/health`);
  await answer.text();
  if (!answer.ok) throw new Error(`The server answered ${answer.status} when it was asked for its health.`);
}

/** Each typist sends one contribution every `pace` ms, spread over it; returns the times of all. */
async function paced(typists: readonly Typist[], pace: number, send: Send): Promise<number[]> {
  const end = performance.now() + PACED_MS;
  const times: number[] = [];
  await Promise.all(
    typists.map(async (typist, index) => {
      let next = performance.now() + (index * pace) / typists.length;
      for (; next < end; next += pace) {
        await wait(Math.max(0, next - performance.now()));
        times.push((await send(typist)).ms);
      }
    }),
  );
  return times;
}

/** The throughput when everybody sends the next request as soon as the last is answered. */
async function perSecond(
  typists: readonly Typist[],
  send: (typist: Typist) => Promise<unknown>,
): Promise<number> {
  const start = performance.now();
  const end = start + UNPACED_MS;
  let saved = 0;
  await Promise.all(
    typists.map(async (typist) => {
      while (performance.now() < end) {
        await send(typist);
        saved++;
      }
    }),
  );
  return saved / ((performance.now() - start) / 1000);
}

async function withDashboard<T>(url: string, { cookie }: Filled, work: () => Promise<T>): Promise<T> {
  const reading = new AbortController();
  const reader = (async () => {
    for (; !reading.signal.aborted;) {
      const start = performance.now();
      const page = await fetch(`${url}/reviews/npq/dashboard`, { headers: { cookie } });
      await page.text();
      if (!page.ok) throw new Error(`The dashboard answered ${page.status}.`);
      await wait(Math.max(0, DASHBOARD_MS - (performance.now() - start)));
    }
  })();
  try {
    return await work();
  } finally {
    reading.abort();
    await reader;
  }
}
