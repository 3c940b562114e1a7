import type { Viewer } from "@/lib/access/policy";
import { command } from "@/lib/platform/command";
import { Refusal } from "@/lib/platform/errors";
import type { ConfirmSummaryInput } from "../summary";
import { findSummary, ownBasis, tellSummary } from "./write-summary";

const STALE =
  "Somebody changed this summary since you opened it, so it was not confirmed. Read it again, then decide.";

/** Says that a summary is still right, as things were when it was read: it rests on that from now on. */
export const confirmSummary = command(async (tx, viewer: Viewer, input: ConfirmSummaryInput) => {
  const { id, revision } = input;
  const { reviewId } = await findSummary(tx, viewer, id);
  const { count } = await tx.matrixSummary.updateMany({
    where: { id, revision },
    data: {
      basis: await ownBasis(tx, viewer, reviewId, input.seen),
      confirmedAt: new Date(),
      confirmedById: viewer.userId,
    },
  });
  if (count === 0) throw new Refusal("stale", STALE);
  await tellSummary(tx, viewer, { id, reviewId, action: "matrix.confirm", revision });
  return { id };
});
