import { forgetOldWindows } from "@/lib/access/rate-limit";
import { registerAggregateHandlers } from "@/lib/aggregate/figures/queries/consequences";
import { applyRetention } from "@/lib/capture/protection/commands/apply-retention";
import { registerCaptureHandlers } from "@/lib/capture/protection/commands/erase-person";
import { registerImportJobs } from "@/lib/capture/import/commands/run-import";
import { sealAuditEntries } from "@/lib/platform/audit-chain";
import { tidyDatabase } from "@/lib/platform/db";
import { FORGET_DELETED, forgetDeleted } from "@/lib/platform/forget-deleted";
import { registerJob } from "@/lib/platform/jobs";
import { registerMail } from "@/lib/platform/mail";
import { registerReportHandlers } from "@/lib/report/version/commands/erasure";
import { registerReviewHandlers } from "@/lib/comment/thread/commands/erasure";
import { registerSynthesiseHandlers } from "@/lib/synthesise/finding/commands/erasure";
import { registerFindingLineHandlers } from "@/lib/synthesise/finding/commands/follow-lines";
import { registerFindingThemeHandlers } from "@/lib/synthesise/finding/commands/follow-themes";
import { registerTagHandlers } from "@/lib/tag/recoding/commands/erasure";
import { registerTagLineHandlers } from "@/lib/tag/recoding/commands/follow-lines";
import { registerAgreementJob } from "@/lib/tag/rounds/commands/measure-agreement";
import { registerRoundHandlers } from "@/lib/tag/rounds/commands/round-erasure";

/** Tells the platform of every job, and each stage of what later stages do about its events. */
export function registerStages(): void {
  registerMail();
  registerCaptureHandlers();
  registerImportJobs();
  registerTagHandlers();
  registerRoundHandlers();
  registerAgreementJob();
  registerSynthesiseHandlers();
  registerTagLineHandlers();
  registerFindingLineHandlers();
  registerFindingThemeHandlers();
  registerAggregateHandlers();
  // Quotations are found by the lines they cite, so reports come before what is said about them.
  registerReportHandlers();
  registerReviewHandlers();
  registerJob("seal-audit", { every: 5_000, run: async () => void (await sealAuditEntries()) });
  registerJob("tidy-database", { every: 3_600_000, run: () => tidyDatabase() });
  registerJob(FORGET_DELETED, { run: () => forgetDeleted() });
  registerJob("retention", { every: 3_600_000, run: () => applyRetention(new Date()) });
  registerJob("forget-rate-windows", { every: 3_600_000, run: () => forgetOldWindows() });
}
