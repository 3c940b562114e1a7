import { requireCan, type Viewer } from "@/lib/access/policy";
import { lockRoundtable } from "@/lib/capture/roundtable/commands/find-roundtable";
import { holdSpeaker } from "@/lib/capture/roundtable/commands/require-places";
import { audit } from "@/lib/platform/audit";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { seal } from "@/lib/platform/digest";
import { invalid } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import { lineSplit } from "../contribution-events";
import { notAhead } from "../said-at";
import { splitAt } from "../split";
import {
  endClearance,
  findLine,
  keepRevision,
  requireOpenLine,
  staleLine,
  type FoundLine,
} from "./find-line";
import { nextSequence } from "./next-sequence";

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
 * Splits a line in two: it keeps its first words, as a revision, and the rest becomes a line of its own with
 * the same speaker, question, stance, table and round. Splitting it twice under one id splits it once.
 */
export const splitContribution = command(async (tx, viewer: Viewer, input: SplitInput) => {
  const { roundtableId } = await findLine(tx, viewer, input.contributionId);
  await lockRoundtable(tx, roundtableId);
  const line = await findLine(tx, viewer, input.contributionId);
  requireCan(viewer, "contribution.record", line);
  if (await wasSplit(tx, viewer, input)) return { id: line.id, revision: line.revision };
  await requireOpenLine(tx, line);
  if (line.struckAt) throw invalid("This line is struck out. Restore it before you split it.");
  if (line.participantId) await holdSpeaker(tx, line.participantId);
  if (line.revision !== input.revision) throw staleLine();
  const parts = splitAt(line.text, input.at);
  if ("problem" in parts) throw invalid(parts.problem, "at");
  const { count } = await tx.contribution.updateMany({
    where: { id: line.id, revision: input.revision },
    data: { text: parts.first, ...seal(parts.first), revision: { increment: 1 } },
  });
  if (count === 0) throw staleLine();
  await keepRevision(tx, viewer, line);
  await endClearance(tx, line.id);
  await insertSecond(tx, viewer, line, input, parts.second);
  const { firstEnd, secondStart } = parts;
  const { reviewId } = line;
  const split = { reviewId, lineId: line.id, newLineId: input.id, firstEnd, secondStart };
  await lineSplit.run(tx, { ...split, byId: viewer.userId });
  await audit(tx, {
    reviewId,
    actorId: viewer.userId,
    action: "contribution.split",
    subjectType: "contribution",
    subjectId: line.id,
    detail: { newLineId: input.id, revision: input.revision + 1 },
  });
  await publish(tx, { kind: "contribution.changed", reviewId, roundtableId, ids: [line.id, input.id] });
  return { id: line.id, revision: input.revision + 1 };
});

async function wasSplit(tx: Tx, { userId }: Viewer, { id, contributionId }: SplitInput): Promise<boolean> {
  const there = await tx.contribution.findUnique({
    where: { id },
    select: { splitFromId: true, recordedById: true },
  });
  if (!there) return false;
  if (there.splitFromId === contributionId && there.recordedById === userId) return true;
  throw invalid("The second part could not be stored under its number. Split the line once more.");
}

async function insertSecond(tx: Tx, viewer: Viewer, line: FoundLine, input: SplitInput, text: string) {
  const { reviewId, roundtableId, source, kind, participantId, questionId, tableId, roundId } = line;
  await tx.contribution.create({
    data: {
      id: input.id,
      ...{ reviewId, roundtableId, source, kind, participantId, questionId, tableId, roundId },
      // An import that is undone takes both parts along.
      ...{
        stance: line.stance,
        npqs: line.npqs,
        timeKnown: line.timeKnown,
        splitFromId: line.id,
        importId: line.importId,
      },
      text,
      ...seal(text),
      saidAt: notAhead(input.saidAt),
      recordedById: viewer.userId,
      sequence: await nextSequence(tx, { roundtableId, recordedById: viewer.userId }),
    },
    select: { id: true },
  });
}
