import { randomUUID } from "node:crypto";
import type { Viewer } from "@/lib/access/policy";
import type { Tx } from "@/lib/platform/db";

type RoundMemo = {
  /** The round's id. */
  id: string;
  reviewId: string;
  contributionId: string;
  /** Empty for none. */
  text: string;
};

/**
 * A coder has one memo on a contribution of a round. Sets its text, keeps the earlier one, and withdraws the
 * memo where the text is empty. Returns whether that changed anything.
 */
export async function keepRoundMemo(tx: Tx, viewer: Viewer, memo: RoundMemo): Promise<boolean> {
  const { id: codingRoundId, contributionId, text } = memo;
  const before = await tx.memo.findFirst({
    where: { codingRoundId, contributionId, byId: viewer.userId, withdrawnAt: null },
    select: { id: true, text: true, revision: true },
  });
  if ((before?.text ?? "") === text) return false;
  if (!before) {
    await writeRoundMemo(tx, viewer, memo);
  } else if (text === "") {
    await tx.memo.update({
      where: { id: before.id },
      data: { withdrawnAt: new Date() },
      select: { id: true },
    });
  } else {
    const { id: memoId, revision } = before;
    await tx.memoRevision.create({ data: { memoId, revision, text: before.text }, select: { id: true } });
    await tx.memo.update({
      where: { id: memoId },
      data: { text, revision: revision + 1 },
      select: { id: true },
    });
  }
  return true;
}

export async function writeRoundMemo(tx: Tx, viewer: Viewer, memo: RoundMemo): Promise<void> {
  const { id: codingRoundId, reviewId, contributionId, text } = memo;
  await tx.memo.create({
    data: { id: randomUUID(), codingRoundId, reviewId, contributionId, byId: viewer.userId, text },
    select: { id: true },
  });
}
