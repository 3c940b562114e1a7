import { contributionSender } from "./capture";
import type { Filled } from "./fill";

const REQUESTS = 20_000;
const AT_ONCE = 4;
/** Memory is read after each of these many; the first of them warms the process up. */
const PART = 5_000;
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
};

/**
 * Asks for 20,000 pages and saves in turn, four at a time, and says how much memory the process holds on the way, and at
 * the end as a share of what it held after the first quarter. The caller bounds the heap.
 */
export async function soak({ url, filled, resident, note }: Soak): Promise<void> {
  const send = contributionSender(url, filled);
  let asked = 0;
  let warm = Number.NaN;
  const one = async (n: number) => {
    const typist = filled.typists[n % filled.typists.length];
    if (n % SAVE_EVERY === 0 && typist) return void (await send(typist));
    const address = `${url}/reviews/npq${PAGES[n % PAGES.length]}`;
    const answer = await fetch(address, { headers: { cookie: filled.cookie } });
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`${address} answered ${answer.status} at request ${n}.`);
  };
  const worker = async (end: number) => {
    while (asked < end) await one(asked++);
  };
  for (let end = PART; end <= REQUESTS; end += PART) {
    await Promise.all(Array.from({ length: AT_ONCE }, () => worker(end)));
    if (end === PART) warm = resident();
    note(`soak.resident_mb@${end}`, resident());
  }
  note("soak.growth", resident() / warm);
}
