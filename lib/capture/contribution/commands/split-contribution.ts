import { requireCan, type Viewer } from "@/lib/access/policy";
import { lockRoundtable } from "@/lib/capture/roundtable/commands/find-roundtable";
import { holdSpeaker } from "@/lib/capture/roundtable/commands/require-places";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { saltedDigest } from "@/lib/platform/digest";
import { invalid } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import { contributionSplit } from "../contribution-events";
import { notAhead } from "../said-at";
import { splitAt } from "../split";
import {
  endClearance,
  findContribution,
  keepRevision,
  requireOpenContribution,
  staleContribution,
  type FoundContribution,
} from "./find-contribution";
import { insertContribution } from "./insert-contributions";

type SplitInput = {
  id: string;
  contributionId: string;
  revision: number;
  /** The second part begins here, in code points. */
  at: number;
  /** An instant as ISO 8601. */
  saidAt: string;
  sequence: number;
};

/**
 * Splits a contribution in two: it keeps its first words, as a revision, and the rest becomes a contribution
 * of its own with the same speaker, question, stance, table and go-round. Splitting it twice under one id splits
 * it once.
 */
export const splitContribution = command(async (tx, viewer: Viewer, input: SplitInput) => {
  const { roundtableId } = await findContribution(tx, viewer, input.contributionId);
  await lockRoundtable(tx, roundtableId);
  const contribution = await findContribution(tx, viewer, input.contributionId);
  requireCan(viewer, "contribution.record", contribution);
  if (await wasSplit(tx, viewer, input)) return { id: contribution.id, revision: contribution.revision };
  await requireOpenContribution(tx, contribution);
  if (contribution.struckAt)
    throw invalid("This contribution is struck out. Restore it before you split it.");
  if (contribution.participantId) await holdSpeaker(tx, contribution.participantId);
  if (contribution.revision !== input.revision) throw staleContribution();
  const parts = splitAt(contribution.text, input.at);
  if ("problem" in parts) throw invalid(parts.problem, "at");
  const { count } = await tx.contribution.updateMany({
    where: { id: contribution.id, revision: input.revision },
    data: { text: parts.first, ...saltedDigest(parts.first), revision: { increment: 1 } },
  });
  if (count === 0) throw staleContribution();
  await keepRevision(tx, viewer, contribution);
  await endClearance(tx, contribution.id);
  await insertSecond(tx, viewer, contribution, input, parts.second);
  const { firstEnd, secondStart } = parts;
  const { reviewId } = contribution;
  const split = {
    reviewId,
    contributionId: contribution.id,
    newContributionId: input.id,
    firstEnd,
    secondStart,
  };
  await contributionSplit.run(tx, { ...split, byId: viewer.userId });
  await audit(tx, {
    reviewId,
    actorId: viewer.userId,
    action: "contribution.split",
    subjectType: "contribution",
    subjectId: contribution.id,
    detail: { newContributionId: input.id, revision: input.revision + 1 },
  });
  await publish(tx, {
    kind: "contribution.changed",
    reviewId,
    roundtableId,
    ids: [contribution.id, input.id],
  });
  return { id: contribution.id, revision: input.revision + 1 };
});

async function wasSplit(tx: Tx, { userId }: Viewer, { id, contributionId }: SplitInput): Promise<boolean> {
  const there = await tx.contribution.findUnique({
    where: { id },
    select: { splitFromId: true, recordedById: true },
  });
  if (!there) return false;
  if (there.splitFromId === contributionId && there.recordedById === userId) return true;
  throw invalid("The second part could not be saved. Split the contribution again.");
}

/** Same speaker and same place. If the import is undone, both parts go. */
async function insertSecond(
  tx: Tx,
  { userId }: Viewer,
  contribution: FoundContribution,
  input: SplitInput,
  text: string,
): Promise<void> {
  const { roundtableId, importId } = contribution;
  const place = { roundtableId, recordedById: userId, ...(importId === null ? {} : { importId }) };
  await insertContribution(tx, place, {
    id: input.id,
    source: contribution.source,
    wording: contribution.wording,
    text,
    participantId: contribution.participantId,
    questionId: contribution.questionId,
    tableId: contribution.tableId,
    goRoundId: contribution.goRoundId,
    splitFromId: contribution.id,
    stance: contribution.stance,
    npqs: contribution.npqs,
    saidAt: notAhead(input.saidAt),
    timeKnown: contribution.timeKnown,
  });
}
