import type { Viewer } from "@/lib/access/policy";
import { visibleContributions } from "@/lib/access/scope";
import type { Prisma } from "@/lib/platform/generated/client";
import type { Tx } from "@/lib/platform/db";
import { invalid, notFound, Refusal } from "@/lib/platform/errors";
import { recordDecision } from "@/lib/platform/ledger/ledger";
import { recordingProblem } from "@/lib/capture/roundtable/states";
import { holdRoundtable } from "@/lib/capture/roundtable/commands/find-roundtable";
import { SAID_SELECT } from "../queries/contribution-select";

const SELECT = {
  ...SAID_SELECT,
  reviewId: true,
  roundtableId: true,
  importId: true,
  participantId: true,
  questionId: true,
  tableId: true,
  goRoundId: true,
  npqs: true,
  mergedIntoId: true,
  salt: true,
  digest: true,
} satisfies Prisma.ContributionSelect;

/** The contribution, where the viewer may see it. */
export async function findContribution(tx: Tx, viewer: Viewer, id: string) {
  const contribution = await tx.contribution.findFirst({
    where: { AND: [{ id }, visibleContributions(viewer)] },
    select: SELECT,
  });
  if (!contribution) throw notFound("contribution");
  return contribution;
}

export type FoundContribution = Awaited<ReturnType<typeof findContribution>>;

/**
 * Refuses to change a contribution whose record is frozen, or whose words were erased. The roundtable cannot
 * be closed before the end of the transaction.
 */
export async function requireOpenContribution(tx: Tx, contribution: FoundContribution): Promise<void> {
  const problem = recordingProblem(await holdRoundtable(tx, contribution.roundtableId));
  if (problem) throw invalid(problem);
  if (contribution.erasedAt)
    throw invalid("The words of this contribution were removed, so you cannot change it.");
}

export function staleContribution(): Refusal {
  return new Refusal(
    "stale",
    "Somebody changed this contribution while you were editing it. Your words and the current contribution are both on this page. Choose which to keep, then save again.",
  );
}

/** Keeps the contribution's present version as a revision that the viewer ended now. */
export async function keepRevision(
  tx: Tx,
  { userId }: Viewer,
  contribution: FoundContribution,
  endedAt = new Date(),
) {
  const { id, revision, text, wording, source, participantId, questionId, stance, salt, digest } =
    contribution;
  const past = { revision, text, wording, source, participantId, questionId, stance, salt, digest };
  await tx.contributionRevision.create({
    data: { ...past, contributionId: id, endedAt, endedById: userId },
    select: { id: true },
  });
}

/** Withdraws the clearance: words that change have to be cleared again. */
export async function endClearance(tx: Tx, contributionId: string): Promise<number> {
  const ended = await tx.clearance.updateManyAndReturn({
    where: { contributionId, until: null },
    data: { until: new Date() },
    select: { id: true, contribution: { select: { reviewId: true } } },
  });
  for (const { id, contribution } of ended)
    await recordDecision(tx, { kind: "clearance.end", reviewId: contribution.reviewId, clearanceId: id });
  return ended.length;
}
