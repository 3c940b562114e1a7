import { requireCan, type Viewer } from "@/lib/access/policy";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import { invalid, Refusal } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import { readRecord } from "@/lib/capture/contribution/queries/record";
import { recordHash } from "@/lib/capture/contribution/record-hash";
import type { RoundtableStateInput } from "@/lib/capture/roundtable/roundtable";
import { nextStates, transitionAction } from "@/lib/capture/roundtable/states";
import { STATE_WORDS } from "@/lib/capture/roundtable/roundtable-words";
import { findRoundtable, lockRoundtable } from "@/lib/capture/roundtable/commands/find-roundtable";

/** Moves a roundtable to another state. Closing freezes its record for good, and hashes it. */
export const changeRoundtableState = command(async (tx, viewer: Viewer, input: RoundtableStateInput) => {
  const { id, revision, to } = input;
  const { reviewId, slug } = await findRoundtable(tx, viewer, id);
  const from = await lockRoundtable(tx, id);
  requireCan(viewer, transitionAction(to), { reviewId });
  if (from === to) return { slug };
  if (!nextStates(from).includes(to))
    throw invalid(`A roundtable cannot go from “${STATE_WORDS[from]}” to “${STATE_WORDS[to]}”.`);
  const closing =
    to === "closed"
      ? {
          closedAt: new Date(),
          closedById: viewer.userId,
          recordHash: recordHash(await readRecord(tx, viewer, id)),
        }
      : {};
  const { count } = await tx.roundtable.updateMany({
    where: { id, revision },
    data: { state: to, ...closing, revision: { increment: 1 } },
  });
  if (count === 0)
    throw new Refusal(
      "stale",
      "Somebody changed this roundtable a moment ago. Reload the page, and check that this is still the right step.",
    );
  await audit(tx, {
    reviewId,
    actorId: viewer.userId,
    action: "roundtable.state",
    subjectType: "roundtable",
    subjectId: id,
    detail: { from, to },
  });
  await publish(tx, { kind: "roundtable.changed", reviewId, roundtableId: id });
  return { slug };
});
