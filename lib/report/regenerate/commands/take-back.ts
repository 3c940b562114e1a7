import { requireCan, type Viewer } from "@/lib/access/policy";
import { command } from "@/lib/platform/command";
import { Refusal } from "@/lib/platform/errors";
import { findReport } from "@/lib/report/draft/queries/reports";
import { keepVersion } from "@/lib/report/version/commands/save-version";
import type { TakeBackInput } from "../answer-input";
import { readAccepted } from "../queries/accepted-changes";
import { recordAnswer } from "./record-answer";
import { writeEdits } from "./write-edits";

const NAME = "Before a change was taken back";
const STALE =
  "The paragraph has changed since you opened this page, so nothing was taken back. Look at what was accepted as it is now, and choose again.";

/**
 * Takes back one acceptance: the paragraph is as it was before, and every other one stays as it is. It counts as left then, so
 * that the same is not proposed again. Refused where somebody has written in it since.
 */
export const takeBack = command(async (tx, viewer: Viewer, input: TakeBackInput) => {
  const report = await findReport(tx, viewer, input.reportId);
  requireCan(viewer, "report.write", report);
  // One at a time for a report, as answers are.
  await tx.$queryRaw`SELECT 1 FROM report WHERE id = ${report.id}::uuid FOR UPDATE`;
  const accepted = (await readAccepted(tx, report)).find(({ key }) => key === input.accepted);
  if (!accepted) throw new Refusal("stale", STALE, { accepted: STALE });
  await keepVersion(tx, viewer, report, NAME, { always: false });
  await writeEdits({ tx, viewer, report }, [accepted.edit]);
  await recordAnswer(tx, viewer, report, { takenBack: 1 });
  return { takenBack: 1 };
});
