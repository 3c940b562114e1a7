import { requireCan, type Viewer } from "@/lib/access/policy";
import { requirePlaces } from "@/lib/capture/roundtable/commands/require-places";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { saltedDigest } from "@/lib/platform/digest";
import { invalid } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import { type EditInput } from "../contribution";
import { contributionEdited, stanceCorrected } from "../contribution-events";
import { isSameSaid, saidOf, type Said } from "../contribution-edit";
import { contributionProblem } from "../contribution-rules";
import {
  endClearance,
  findContribution,
  keepRevision,
  requireOpenContribution,
  staleContribution,
  type FoundContribution,
} from "./find-contribution";

/**
 * Changes a contribution. The earlier version is kept as a revision, and the contribution has to be cleared
 * again. An edit based on an older revision is refused; the same edit sent twice is stored once.
 */
export const editContribution = command(async (tx, viewer: Viewer, input: EditInput) => {
  const contribution = await findContribution(tx, viewer, input.id);
  requireCan(viewer, "contribution.record", contribution);
  const wanted = saidOf(input);
  if (isSameSaid(contribution, wanted)) return { id: contribution.id, revision: contribution.revision };
  if (contribution.revision > input.revision && (await changesNothing(tx, input)))
    return { id: contribution.id, revision: contribution.revision };
  if (contribution.revision > input.revision + 1 && (await wasStored(tx, viewer, input)))
    return { id: contribution.id, revision: contribution.revision };
  await requireOpenContribution(tx, contribution);
  const problem = contributionProblem(input);
  if (problem) throw invalid(problem.message, problem.field);
  await requirePlaces(tx, contribution.roundtableId, { ...input, already: contribution.participantId });
  const words = input.text === contribution.text ? {} : saltedDigest(input.text);
  const handsFall =
    input.source === "group" ? {} : { handsRaised: null, handsAsked: null, agreementSeen: false };
  const { count } = await tx.contribution.updateMany({
    where: { id: contribution.id, revision: input.revision },
    data: { ...wanted, ...words, ...handsFall, revision: { increment: 1 } },
  });
  if (count === 0) throw staleContribution();
  await keepRevision(tx, viewer, contribution);
  await endClearance(tx, contribution.id);
  await announceToLaterStages(tx, viewer, contribution, wanted);
  await audit(tx, {
    reviewId: contribution.reviewId,
    actorId: viewer.userId,
    action: "contribution.edit",
    subjectType: "contribution",
    subjectId: contribution.id,
    detail: { revision: input.revision + 1 },
  });
  const { reviewId, roundtableId } = contribution;
  await publish(tx, { kind: "contribution.changed", reviewId, roundtableId, ids: [contribution.id] });
  return { id: contribution.id, revision: input.revision + 1 };
});

/** Announces the new words and stance to later stages, which keep their own data on the contribution. */
async function announceToLaterStages(
  tx: Tx,
  { userId: byId }: Viewer,
  contribution: FoundContribution,
  now: Said,
): Promise<void> {
  const { id: contributionId, reviewId, roundtableId, recordedById: authorId } = contribution;
  if (now.text !== contribution.text)
    await contributionEdited.run(tx, {
      reviewId,
      contributionId,
      before: contribution.text,
      after: now.text,
      byId,
    });
  const { stance: before } = contribution;
  const { stance: after } = now;
  if (after !== before)
    await stanceCorrected.run(tx, { reviewId, roundtableId, contributionId, authorId, before, after, byId });
}

/**
 * Whether the edit changes nothing in the revision that it was based on: a colleague's newer change then
 * stays.
 */
async function changesNothing(tx: Tx, input: EditInput): Promise<boolean> {
  const was = await tx.contributionRevision.findFirst({
    where: { contributionId: input.id, revision: input.revision },
  });
  return was !== null && isSameSaid(was, saidOf(input));
}

/** Whether this same edit was stored before, by the same person, and the contribution was changed since. */
async function wasStored(tx: Tx, viewer: Viewer, input: EditInput): Promise<boolean> {
  const [before, after] = await tx.contributionRevision.findMany({
    where: { contributionId: input.id, revision: { in: [input.revision, input.revision + 1] } },
    orderBy: { revision: "asc" },
  });
  return before?.endedById === viewer.userId && after !== undefined && isSameSaid(after, saidOf(input));
}
