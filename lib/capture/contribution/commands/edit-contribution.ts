import { requireCan, type Viewer } from "@/lib/access/policy";
import { requirePlaces } from "@/lib/capture/roundtable/commands/require-places";
import { audit } from "@/lib/platform/audit";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { seal } from "@/lib/platform/digest";
import { invalid } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import { type EditInput } from "../contribution";
import { lineEdited, stanceCorrected } from "../contribution-events";
import { isSameSaid, saidOf, type Said } from "../line-edit";
import { lineProblem } from "../line-rules";
import {
  endClearance,
  findLine,
  keepRevision,
  requireOpenLine,
  staleLine,
  type FoundLine,
} from "./find-line";

/**
 * Changes a line. What it was is kept as a revision, and it has to be cleared again. An edit of an older
 * revision is refused; the same edit sent twice is stored once.
 */
export const editContribution = command(async (tx, viewer: Viewer, input: EditInput) => {
  const line = await findLine(tx, viewer, input.id);
  requireCan(viewer, "contribution.record", line);
  const wanted = saidOf(input);
  if (isSameSaid(line, wanted)) return { id: line.id, revision: line.revision };
  if (line.revision > input.revision && (await changesNothing(tx, input)))
    return { id: line.id, revision: line.revision };
  if (line.revision > input.revision + 1 && (await wasStored(tx, viewer, input)))
    return { id: line.id, revision: line.revision };
  await requireOpenLine(tx, line);
  const problem = lineProblem(input);
  if (problem) throw invalid(problem.message, problem.field);
  await requirePlaces(tx, line.roundtableId, { ...input, already: line.participantId });
  const words = input.text === line.text ? {} : seal(input.text);
  const handsFall =
    input.source === "room" ? {} : { handsRaised: null, handsAsked: null, agreementSeen: false };
  const { count } = await tx.contribution.updateMany({
    where: { id: line.id, revision: input.revision },
    data: { ...wanted, ...words, ...handsFall, revision: { increment: 1 } },
  });
  if (count === 0) throw staleLine();
  await keepRevision(tx, viewer, line);
  await endClearance(tx, line.id);
  await announceToLaterStages(tx, viewer, line, wanted);
  await audit(tx, {
    reviewId: line.reviewId,
    actorId: viewer.userId,
    action: "contribution.edit",
    subjectType: "contribution",
    subjectId: line.id,
    detail: { revision: input.revision + 1 },
  });
  const { reviewId, roundtableId } = line;
  await publish(tx, { kind: "contribution.changed", reviewId, roundtableId, ids: [line.id] });
  return { id: line.id, revision: input.revision + 1 };
});

/** What later stages hang on the line goes with its words and its stance. */
async function announceToLaterStages(
  tx: Tx,
  { userId: byId }: Viewer,
  line: FoundLine,
  now: Said,
): Promise<void> {
  const { id: contributionId, reviewId, roundtableId, recordedById: authorId } = line;
  if (now.text !== line.text)
    await lineEdited.run(tx, { reviewId, contributionId, before: line.text, after: now.text, byId });
  const { stance: before } = line;
  const { stance: after } = now;
  if (after !== before)
    await stanceCorrected.run(tx, { reviewId, roundtableId, contributionId, authorId, before, after, byId });
}

/** Whether the line said the same already in the revision that the edit was made on: a colleague's change stays. */
async function changesNothing(tx: Tx, input: EditInput): Promise<boolean> {
  const was = await tx.contributionRevision.findFirst({
    where: { contributionId: input.id, revision: input.revision },
  });
  return was !== null && isSameSaid(was, saidOf(input));
}

/** Whether this very edit was stored before, by the same person, and the line was changed since. */
async function wasStored(tx: Tx, viewer: Viewer, input: EditInput): Promise<boolean> {
  const [before, after] = await tx.contributionRevision.findMany({
    where: { contributionId: input.id, revision: { in: [input.revision, input.revision + 1] } },
    orderBy: { revision: "asc" },
  });
  return before?.endedById === viewer.userId && after !== undefined && isSameSaid(after, saidOf(input));
}
