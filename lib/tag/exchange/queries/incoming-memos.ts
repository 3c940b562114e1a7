import type { Viewer } from "@/lib/access/policy";
import { OPEN_CONTRIBUTION, visibleContributions } from "@/lib/access/scope";
import type { Tx } from "@/lib/platform/db";
import type { Incoming } from "../incoming";
import { ownerOf, type Owners } from "./incoming-coders";

type PlannedMemo = { id: string; contributionId: string; byId: string; text: string; at: Date | null };
export type MemoPlan = {
  add: PlannedMemo[];
  /** Equal memos that were withdrawn here: they are shown again. */
  again: PlannedMemo[];
  /** Notes whose identifiers are in use here, whatever they say now: they are left alone. */
  already: number;
  /** By unknown coders, */
  strangers: number;
  /** and on contributions that were removed since the file was previewed. */
  gone: number;
};

const AT_A_TIME = 2_000;

/** Which notes of a file are imported as memos of their authors. */
export async function planMemos(
  client: Tx,
  viewer: Viewer,
  { reviewId, incoming: { notes } }: { reviewId: string; incoming: Incoming },
  owners: Owners,
): Promise<MemoPlan> {
  const plan: MemoPlan = { add: [], again: [], already: 0, strangers: 0, gone: 0 };
  for (let start = 0; start < notes.length; start += AT_A_TIME) {
    const some = notes.slice(start, start + AT_A_TIME);
    const contributions = await client.contribution.findMany({
      where: {
        AND: [
          { id: { in: some.map(({ contributionId }) => contributionId) }, reviewId },
          OPEN_CONTRIBUTION,
          visibleContributions(viewer),
        ],
      },
      select: { id: true },
    });
    const open = new Set(contributions.map(({ id }) => id));
    const memos = await client.memo.findMany({
      where: { id: { in: some.map(({ guid }) => guid) } },
      select: { id: true, contributionId: true, byId: true, text: true, withdrawnAt: true },
    });
    const here = new Map(memos.map((memo) => [memo.id, memo]));
    for (const { guid: id, contributionId: contributionId, text, coder, at } of some) {
      const { to: byId } = ownerOf(owners, coder);
      const memo = here.get(id);
      const same = memo?.contributionId === contributionId && memo.byId === byId && memo.text === text;
      if (!open.has(contributionId)) plan.gone++;
      else if (memo && !(same && memo.withdrawnAt)) plan.already++;
      else if (byId === null) plan.strangers++;
      else plan[memo ? "again" : "add"].push({ id, contributionId, byId, text, at });
    }
  }
  return plan;
}
