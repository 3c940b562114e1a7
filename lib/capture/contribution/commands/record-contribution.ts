import { requireCan, type Viewer } from "@/lib/access/policy";
import {
  findRoundtable,
  lockRoundtable,
  requireRecording,
} from "@/lib/capture/roundtable/commands/find-roundtable";
import { requirePlaces } from "@/lib/capture/roundtable/commands/require-places";
import { audit } from "@/lib/platform/audit";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { saltedDigest } from "@/lib/platform/digest";
import { invalid, Refusal } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import { type ContributionInput } from "../contribution";
import { contributionProblem } from "../contribution-rules";
import { nextSequence } from "./next-sequence";

type Recorded = { id: string; revision: number; created: boolean };

/**
 * Logs a contribution. Its id comes from the sender, so sending it again stores it once. The same id with
 * other words is refused, and both texts are kept.
 */
export const recordContribution = command(
  async (tx, viewer: Viewer, input: ContributionInput): Promise<Recorded> => {
    const { reviewId } = await findRoundtable(tx, viewer, input.roundtableId);
    requireCan(viewer, "contribution.record", { reviewId });
    const state = await lockRoundtable(tx, input.roundtableId);
    const stored = await findStored(tx, viewer, input);
    if (stored) return stored;
    requireRecording(state);
    const problem = contributionProblem(input);
    if (problem) throw invalid(problem.message, problem.field);
    await requirePlaces(tx, input.roundtableId, input);
    await insert(tx, viewer, reviewId, input);
    const { id, roundtableId } = input;
    await audit(tx, {
      reviewId,
      actorId: viewer.userId,
      action: "contribution.record",
      subjectType: "contribution",
      subjectId: id,
      detail: { roundtableId, source: input.source, wording: input.wording },
    });
    await publish(tx, { kind: "contribution.recorded", reviewId, roundtableId, ids: [id] });
    return { id, revision: 1, created: true };
  },
);

async function findStored(tx: Tx, viewer: Viewer, input: ContributionInput): Promise<Recorded | null> {
  const there = await tx.contribution.findUnique({
    where: { id: input.id },
    select: {
      roundtableId: true,
      recordedById: true,
      text: true,
      revision: true,
      erasedAt: true,
      revisions: { where: { revision: 1 }, select: { text: true } },
    },
  });
  if (!there) return null;
  const mine = there.recordedById === viewer.userId && there.roundtableId === input.roundtableId;
  const first = there.revisions[0]?.text ?? there.text;
  if (mine && (there.erasedAt !== null || first === input.text || there.text === input.text))
    return { id: input.id, revision: there.revision, created: false };
  throw new Refusal(
    "stale",
    mine
      ? "This contribution was already logged with other words, which are safe in the record. Your new words are still below. Load the page again to log them as a separate contribution."
      : "This contribution could not be logged. Your words are still below. Load the page again to log them.",
  );
}

async function insert(tx: Tx, viewer: Viewer, reviewId: string, input: ContributionInput) {
  const { text, hands, roundtableId } = input;
  await tx.contribution.create({
    data: {
      id: input.id,
      reviewId,
      roundtableId,
      source: input.source,
      wording: input.wording,
      text,
      ...saltedDigest(text),
      participantId: input.participantId ?? null,
      questionId: input.questionId ?? null,
      tableId: input.tableId ?? null,
      goRoundId: input.goRoundId ?? null,
      stance: input.stance ?? null,
      handsRaised: hands?.raised ?? null,
      handsAsked: hands?.asked ?? null,
      agreementSeen: input.agreementSeen ?? false,
      npqs: input.npqs ?? [],
      saidAt: input.saidAt ?? new Date(),
      recordedById: viewer.userId,
      sequence: await nextSequence(tx, { roundtableId, recordedById: viewer.userId }),
    },
    select: { id: true },
  });
}
