import { setTimeout as wait } from "node:timers/promises";
import { contributionSender } from "./capture";
import type { Filled } from "./fill";

export const REQUESTS = 20_000;
const AT_ONCE = 4;
/** Memory is read after each of so many parts; the first of them warms the process up. */
const PARTS = 4;
/** What the process may hold at the end, as a share of what it held when it was warm. */
const FLAT = 1.1;
/** One request in so many saves a contribution, so that the pages stay about as long as they were. */
const SAVE_EVERY = 40;

const PAGES = [
  "",
  "/dashboard",
  "/dashboard/assessment",
  "/contributions",
  "/coding",
  "/themes",
  "/roundtables",
];

type Soak = {
  url: string;
  filled: Filled;
  /** Megabytes that the process holds now. */
  resident: () => number;
  note: (key: string, value: number) => void;
  /** How many; for a machine that is too busy for all of them. */
  requests: number;
  /** How long they are to take, spread evenly, as use over a day is; 0: one after the other, without a pause. */
  minutes: number;
};

/**
 * Asks for pages and saves in turn, four at a time, and says how much memory the process holds on the way, and at the end
 * as a share of what it held after the first quarter. Throws where that is more than a tenth more, or where a request
 * failed. The caller bounds the heap.
 */
export async function soak({ url, filled, resident, note, requests, minutes }: Soak): Promise<void> {
  const send = contributionSender(url, filled);
  let asked = 0;
  let warm = Number.NaN;
  const begun = Date.now();
  const one = async (n: number) => {
    const due = begun + (n / requests) * minutes * 60_000;
    await wait(Math.max(0, due - Date.now()));
    const typist = filled.typists[n % filled.typists.length];
    if (n % SAVE_EVERY === 0 && typist) return void (await send(typist));
    const address = `${url}/reviews/npq${PAGES[n % PAGES.length]}`;
    const answer = await fetch(address, { headers: { cookie: filled.cookie } });
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`${address} answered ${answer.status} at request ${n}.`);
  };
  const failures: string[] = [];
  const worker = async (end: number) => {
    while (asked < end) await one(asked++).catch((error: unknown) => void failures.push(String(error)));
  };
  for (let part = 1; part <= PARTS; part++) {
    const end = Math.round((requests * part) / PARTS);
    await Promise.all(Array.from({ length: AT_ONCE }, () => worker(end)));
    if (part === 1) warm = resident();
    note(`soak.resident_mb@${end}`, resident());
  }
  const growth = resident() / warm;
  note("soak.growth_percent", 100 * (growth - 1));
  note("soak.failed", failures.length);
  const wrong = soakProblem({ growth, failures });
  if (wrong !== null) throw new Error(wrong);
}

/** What is wrong with how a soak ended; null where nothing is. */
export function soakProblem({ growth, failures }: { growth: number; failures: readonly string[] }) {
  if (failures.length > 0) return `${failures.length} requests failed, the first with: ${failures[0]}`;
  if (!(growth <= FLAT))
    return `Memory is not flat: at the end the process held ${growth.toFixed(2)} times what it held when it was warm.`;
  return null;
}
