import type { Node } from "@tiptap/pm/model";

/** A node that holds text: most blocks are one, and a table has one for its caption and for each of its cells. */
export type Textblock = {
  node: Node;
  /** Where its text begins, from the start of the document. */
  start: number;
};

/** The nodes of a block that hold its text, in order; `pos` is where the block begins. */
export function textblocksOf(block: Node, pos: number): Textblock[] {
  if (block.isTextblock) return [{ node: block, start: pos + 1 }];
  const found: Textblock[] = [];
  block.descendants((node, offset) => {
    if (node.isTextblock) found.push({ node, start: pos + 1 + offset + 1 });
    return !node.isTextblock;
  });
  return found;
}

/** From an offset in the plain text of a block, which leaves out what is only proposed, to one from the start of its node. */
export function offsetIn(block: Node, offset: number): number {
  let left = offset;
  let place = 1;
  for (const { node, start } of textblocksOf(block, 0)) {
    place = start;
    for (const child of node.children) {
      const isProposed = child.marks.some(({ type }) => type.name === "insertion");
      if (!isProposed && left <= child.nodeSize) return place + left;
      if (!isProposed) left -= child.nodeSize;
      place += child.nodeSize;
    }
    if (left === 0) return place;
    // What parts two cells is one sign of the text.
    left -= 1;
  }
  return place;
}
