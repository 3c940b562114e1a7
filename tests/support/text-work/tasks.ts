/** What a thread does in the test of linear time. */
import { answering, does, workerTask } from "@/lib/platform/workers/task";
import { CAPTURE } from "./capture";
import { DOCUMENTS } from "./documents";
import { REPORT, SEARCH, TAG } from "./later-stages";
import { IMPORTS, SESSION } from "./session-and-import";

export const FED = [...CAPTURE, ...SESSION, ...IMPORTS, ...DOCUMENTS, ...TAG, ...REPORT, ...SEARCH];

/**
 * How much processor time a function takes for each text, in milliseconds. The process does nothing else meanwhile,
 * so that the time is this thread's, however busy the computer is. Stops where the texts so far took more than `enough`.
 */
async function measure(at: number, texts: readonly string[], enough = Infinity): Promise<number[]> {
  const times: number[] = [];
  let sum = 0;
  for (const text of texts) {
    const before = process.cpuUsage();
    await Promise.all([FED[at]?.run(text)].flat());
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
    sum += times.at(-1) ?? 0;
    if (sum > enough) break;
  }
  return times;
}

/** The limit only ends a function that is frozen. */
export const MEASURE = workerTask<typeof measure>("measure", { limitMs: 60_000 });

export const runTask = answering([does(MEASURE, measure)]);
