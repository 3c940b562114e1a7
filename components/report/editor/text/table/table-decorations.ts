import type { Node } from "@tiptap/pm/model";
import { Decoration } from "@tiptap/pm/view";
import { TABLE_NODE, TABLE_PARTS } from "@/lib/report/editor/document";

/** What a table's cells are by where they stand, for screen readers, and where its caption goes. */
export function tableDecorations(table: Node, pos: number): Decoration[] {
  if (table.type.name !== TABLE_NODE) return [];
  const all: Decoration[] = [];
  const add = (at: number, node: Node, attributes: Record<string, string>) =>
    all.push(Decoration.node(at, at + node.nodeSize, attributes, { ofBlock: true }));
  table.descendants((node, offset, parent, index) => {
    const at = pos + 1 + offset;
    if (node.type.name === TABLE_PARTS.caption && node.content.size === 0) add(at, node, { class: "empty" });
    // An empty cell heads nothing.
    if (node.type.name === TABLE_PARTS.cell && parent && node.content.size > 0) {
      const place = table.resolve(offset);
      if (place.index(place.depth - 1) === 0) add(at, node, { role: "columnheader" });
      else if (index === 0) add(at, node, { role: "rowheader" });
    }
    return !node.isTextblock;
  });
  return all;
}
