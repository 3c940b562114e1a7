import type { BlockType } from "./document-kind";

export type Group<B> = { list: boolean; blocks: B[] };

/** Blocks in order, of which consecutive items make one list. */
export function inLists<B extends { type: BlockType }>(blocks: readonly B[]): Group<B>[] {
  const groups: Group<B>[] = [];
  for (const block of blocks) {
    const list = block.type === "list_item";
    const last = groups.at(-1);
    if (list && last?.list) last.blocks.push(block);
    else groups.push({ list, blocks: [block] });
  }
  return groups;
}
