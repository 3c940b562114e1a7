import { existsSync, readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { startServer, type TestServer } from "@/tests/support/machine/server";
import type { Place } from "./fill";
import { percentile } from "./statistics";

/** Collections and compiling go on for a while after the last request. */
const SETTLE_MS = 5_000;

type Started = { server: TestServer; seconds: number };

/** Starts the application on a database that exists, and says how long it takes until its first page is there. */
export async function startTimed(
  place: Place,
  readFirstPage: (url: string) => Promise<unknown>,
): Promise<Started> {
  const began = performance.now();
  const server = await startServer(place);
  await readFirstPage(server.url);
  return { server, seconds: (performance.now() - began) / 1000 };
}

/** What the process holds once nobody has asked for anything for some seconds. */
export async function settledMegabytes(pid: number | undefined): Promise<number> {
  await wait(SETTLE_MS);
  return megabytes(pid, "VmRSS");
}

/** A figure of the process's memory, from the kernel; NaN where there is no /proc. */
export function megabytes(pid: number | undefined, name: "VmHWM" | "VmRSS"): number {
  const file = `/proc/${pid}/status`;
  const found = existsSync(file)
    ? new RegExp(`${name}:\\s+(\\d+) kB`).exec(readFileSync(file, "utf8"))
    : null;
  return found ? Number(found[1]) / 1024 : Number.NaN;
}

const EXPORTS = { project: "project.qdpx?kind=own", csv: "codings.csv?kind=own" };
const EXPORT_TIMES = 7;

/** How long the first of several exports takes, in seconds, which also loads what it needs; and the median of the others. */
type Exported = { first: number; then: number };

/** Exports all coding several times, as a project for other software and as a table. */
export async function exportCoding(
  review: string,
  cookie: string,
): Promise<Record<keyof typeof EXPORTS, Exported>> {
  const seconds = async (file: string) => {
    const began = performance.now();
    const answer = await fetch(`${review}/coding/exchange/${file}`, { headers: { cookie } });
    const bytes = (await answer.arrayBuffer()).byteLength;
    if (!answer.ok || bytes < 10_000)
      throw new Error(`${file} answered ${answer.status} with ${bytes} bytes.`);
    return (performance.now() - began) / 1000;
  };
  const several = async (file: string) => {
    const first = await seconds(file);
    const others: number[] = [];
    for (let time = 1; time < EXPORT_TIMES; time++) others.push(await seconds(file));
    return { first, then: percentile(others, 0.5) };
  };
  return { project: await several(EXPORTS.project), csv: await several(EXPORTS.csv) };
}
