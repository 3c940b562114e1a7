import { requireCan, type Viewer } from "@/lib/access/policy";
import { holdRoundtable } from "@/lib/capture/roundtable/commands/find-roundtable";
import { audit } from "@/lib/platform/audit";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { seal } from "@/lib/platform/digest";
import { invalid } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import type { AmendInput } from "../amendment";
import { standingText } from "../queries/amendments";
import { endClearance, findLine, staleLine, type FoundLine } from "./find-line";

/**
 * Sets what a line of a closed record should say beside it. The record stays as it was and still verifies;
 * what reviewers read of the line has to be cleared again. The same amendment sent twice is stored once.
 */
export const amendLine = command(async (tx, viewer: Viewer, { id, revision, text, reason }: AmendInput) => {
  // Before it is read, so that no other amendment comes between.
  await tx.$queryRaw`SELECT id FROM contribution WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  const line = await findLine(tx, viewer, id);
  requireCan(viewer, "line.amend", line);
  await requireClosedLine(tx, line);
  if ((await standingText(tx, line)) === text) return { id };
  if (line.revision !== revision) throw staleLine();
  await addAmendment(tx, line, { text, reason, byId: viewer.userId });
  await audit(tx, {
    reviewId: line.reviewId,
    actorId: viewer.userId,
    action: "line.amend",
    subjectType: "contribution",
    subjectId: id,
  });
  return { id };
});

/** Refuses where the line itself can still be edited, or where nothing of it is left to correct. */
async function requireClosedLine(tx: Tx, line: FoundLine): Promise<void> {
  if ((await holdRoundtable(tx, line.roundtableId)) !== "closed")
    throw invalid("This roundtable is not closed, so you can edit the line itself.");
  if (line.erasedAt) throw invalid("The words of this line were removed. It cannot be amended.");
  if (line.struckAt) throw invalid("This line was struck out, so there is nothing to amend.");
}

type Amending = { text: string; reason: string; byId: string };

/** Stores it, and lets what was cleared be cleared anew. */
export async function addAmendment(tx: Tx, line: FoundLine, { text, reason, byId }: Amending): Promise<void> {
  const { id, reviewId, roundtableId } = line;
  await tx.amendment.create({
    data: { reviewId, contributionId: id, text, reason, byId, ...seal(text) },
    select: { id: true },
  });
  // A new revision, so that a clearance of the words before is stale.
  await tx.contribution.update({ where: { id }, data: { revision: { increment: 1 } }, select: { id: true } });
  await endClearance(tx, id);
  await publish(tx, { kind: "contribution.changed", reviewId, roundtableId, ids: [id] });
}
