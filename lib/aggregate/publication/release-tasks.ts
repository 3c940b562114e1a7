import { workerTask } from "@/lib/platform/workers/task";
import type { planRelease } from "./plan-release";

/** Some seconds for a review of twenty roundtables; it grows with the releases before. */
export const PLAN_RELEASE = workerTask<typeof planRelease>("plan-release", { limitMs: 300_000 });
