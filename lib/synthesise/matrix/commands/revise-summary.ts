import { isDeepStrictEqual } from "node:util";
import { requireVisible, type Viewer } from "@/lib/access/policy";
import { visibleSummaries } from "@/lib/access/scope";
import { audit } from "@/lib/platform/audit/audit";
import type { Tx } from "@/lib/platform/db";
import { notFound, Refusal } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import { Basis } from "../basis";

const STALE =
  "Somebody changed this summary while you were writing. What you typed is still in the form, and the current summary is shown above it. Combine the two, then save again.";

export const SUMMARY = { id: true, reviewId: true, text: true, basis: true, revision: true } as const;
type Before = { id: string; reviewId: string; text: string; basis: unknown; revision: number };

/** Another text is there now than the one that it was based on. */
export const staleSummary = () => new Refusal("stale", STALE);

type Says = { revision: number; text: string; basis: Basis };

/**
 * Writes the next revision, if `revision` is the present one. The same words once more say that they are still right: they
 * rest on what is there now.
 */
export async function reviseSummary(tx: Tx, viewer: Viewer, before: Before, says: Says): Promise<string> {
  const { id, reviewId } = before;
  const { revision, text, basis } = says;
  if (before.text === text) return confirmSummary(tx, viewer, before, says);
  const { count } = await tx.matrixSummary.updateMany({
    where: { id, revision },
    data: {
      text,
      basis,
      revision: { increment: 1 },
      writtenAt: new Date(),
      writtenById: viewer.userId,
      confirmedAt: null,
      confirmedById: null,
    },
  });
  if (count === 0) throw staleSummary();
  await tx.matrixSummaryRevision.create({
    data: {
      summaryId: id,
      revision,
      text: before.text,
      basis: Basis.parse(before.basis),
      endedById: viewer.userId,
    },
    select: { id: true },
  });
  await tellSummary(tx, viewer, { id, reviewId, action: "matrix.write", revision: revision + 1 });
  return id;
}

async function confirmSummary(
  tx: Tx,
  viewer: Viewer,
  before: Before,
  { revision, basis }: Says,
): Promise<string> {
  const { id, reviewId } = before;
  // Sent twice: the first has saved it already.
  if (revision < before.revision || isDeepStrictEqual(Basis.parse(before.basis), basis)) return id;
  const { count } = await tx.matrixSummary.updateMany({
    where: { id, revision },
    data: { basis, confirmedAt: new Date(), confirmedById: viewer.userId },
  });
  if (count === 0) throw staleSummary();
  await tellSummary(tx, viewer, { id, reviewId, action: "matrix.confirm", revision });
  return id;
}

type Told = {
  id: string;
  reviewId: string;
  action: "matrix.write" | "matrix.confirm";
  revision: number;
};

/** The audit log has the cell's id and never its words. */
export async function tellSummary(tx: Tx, viewer: Viewer, told: Told): Promise<void> {
  const { id, reviewId, action, revision } = told;
  await audit(tx, {
    reviewId,
    actorId: viewer.userId,
    action,
    subjectType: "summary",
    subjectId: id,
    detail: { revision },
  });
  await publish(tx, { kind: "matrix", reviewId, ids: [id] });
}

/** The summary, if the viewer may see it and work on it. */
export async function findSummary(tx: Tx, viewer: Viewer, id: string): Promise<Before> {
  const found = await tx.matrixSummary.findFirst({
    where: { AND: [{ id }, visibleSummaries(viewer)] },
    select: SUMMARY,
  });
  if (!found) throw notFound("summary");
  requireVisible(viewer, "finding.write", found, "summary");
  return found;
}
