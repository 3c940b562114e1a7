import type { Viewer } from "@/lib/access/policy";
import { visibleContributions } from "@/lib/access/scope";
import { OPEN_LINE } from "@/lib/capture/queries/line-where";
import type { Tx } from "@/lib/platform/db";
import type { Incoming } from "../exchange/incoming";
import type { CoderUsers } from "../queries/incoming-plan";

/**
 * The notes of a file as memos of whoever wrote them, dated as there. One that was taken back here and says the
 * same is shown again; any other whose identifier is in use is left alone. Gives the ids of what was brought in.
 */
export async function bringInMemos(
  tx: Tx,
  viewer: Viewer,
  { reviewId, incoming }: { reviewId: string; incoming: Incoming },
  { users, strangersTo }: { users: CoderUsers; strangersTo: string | null },
): Promise<string[]> {
  const lineIds = [...new Set(incoming.notes.map(({ lineId }) => lineId))];
  const lines = await tx.contribution.findMany({
    where: { AND: [{ id: { in: lineIds }, reviewId }, OPEN_LINE, visibleContributions(viewer)] },
    select: { id: true },
  });
  const here = new Set(lines.map(({ id }) => id));
  const now = new Date();
  const memos = incoming.notes.flatMap(({ guid: id, lineId: contributionId, text, coder, at }) => {
    const byId = (coder === null ? null : (users[coder] ?? null)) ?? strangersTo;
    if (byId === null || !here.has(contributionId)) return [];
    return [{ id, reviewId, contributionId, byId, text, createdAt: at && at < now ? at : now }];
  });
  const made = await tx.memo.createManyAndReturn({ data: memos, skipDuplicates: true, select: { id: true } });
  const brought = made.map(({ id }) => id);
  for (const { id, contributionId, byId, text } of memos.filter((memo) => !brought.includes(memo.id))) {
    const { count } = await tx.memo.updateMany({
      where: { id, reviewId, contributionId, byId, text, withdrawnAt: { not: null } },
      data: { withdrawnAt: null },
    });
    if (count > 0) brought.push(id);
  }
  return brought;
}
