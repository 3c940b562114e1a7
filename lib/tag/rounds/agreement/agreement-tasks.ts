import { workerTask } from "@/lib/platform/workers/task";
import type { roundAgreement } from "./round-agreement";

/** Some seconds with ten thousand contributions, thirty themes and three coders. */
export const ROUND_AGREEMENT = workerTask<typeof roundAgreement>("round-agreement", {
  limitMs: 300_000,
  // A job, for which nobody waits.
  waitMs: 900_000,
});
