import { forgetOldWindows } from "@/lib/access/rate-limit";
import { registerCaptureHandlers } from "@/lib/capture/commands/erase-person";
import { sealAuditEntries } from "@/lib/platform/audit-chain";
import { tidyDatabase } from "@/lib/platform/db";
import { registerJob } from "@/lib/platform/jobs";
import { registerMail } from "@/lib/platform/mail";
import { registerReportHandlers } from "@/lib/report/commands/erasure";
import { registerReviewHandlers } from "@/lib/review/commands/erasure";

/** Tells the platform of every job, and each stage of what later stages do about its events. */
export function registerStages(): void {
  registerMail();
  registerCaptureHandlers();
  // Quotations are found by the lines they cite, so reports come before what is said about them.
  registerReportHandlers();
  registerReviewHandlers();
  registerJob("seal-audit", { every: 5_000, run: async () => void (await sealAuditEntries()) });
  registerJob("tidy-database", { every: 3_600_000, run: () => tidyDatabase() });
  registerJob("forget-rate-windows", { every: 3_600_000, run: () => forgetOldWindows() });
}
