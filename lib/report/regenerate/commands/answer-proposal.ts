import { requireCan, type Viewer } from "@/lib/access/policy";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { Refusal } from "@/lib/platform/errors";
import type { DraftBlock } from "@/lib/report/draft/draft-block";
import { findReport, getReportById, type Report } from "@/lib/report/draft/queries/reports";
import { acceptAll } from "../accept-all";
import { answered, type Answered } from "../answer";
import { keyOfAll, ofUnedited, type AcceptAllInput, type AnswerInput } from "../answer-input";
import type { Edit } from "../edit";
import { propose } from "../propose";
import { composeAgain, readComposed, readDrafted, type AnsweredBlock } from "../queries/regenerating";
import { keepBefore } from "./keep-before";
import { recordAnswer } from "./record-answer";
import { saveComposed } from "./save-composed";
import { writeEdits } from "./write-edits";

const STALE =
  "The paragraph or the evidence has changed since you opened this page, so nothing was changed. Look at the proposals as they are now, and answer again.";

const stale = () => new Refusal("stale", STALE, { proposal: STALE });

/** The draft as it was composed again before the transaction began, with the release that its figures are from. */
type Composed = { fresh: readonly DraftBlock[]; releaseId: string | null };

async function composedAgain(viewer: Viewer, reportId: string): Promise<Composed> {
  const report = await getReportById(viewer, reportId);
  requireCan(viewer, "report.write", report);
  const { fresh } = await composeAgain(viewer, report);
  return { fresh, releaseId: report.releaseId };
}

/**
 * Accepts a proposal, which changes the draft in one step that can be taken back, or leaves the draft as it is. Refused where
 * the paragraph or the evidence is not as it was shown. Sent twice it is answered once.
 */
export async function answerProposal(viewer: Viewer, input: AnswerInput) {
  return storeAnswer(viewer, { ...input, ...(await composedAgain(viewer, input.reportId)) });
}

/** Accepts every proposal for paragraphs that are as they were generated. */
export async function acceptUnedited(viewer: Viewer, input: AcceptAllInput) {
  return storeAll(viewer, { ...input, ...(await composedAgain(viewer, input.reportId)) });
}

const storeAnswer = command(async (tx, viewer: Viewer, input: AnswerInput & Composed) => {
  const answering = await begin(tx, viewer, input);
  const { composed, state } = answering;
  const { proposals, ...composition } = propose(state);
  const proposal = proposals.find(({ key }) => key === input.proposal);
  if (!proposal) return answeredBefore(answering, input.proposal);
  const accept = input.answer === "accept";
  const { edit, composed: after } = answered(composed, proposal, { accept, composition });
  return finish(answering, { edits: edit ? [edit] : [], after, answered: proposal.key });
});

const storeAll = command(async (tx, viewer: Viewer, input: AcceptAllInput & Composed) => {
  const answering = await begin(tx, viewer, input);
  const { proposals } = propose(answering.state);
  if (keyOfAll(ofUnedited(proposals)) !== input.proposals) return answeredBefore(answering, input.proposals);
  const { edits, composed: after } = acceptAll(answering.state);
  return finish(answering, { edits, after, answered: input.proposals });
});

/** A form that was sent twice is answered as it was the first time; anything else has changed since it was opened. */
function answeredBefore({ composed }: Answering, key: string) {
  if (composed.some((row) => row.answered === key)) return { changed: 0 };
  throw stale();
}

type Answering = {
  tx: Tx;
  viewer: Viewer;
  report: Report;
  composed: AnsweredBlock[];
  state: Parameters<typeof propose>[0];
};

async function begin(tx: Tx, viewer: Viewer, input: Composed & { reportId: string }): Promise<Answering> {
  const report = await findReport(tx, viewer, input.reportId);
  requireCan(viewer, "report.write", report);
  // One at a time for a report, so that an answer finds the draft as it will change it.
  await tx.$queryRaw`SELECT 1 FROM report WHERE id = ${report.id}::uuid FOR UPDATE`;
  if (report.releaseId !== input.releaseId) throw stale();
  const composed = await readComposed(tx, report.id);
  const drafted = await readDrafted(tx, report.id);
  return { tx, viewer, report, composed, state: { composed, drafted, fresh: input.fresh } };
}

type Answer = { edits: readonly Edit[]; after: Answered["composed"]; answered: string };

async function finish({ tx, viewer, report, composed }: Answering, { edits, after, answered: key }: Answer) {
  if (edits.length > 0) {
    await keepBefore(tx, viewer, report, edits);
    await writeEdits({ tx, viewer, report }, edits);
  }
  await saveComposed(tx, report.id, { before: composed, after, answered: key });
  await recordAnswer(tx, viewer, report, { changed: edits.length });
  return { changed: edits.length };
}
