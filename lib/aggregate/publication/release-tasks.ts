import { workerTask } from "@/lib/platform/workers/task";
import type { checkReport } from "./report/check-report";
import type { planRelease } from "./plan-release";

/** Some seconds for a review of twenty roundtables; it grows with the releases before. */
export const PLAN_RELEASE = workerTask<typeof planRelease>("plan-release", { limitMs: 300_000 });

/** A report is checked with all releases and reports before it: seconds, like a release. */
export const CHECK_REPORT = workerTask<typeof checkReport>("check-report", { limitMs: 300_000 });
