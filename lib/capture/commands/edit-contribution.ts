import { requireCan, type Viewer } from "@/lib/access/policy";
import { audit } from "@/lib/platform/audit";
import { command } from "@/lib/platform/command";
import { seal } from "@/lib/platform/digest";
import { invalid } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import { lineProblem, type EditInput } from "../contribution";
import { endClearance, findLine, requireOpenLine, staleLine, type FoundLine } from "./find-line";
import { requirePlaces } from "./require-places";

/**
 * Changes a line. What it was is kept as a revision, and it has to be cleared again. An edit of an older
 * revision is refused; the same edit sent twice is stored once.
 */
export const editContribution = command(async (tx, viewer: Viewer, input: EditInput) => {
  const line = await findLine(tx, viewer, input.id);
  requireCan(viewer, "contribution.record", line);
  const wanted = wantedOf(input);
  if (isSame(line, wanted)) return { id: line.id, revision: line.revision };
  requireOpenLine(line);
  const problem = lineProblem(input);
  if (problem) throw invalid(problem.message, problem.field);
  await requirePlaces(tx, line.roundtableId, input);
  const words = input.text === line.text ? {} : seal(input.text);
  const handsFall =
    input.source === "room" ? {} : { handsRaised: null, handsAsked: null, agreementSeen: false };
  const { count } = await tx.contribution.updateMany({
    where: { id: line.id, revision: input.revision },
    data: { ...wanted, ...words, ...handsFall, revision: { increment: 1 } },
  });
  if (count === 0) throw staleLine();
  await tx.contributionRevision.create({
    data: { ...pastOf(line), endedById: viewer.userId },
    select: { id: true },
  });
  await endClearance(tx, line.id);
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

function wantedOf({ text, kind, source, participantId, questionId, stance }: EditInput) {
  return {
    text,
    kind,
    source,
    participantId: participantId ?? null,
    questionId: questionId ?? null,
    stance: stance ?? null,
  };
}

function isSame(line: FoundLine, wanted: ReturnType<typeof wantedOf>): boolean {
  const { text, kind, source, participantId, questionId, stance } = line;
  const now = { text, kind, source, participantId, questionId, stance };
  return JSON.stringify(now) === JSON.stringify(wanted);
}

function pastOf(line: FoundLine) {
  const { id, revision, text, kind, source, participantId, questionId, stance, salt, digest } = line;
  return {
    contributionId: id,
    revision,
    text,
    kind,
    source,
    participantId,
    questionId,
    stance,
    salt,
    digest,
  };
}
