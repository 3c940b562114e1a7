import { requireCan, type Viewer } from "@/lib/access/policy";
import {
  findRoundtable,
  lockRoundtable,
  requireRecording,
} from "@/lib/capture/roundtable/commands/find-roundtable";
import { requirePlaces } from "@/lib/capture/roundtable/commands/require-places";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { invalid, Refusal } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import { type ContributionInput } from "../contribution";
import { contributionProblem } from "../contribution-rules";
import { idTaken, insertContribution } from "./insert-contributions";

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
    const { id, roundtableId, saidAt = new Date() } = input;
    await insertContribution(tx, { roundtableId, recordedById: viewer.userId }, { ...input, saidAt });
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
  if (!mine) throw idTaken();
  throw new Refusal(
    "stale",
    "This contribution was already logged with other words, which are safe in the record. Your new words are still below. Load the page again to log them as a separate contribution.",
  );
}
