import { forbidden, requireCan, type Viewer } from "@/lib/access/policy";
import { visibleMemos } from "@/lib/access/scope";
import { audit } from "@/lib/platform/audit/audit";
import type { AuditAction } from "@/lib/platform/audit/audit-action";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { notFound, Refusal } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import type { MemoChangeInput, MemoIdInput, NewMemoInput } from "../memo";
import { findOpenContribution, refuseInOwnRound } from "./set-tagging";

/** Stores the viewer's memo on a contribution. The same memo sent twice is stored once. */
export const writeMemo = command(async (tx, viewer: Viewer, { id, contributionId, text }: NewMemoInput) => {
  const contribution = await findOpenContribution(tx, viewer, contributionId);
  requireCan(viewer, "tagging.set", contribution);
  await refuseInOwnRound(tx, viewer, contribution);
  const { reviewId, roundtableId } = contribution;
  const { count } = await tx.memo.createMany({
    data: [{ id, reviewId, contributionId, byId: viewer.userId, text }],
    skipDuplicates: true,
  });
  if (count > 0) await tell(tx, viewer, { id, contributionId, reviewId, roundtableId }, "memo.write");
  return { contributionId };
});

/** Changes the viewer's own memo and keeps the earlier text. */
export const changeMemo = command(async (tx, viewer: Viewer, { id, revision, text }: MemoChangeInput) => {
  const memo = await findOwnMemo(tx, viewer, id);
  if (memo.text === text) return { contributionId: memo.contributionId };
  const { count } = await tx.memo.updateMany({
    where: { id, revision },
    data: { text, revision: { increment: 1 } },
  });
  if (count === 0)
    throw new Refusal(
      "stale",
      "You changed this memo in another window. What you typed is still in the field. Save again to replace the other version.",
    );
  await tx.memoRevision.create({ data: { memoId: id, revision, text: memo.text }, select: { id: true } });
  await tell(tx, viewer, memo, "memo.change");
  return { contributionId: memo.contributionId };
});

/** Withdraws the viewer's own memo; it is kept, and shown to nobody. Doing so twice has no further effect. */
export const withdrawMemo = command(async (tx, viewer: Viewer, { id }: MemoIdInput) => {
  const memo = await findOwnMemo(tx, viewer, id);
  await tx.memo.update({ where: { id }, data: { withdrawnAt: new Date() }, select: { id: true } });
  await tell(tx, viewer, memo, "memo.withdraw");
  return { contributionId: memo.contributionId };
});

async function findOwnMemo(tx: Tx, viewer: Viewer, id: string) {
  const memo = await tx.memo.findFirst({
    where: { AND: [{ id, codingRoundId: null }, visibleMemos(viewer)] },
    select: {
      id: true,
      reviewId: true,
      contributionId: true,
      byId: true,
      text: true,
      contribution: { select: { roundtableId: true } },
    },
  });
  if (!memo) throw notFound("memo");
  requireCan(viewer, "tagging.set", memo);
  if (memo.byId !== viewer.userId)
    throw forbidden(viewer, "tagging.set", memo, "A colleague wrote this memo. Only they can change it.");
  return { ...memo, roundtableId: memo.contribution.roundtableId };
}

type Told = { id: string; contributionId: string; reviewId: string; roundtableId: string };

async function tell(
  tx: Tx,
  viewer: Viewer,
  { id, contributionId, reviewId, roundtableId }: Told,
  action: AuditAction,
): Promise<void> {
  const detail = { contributionId };
  await audit(tx, { reviewId, actorId: viewer.userId, action, subjectType: "memo", subjectId: id, detail });
  await publish(tx, { kind: "tagging", reviewId, roundtableId, ids: [] });
}
