import { claimsTold, tellingOf } from "@/lib/report/draft/composed/telling";
import type { DraftedBlock, FreshBlock } from "./proposal";

/** How many contributions a claim would cite that it does not cite, and the other way round. */
export type EvidenceChange = { text: string; added: number; removed: number };

/** Of the claims that the paragraph makes and would still make, those that would cite others. */
export function evidenceChanges(block: DraftedBlock, { telling }: FreshBlock): EvidenceChange[] {
  const before = claimsTold(tellingOf(block, block.evidence));
  return [...claimsTold(telling)].flatMap(([key, after]) => {
    const was = before.get(key);
    if (!was) return [];
    const [old, now] = [citedBy(was), citedBy(after)];
    const added = [...now].filter((id) => !old.has(id)).length;
    const removed = [...old].filter((id) => !now.has(id)).length;
    const text = telling.stretches.map((one) => (one.claim === after ? one.text : "")).join("");
    return added + removed > 0 ? [{ text, added, removed }] : [];
  });
}

const citedBy = ({
  supports,
  contradicts,
}: {
  supports: readonly string[];
  contradicts: readonly string[];
}) => new Set([...supports.map((id) => `for ${id}`), ...contradicts.map((id) => `against ${id}`)]);
