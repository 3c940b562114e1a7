import type { Consequence } from "@/lib/capture/people/consequence";
import type { PersonContributions, WordsErased } from "@/lib/capture/protection/protection-events";
import type { Tx } from "@/lib/platform/db";
import { eraseMemos, eraseReasons } from "./erase-memos";

/** Removes memos on the contributions and the reasons of decisions on them. */
export async function eraseFromCoding(tx: Tx, erased: WordsErased): Promise<void> {
  await eraseMemos(tx, erased);
  await eraseReasons(tx, erased);
}

/** What erasing somebody would remove from the coding. */
export async function codingOf(tx: Tx, { contributionIds }: PersonContributions): Promise<Consequence[]> {
  const theirs = { contributionId: { in: contributionIds } };
  const taggings = await tx.tagging.count({ where: { ...theirs, until: null } });
  const memos = await tx.memo.count({ where: theirs });
  const reasons = await tx.adjudication.count({ where: { ...theirs, reason: { not: "" } } });
  const all = [
    { what: "themes set on their contributions, which no longer count", count: taggings, undone: true },
    { what: "memos about their contributions, which will be deleted", count: memos, undone: true },
    {
      what: "reasons for decisions on their contributions, which will be removed",
      count: reasons,
      undone: true,
    },
  ];
  return all.filter(({ count }) => count > 0);
}
