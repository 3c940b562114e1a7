import { requireCan, type Viewer } from "@/lib/access/policy";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import { Refusal } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import type { WithdrawFindingInput } from "../finding-input";
import { findFinding } from "./edit-finding";

const STALE =
  "Somebody has changed this finding since you opened it, so it was not withdrawn. Read it again, then decide.";

/** Takes a finding out of every list. Its words, revisions and evidence are kept. */
export const withdrawFinding = command(async (tx, viewer: Viewer, input: WithdrawFindingInput) => {
  const { id, reviewId } = await findFinding(tx, viewer, input.id);
  requireCan(viewer, "finding.write", { reviewId });
  const { count } = await tx.finding.updateMany({
    where: { id, revision: input.revision, withdrawnAt: null },
    data: { withdrawnAt: new Date() },
  });
  if (count === 0) throw new Refusal("stale", STALE);
  await audit(tx, {
    reviewId,
    actorId: viewer.userId,
    action: "finding.withdraw",
    subjectType: "finding",
    subjectId: id,
  });
  await publish(tx, { kind: "finding", reviewId, ids: [id] });
  return { id };
});
