import { requireCan, type Viewer } from "@/lib/access/policy";
import { visibleReports } from "@/lib/access/scope";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import { invalid, notFound } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import { recordDecision } from "@/lib/platform/ledger/ledger";
import type { WithdrawInput } from "@/lib/report/draft/report";

/**
 * Withdraws a published version: its address stays and shows the notice in place of the text. The words stay in the record,
 * for facilitators. Sending it twice withdraws once, and the first notice stands.
 */
export const withdrawVersion = command(async (tx, viewer: Viewer, { versionId, notice }: WithdrawInput) => {
  const version = await tx.version.findFirst({
    where: { id: versionId, report: visibleReports(viewer) },
    select: { number: true, publishedAt: true, report: { select: { id: true, reviewId: true } } },
  });
  if (!version) throw notFound("version");
  const { number, report } = version;
  requireCan(viewer, "report.withdraw", report);
  if (!version.publishedAt) throw invalid("This version is not published, so it cannot be withdrawn.");
  const { count } = await tx.version.updateMany({
    where: { id: versionId, withdrawnAt: null },
    data: { withdrawnAt: new Date(), withdrawnById: viewer.userId, notice },
  });
  if (count === 0) return { number };
  const { reviewId } = report;
  await recordDecision(tx, { kind: "version.withdraw", reviewId, byId: viewer.userId, versionId });
  await audit(tx, {
    reviewId,
    actorId: viewer.userId,
    action: "version.withdraw",
    subjectType: "version",
    subjectId: versionId,
    detail: { reportId: report.id, number },
  });
  await publish(tx, { kind: "report", reviewId, reportId: report.id, ids: [versionId] });
  return { number };
});
