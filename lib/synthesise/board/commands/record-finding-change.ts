import type { Viewer } from "@/lib/access/policy";
import { audit } from "@/lib/platform/audit/audit";
import type { AuditAction } from "@/lib/platform/audit/audit-action";
import type { Tx } from "@/lib/platform/db";
import { publish } from "@/lib/platform/events";
import type { FindingChangeKind } from "../finding-change";

type Change = {
  reviewId: string;
  kind: FindingChangeKind;
  findingId: string;
  otherId?: string;
  revision?: number | null;
};

const ACTIONS: Record<FindingChangeKind, AuditAction> = {
  attach: "finding.attach",
  start: "finding.attach",
  split: "finding.split",
  merge: "finding.merge",
};

/** The row that the evidence opened and ended by it names, which is how it is undone. */
export async function openFindingChange(
  tx: Tx,
  viewer: Viewer,
  { reviewId, kind, findingId, otherId, revision = null }: Change,
): Promise<string> {
  const { id } = await tx.findingChange.create({
    data: { reviewId, kind, findingId, otherId: otherId ?? null, revision, byId: viewer.userId },
    select: { id: true },
  });
  return id;
}

/** Says that it was done. */
export async function announceFindingChange(
  tx: Tx,
  viewer: Viewer,
  changeId: string,
  { reviewId, kind, findingId, otherId }: Change,
): Promise<void> {
  await audit(tx, {
    reviewId,
    actorId: viewer.userId,
    action: ACTIONS[kind],
    subjectType: "finding",
    subjectId: findingId,
    detail: otherId ? { changeId, otherId } : { changeId },
  });
  await publish(tx, { kind: "finding", reviewId, ids: otherId ? [findingId, otherId] : [findingId] });
}
