import { requireCan, type Viewer } from "@/lib/access/policy";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import { CHECK_REPORT } from "@/lib/aggregate/publication/release-tasks";
import { readNames } from "@/lib/aggregate/publication/queries/names";
import { disclosureSentence } from "@/lib/aggregate/publication/words/disclosure-words";
import { db, type Tx } from "@/lib/platform/db";
import { runInWorker } from "@/lib/platform/workers/pool";
import { invalid } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import type { Check } from "@/lib/report/check/check";
import { findReport, getReportById, type Report } from "@/lib/report/draft/queries/reports";
import {
  mayBecome,
  type Audience,
  type PublishInput,
  type ReportRef,
  type ReportState,
} from "@/lib/report/draft/report";
import { readToPublish, type ToPublish } from "../queries/report-to-check";
import { keepVersion } from "./save-version";

/** Lets Fellows read and comment, on a version saved now and on each one saved later. */
export const openForComments = command(async (tx, viewer: Viewer, { reportId }: ReportRef) => {
  const report = await findReport(tx, viewer, reportId);
  requireCan(viewer, "report.open", report);
  const version = await keepVersion(tx, viewer, report, "");
  await become(tx, viewer, report, "in_review");
  return { number: version.number };
});

const CHANGED_WHILE_CHECKED =
  "Something changed while the report was checked: its text, its evidence, a release, or another report. Nothing was published. Publish it again.";

/**
 * Publishes the draft as a version, unless a check fails. What it tells beyond its release is checked against everything ever
 * published of the review, in a worker thread, outside of the transaction; what that depends on is read again inside, and where
 * anything differs nothing is published. Sending it twice publishes once; sending it with another audience changes who may
 * read the version.
 */
export async function publishReport(viewer: Viewer, input: PublishInput): Promise<{ number: number }> {
  const report = await getReportById(viewer, input.reportId);
  requireCan(viewer, "report.publish", report);
  const toPublish = await readToPublish(db(), viewer, report);
  refuseFailing(toPublish.failing);
  await refuseDisclosing(report, toPublish);
  return store(viewer, { ...input, digest: toPublish.digest });
}

type ToStore = PublishInput & { digest: string };

const store = command(async (tx, viewer: Viewer, { reportId, audience = "members", digest }: ToStore) => {
  const report = await findReport(tx, viewer, reportId);
  requireCan(viewer, "report.publish", report);
  // A lock: of two reports that are published at the same time, the second finds that something changed.
  await tx.$queryRaw`SELECT id FROM review WHERE id = ${report.reviewId}::uuid FOR NO KEY UPDATE`;
  const now = await readToPublish(tx, viewer, report);
  const published = await tx.version.findFirst({
    where: { reportId, publishedAt: { not: null } },
    orderBy: { number: "desc" },
    select: { number: true },
  });
  if (now.digest !== digest) {
    // Sent twice: the first one has published these very words, and its statements are among those published.
    if (published && (await keepVersion(tx, viewer, report, "")).number === published.number)
      return published;
    throw invalid(CHANGED_WHILE_CHECKED);
  }
  const version = await keepVersion(tx, viewer, report, "");
  const isNew = await publishFor(tx, viewer, { report, version, audience });
  if (isNew) await keepStatements(tx, version.id, now);
  await become(tx, viewer, report, "published");
  return { number: version.number };
});

async function keepStatements(tx: Tx, versionId: string, { toCheck }: ToPublish) {
  const statements = toCheck?.statements ?? [];
  await tx.publishedStatement.createMany({
    data: statements.map(({ themeId, findingId, roundtableId, people, low, high, side }) => ({
      versionId,
      themeId,
      findingId,
      roundtableId,
      people,
      low,
      high,
      side: side === "against" ? ("contradicts" as const) : ("supports" as const),
    })),
  });
}

type Publication = { report: Report; version: { id: string; number: number }; audience: Audience };

/** Whether the version was published now, and not before. */
async function publishFor(
  tx: Tx,
  viewer: Viewer,
  { report, version, audience }: Publication,
): Promise<boolean> {
  const { id, number } = version;
  const first = await tx.version.updateMany({
    where: { id, publishedAt: null },
    data: { publishedAt: new Date(), publishedById: viewer.userId, audience },
  });
  const changed = await tx.version.updateMany({
    where: { id, audience: { not: audience } },
    data: { audience },
  });
  if (first.count + changed.count === 0) return false;
  await audit(tx, {
    reviewId: report.reviewId,
    actorId: viewer.userId,
    action: "version.publish",
    subjectType: "version",
    subjectId: id,
    detail: { reportId: report.id, number, audience },
  });
  await publish(tx, { kind: "report", reviewId: report.reviewId, reportId: report.id, ids: [id] });
  return first.count > 0;
}

function refuseFailing(failing: readonly Check[]) {
  const [first] = failing;
  if (!first) return;
  const many = failing.length === 1 ? "One check failed" : `${failing.length} checks failed`;
  throw invalid(
    `${many} for this draft. ${failing.length === 1 ? "It is" : "They are"} listed alongside the draft. ${failing.length === 1 ? "" : "The first: "}${first.message}`,
  );
}

/** Which figures would give somebody away, and what the lead can do. */
async function refuseDisclosing(report: Report, { toCheck }: ToPublish) {
  if (!toCheck || toCheck.statements.length === 0) return;
  const disclosures = await runInWorker(CHECK_REPORT, toCheck);
  if (disclosures.length === 0) return;
  const names = await readNames(db(), report.reviewId, report.review.smallNumber);
  const sentences = disclosures.slice(0, MAX_NAMED).map((one) => disclosureSentence(one, names));
  const more = disclosures.length > MAX_NAMED ? ` And ${disclosures.length - MAX_NAMED} more.` : "";
  throw invalid(
    `Together with everything published of the review, this report would give small numbers away. ${sentences.join(" ")}${more} Nothing was published. Leave out what it says of one or a few people there, or say it without “one” or “a few”, or wait for the next release.`,
  );
}

const MAX_NAMED = 3;

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
