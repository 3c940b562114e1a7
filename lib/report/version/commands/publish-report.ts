import { requireCan, type Viewer } from "@/lib/access/policy";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { invalid } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import { checkDraft } from "@/lib/report/check/checks";
import { readReportFigures } from "@/lib/aggregate/publication/queries/report-figures";
import { readClaims } from "@/lib/report/claim/queries/claims";
import { findReport, readBlocks, type Report } from "@/lib/report/draft/queries/reports";
import {
  mayBecome,
  type Audience,
  type PublishInput,
  type ReportRef,
  type ReportState,
} from "@/lib/report/draft/report";
import { keepVersion } from "./save-version";

/** Lets Fellows read and comment, on a version saved now and on each one saved later. */
export const openForComments = command(async (tx, viewer: Viewer, { reportId }: ReportRef) => {
  const report = await findReport(tx, viewer, reportId);
  requireCan(viewer, "report.open", report);
  const version = await keepVersion(tx, viewer, report, "");
  await become(tx, viewer, report, "in_review");
  return { number: version.number };
});

/**
 * Publishes the draft as a version for this audience, unless a check fails. Sending it twice publishes once; sending it
 * with another audience changes who may read the version.
 */
export const publishReport = command(async (tx, viewer: Viewer, input: PublishInput) => {
  const { reportId, audience = "members" } = input;
  const report = await findReport(tx, viewer, reportId);
  requireCan(viewer, "report.publish", report);
  await refuseFailing(tx, viewer, report);
  const version = await keepVersion(tx, viewer, report, "");
  await publishFor(tx, viewer, { report, version, audience });
  await become(tx, viewer, report, "published");
  return { number: version.number };
});

type Publication = { report: Report; version: { id: string; number: number }; audience: Audience };

async function publishFor(tx: Tx, viewer: Viewer, { report, version, audience }: Publication) {
  const { id, number } = version;
  const first = await tx.version.updateMany({
    where: { id, publishedAt: null },
    data: { publishedAt: new Date(), publishedById: viewer.userId, audience },
  });
  const changed = await tx.version.updateMany({
    where: { id, audience: { not: audience } },
    data: { audience },
  });
  if (first.count + changed.count === 0) return;
  await audit(tx, {
    reviewId: report.reviewId,
    actorId: viewer.userId,
    action: "version.publish",
    subjectType: "version",
    subjectId: id,
    detail: { reportId: report.id, number, audience },
  });
  await publish(tx, { kind: "report", reviewId: report.reviewId, reportId: report.id, ids: [id] });
}

async function refuseFailing(tx: Tx, viewer: Viewer, report: Report) {
  const blocks = await readBlocks(tx, report.id, { removedAt: null });
  const figures = await readReportFigures(tx, viewer, report);
  const claims = await readClaims(tx, report, figures);
  const failing = checkDraft(blocks, { claims, figures, smallNumber: report.review.smallNumber }).filter(
    ({ blocking }) => blocking,
  );
  const [first] = failing;
  if (!first) return;
  const many = failing.length === 1 ? "One check failed" : `${failing.length} checks failed`;
  throw invalid(
    `${many} for this draft. ${failing.length === 1 ? "It is" : "They are"} listed alongside the draft. ${failing.length === 1 ? "" : "The first: "}${first.message}`,
  );
}

async function become(tx: Tx, viewer: Viewer, report: Report, state: ReportState) {
  const { id: reportId, reviewId } = report;
  if (!mayBecome(report.state, state))
    throw invalid(
      "This report is already published. Publish it again as a new version, or start another report.",
    );
  if (report.state === state) return;
  await tx.report.updateMany({
    where: { id: reportId, state: report.state },
    data: { state, revision: { increment: 1 } },
  });
  await audit(tx, {
    reviewId,
    actorId: viewer.userId,
    action: state === "published" ? "report.publish" : "report.open",
    subjectType: "report",
    subjectId: reportId,
    detail: { from: report.state, to: state },
  });
  await publish(tx, { kind: "report", reviewId, reportId });
}
