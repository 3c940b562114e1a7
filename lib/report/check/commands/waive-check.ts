import { requireCan, type Viewer } from "@/lib/access/policy";
import { visibleReports } from "@/lib/access/scope";
import { readReportFigures } from "@/lib/aggregate/publication/queries/report-figures";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { invalid, notFound } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import { readClaims } from "@/lib/report/claim/queries/claims";
import { findReport, readBlocks, type Report } from "@/lib/report/draft/queries/reports";
import { readDraftChecks } from "../queries/draft-checks";
import { checkKey, isWaivable, type WaiveInput, type WaiverRef } from "../waiver";

const NO_LONGER =
  "The paragraph or its evidence has changed, and this check no longer says the same. Nothing was set aside. Read the checks again.";

/**
 * Sets a check of one paragraph aside, with a reason that the published report prints. It stands for the paragraph as it is:
 * an edit makes it lapse. Checks that protect people cannot be set aside. Sending it twice sets aside once.
 */
export const waiveCheck = command(async (tx, viewer: Viewer, input: WaiveInput) => {
  const report = await findReport(tx, viewer, input.reportId);
  requireCan(viewer, "report.publish", report);
  const { blockId, revision, reason } = input;
  const blocks = await readBlocks(tx, report.id, { removedAt: null });
  if (blocks.find(({ id }) => id === blockId)?.revision !== revision) throw invalid(NO_LONGER);
  const figures = await readReportFigures(tx, viewer, report);
  const claims = await readClaims(tx, report, figures);
  const checks = await readDraftChecks(tx, report, { blocks, claims, figures });
  const check = checks.find((one) => one.blockId === blockId && checkKey(one) === input.check);
  if (!check) throw invalid(NO_LONGER);
  if (check.waiver) return { id: check.waiver.id };
  if (!isWaivable(check))
    throw invalid("This check cannot be set aside. Correct the draft as the check says.");
  const waiver = await tx.waiver.create({
    data: { reportId: report.id, blockId, revision, check: input.check, reason, byId: viewer.userId },
    select: { id: true },
  });
  await record(tx, viewer, report, { action: "waiver.set", id: waiver.id, blockId, check: check.kind });
  return waiver;
});

/** The check stops the draft again. Ending it twice ends it once. */
export const endWaiver = command(async (tx, viewer: Viewer, { waiverId }: WaiverRef) => {
  const waiver = await tx.waiver.findFirst({
    where: { id: waiverId, report: visibleReports(viewer) },
    select: { id: true, reportId: true, blockId: true, check: true },
  });
  if (!waiver) throw notFound("waiver");
  const { id, blockId, check } = waiver;
  const report = await findReport(tx, viewer, waiver.reportId);
  requireCan(viewer, "report.publish", report);
  const { count } = await tx.waiver.updateMany({
    where: { id, endedAt: null },
    data: { endedAt: new Date() },
  });
  if (count > 0)
    await record(tx, viewer, report, { action: "waiver.end", id, blockId, check: check.split(" ")[0] ?? "" });
  return { id };
});

type Event = { action: "waiver.set" | "waiver.end"; id: string; blockId: string; check: string };

async function record(tx: Tx, viewer: Viewer, report: Report, { action, id, blockId, check }: Event) {
  const { id: reportId, reviewId } = report;
  await audit(tx, {
    reviewId,
    actorId: viewer.userId,
    action,
    subjectType: "waiver",
    subjectId: id,
    detail: { reportId, blockId, check },
  });
  await publish(tx, { kind: "report", reviewId, reportId });
}
