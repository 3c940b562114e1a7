import type { BlockType } from "@/lib/report/draft/block";

/** A report's text as a page shows it: live for facilitators, from a version for everybody else. */
export type ShownFigure = { mark: string; words: string; href?: string };
export type ShownSentence = { text: string; figure: ShownFigure | null };
export type ShownBlock = { id: string; type: BlockType; gap: boolean; sentences: readonly ShownSentence[] };

export type Group<B> = { list: boolean; blocks: B[] };

/** Consecutive items make one list. */
export function grouped<B extends { type: BlockType }>(blocks: readonly B[]): Group<B>[] {
  const groups: Group<B>[] = [];
  for (const block of blocks) {
    const list = block.type === "list_item";
    const last = groups.at(-1);
    if (list && last?.list) last.blocks.push(block);
    else groups.push({ list, blocks: [block] });
  }
  return groups;
}
