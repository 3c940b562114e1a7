import type { LinesMerged, LineSplit } from "@/lib/capture/contribution/contribution-events";
import type { Tx } from "@/lib/platform/db";
import { publish } from "@/lib/platform/events";
import { closeEvidence } from "./detach-evidence";

export function onLineSplit(tx: Tx, { reviewId, lineId, newLineId, byId }: LineSplit): Promise<void> {
  return attachBeside(tx, { reviewId, lineId, otherId: newLineId, byId, from: new Date() });
}

export function onLinesMerged(tx: Tx, { reviewId, fromId, intoId, byId, at }: LinesMerged): Promise<void> {
  return attachBeside(tx, { reviewId, lineId: fromId, otherId: intoId, byId, from: at });
}

/** What came to the line through the merging goes again. */
export async function onLinesSeparated(
  tx: Tx,
  { reviewId, intoId, at }: Omit<LinesMerged, "offset">,
): Promise<void> {
  const came = await tx.findingEvidence.findMany({
    where: { contributionId: intoId, until: null, from: at },
    select: { id: true, findingId: true, from: true },
  });
  for (const row of came) await closeEvidence(tx, row);
  await tell(tx, reviewId, came);
}

type Beside = { reviewId: string; lineId: string; otherId: string; byId: string; from: Date };

/** What the line carries, the other one carries too, unless it bears on that finding already. */
async function attachBeside(tx: Tx, { reviewId, lineId, otherId, byId, from }: Beside): Promise<void> {
  const carried = await tx.findingEvidence.findMany({
    where: { contributionId: lineId, until: null },
    select: { findingId: true, bearing: true },
  });
  if (carried.length === 0) return;
  await tx.findingEvidence.createMany({
    data: carried.map((evidence) => ({ ...evidence, reviewId, contributionId: otherId, byId, from })),
    skipDuplicates: true,
  });
  await tell(tx, reviewId, carried);
}

async function tell(tx: Tx, reviewId: string, evidence: readonly { findingId: string }[]): Promise<void> {
  const ids = [...new Set(evidence.map(({ findingId }) => findingId))];
  if (ids.length > 0) await publish(tx, { kind: "finding", reviewId, ids });
}
