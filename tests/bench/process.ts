import { existsSync, readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { startServer, type TestServer } from "@/tests/support/machine/server";
import type { Place } from "./fill";

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

const TAKEN_OUT = { project: "project.qdpx?kind=own", csv: "codings.csv?kind=own" };

/** Takes all coding out, as a project for other software and as a table, and says how many seconds each takes. */
export async function takeCodingOut(
  review: string,
  cookie: string,
): Promise<Record<keyof typeof TAKEN_OUT, number>> {
  const seconds = async (file: string) => {
    const began = performance.now();
    const answer = await fetch(`${review}/coding/exchange/${file}`, { headers: { cookie } });
    const bytes = (await answer.arrayBuffer()).byteLength;
    if (!answer.ok || bytes < 10_000)
      throw new Error(`${file} answered ${answer.status} with ${bytes} bytes.`);
    return (performance.now() - began) / 1000;
  };
  return { project: await seconds(TAKEN_OUT.project), csv: await seconds(TAKEN_OUT.csv) };
}
