import type { Node } from "@tiptap/pm/model";
import { TextSelection, type EditorState, type Transaction } from "@tiptap/pm/state";
import { sameBlock, type EditedBlock } from "@/lib/report/draft/saving/edited-block";
import { blockOfNode, nodeOf, type DocumentBlock } from "@/lib/report/editor/document";

/** Nodes never change: what was read of one holds for as long as it is in the document. */
const read = new WeakMap<Node, EditedBlock>();

export function blockOf(node: Node): EditedBlock {
  const known = read.get(node);
  if (known) return known;
  const block = blockOfNode(node.toJSON() as DocumentBlock);
  read.set(node, block);
  return block;
}

/** The blocks of the document, in order. */
export function blocksOf(doc: Node): EditedBlock[] {
  return doc.children.map(blockOf);
}

export type PlacedBlock = { node: Node; pos: number };

export function findBlock(doc: Node, id: string): PlacedBlock | null {
  let found: PlacedBlock | null = null;
  doc.forEach((node, pos) => {
    if (node.attrs.id === id) found = { node, pos };
  });
  return found;
}

/**
 * Turns the document into these blocks, and touches nothing else: the cursor and the steps to undo stay with what
 * somebody writes here. Null where they are the same already.
 */
export function takeBlocks(state: EditorState, blocks: readonly EditedBlock[]): Transaction | null {
  const { schema, tr } = state;
  const wanted = new Set(blocks.map(({ id }) => id));
  const make = (block: EditedBlock) => schema.nodeFromJSON(nodeOf(block));
  blocks.forEach((block, index) => {
    let pos = placeOf(tr.doc, index);
    let here = tr.doc.maybeChild(index);
    // What is no longer wanted goes when its place is reached.
    while (here && !wanted.has(here.attrs.id as string)) {
      tr.delete(pos, pos + here.nodeSize);
      here = tr.doc.maybeChild(index);
    }
    if (here?.attrs.id === block.id) {
      if (!sameBlock(blockOf(here), block)) tr.replaceWith(pos, pos + here.nodeSize, make(block));
      return;
    }
    const elsewhere = findBlock(tr.doc, block.id);
    if (elsewhere) tr.delete(elsewhere.pos, elsewhere.pos + elsewhere.node.nodeSize);
    pos = placeOf(tr.doc, index);
    tr.insert(pos, make(block));
  });
  const end = placeOf(tr.doc, blocks.length);
  if (end < tr.doc.content.size && blocks.length > 0) tr.delete(end, tr.doc.content.size);
  if (!tr.docChanged) return null;
  keepCursor(state, tr);
  return tr.setMeta("addToHistory", false).setMeta("theirs", true);
}

/** A cursor in a block whose words were replaced stays in that block, as far in as it was. */
function keepCursor({ selection }: EditorState, tr: Transaction) {
  const { $from, empty } = selection;
  if (!empty || $from.depth === 0) return;
  const block = findBlock(tr.doc, $from.node(1).attrs.id as string);
  if (!block) return;
  const offset = Math.min($from.pos - $from.start(1), block.node.content.size);
  tr.setSelection(TextSelection.near(tr.doc.resolve(block.pos + 1 + offset)));
}

function placeOf(doc: Node, index: number): number {
  let pos = 0;
  for (let n = 0; n < index && n < doc.childCount; n++) pos += doc.child(n).nodeSize;
  return pos;
}
