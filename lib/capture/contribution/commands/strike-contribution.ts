import { requireCan, type Viewer } from "@/lib/access/policy";
import { audit } from "@/lib/platform/audit";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { invalid } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import type { LineRevisionInput } from "../contribution";
import { findLine, keepRevision, requireOpenLine, staleLine } from "./find-line";

/** Strikes a line out: it stays in the record, crossed out, and enters no list, figure or report. */
export const strikeContribution = command((tx, viewer: Viewer, input: LineRevisionInput) =>
  setStruck(tx, viewer, input, true),
);

/** Takes a struck line back into the record. */
export const restoreContribution = command((tx, viewer: Viewer, input: LineRevisionInput) =>
  setStruck(tx, viewer, input, false),
);

async function setStruck(tx: Tx, viewer: Viewer, { id, revision }: LineRevisionInput, struck: boolean) {
  const line = await findLine(tx, viewer, id);
  requireCan(viewer, "contribution.record", line);
  if ((line.struckAt !== null) === struck) return { id, revision: line.revision };
  await requireOpenLine(tx, line);
  if (!struck && line.mergedIntoId !== null)
    throw invalid("This line was merged into another one, which holds its words. Undo the merging instead.");
  const { count } = await tx.contribution.updateMany({
    where: { id, revision },
    data: {
      ...(struck
        ? { struckAt: new Date(), struckById: viewer.userId }
        : { struckAt: null, struckById: null }),
      revision: { increment: 1 },
    },
  });
  if (count === 0) throw staleLine();
  await keepRevision(tx, viewer, line);
  const { reviewId, roundtableId } = line;
  await audit(tx, {
    reviewId,
    actorId: viewer.userId,
    action: struck ? "contribution.strike" : "contribution.restore",
    subjectType: "contribution",
    subjectId: id,
  });
  await publish(tx, { kind: "contribution.changed", reviewId, roundtableId, ids: [id] });
  return { id, revision: revision + 1 };
}
