import { Node, type Attributes } from "@tiptap/core";
import { TABLE_NODE, TABLE_PARTS } from "@/lib/report/editor/document";

/**
 * A table that somebody writes: a caption and a grid. `tableRole` is how prosemirror-tables knows the parts of a grid. All
 * cells are of one kind, since a cell is a heading by where it stands; none spans others.
 */

const ROLES: Record<string, string> = {
  [TABLE_PARTS.grid]: "table",
  [TABLE_PARTS.row]: "row",
  [TABLE_PARTS.cell]: "cell",
};

const Table = Node.create<object>({
  name: TABLE_NODE,
  group: "block",
  content: `${TABLE_PARTS.caption} ${TABLE_PARTS.grid}`,
  isolating: true,
  defining: true,
  selectable: false,
  extendNodeSchema: ({ name }) => ({ tableRole: ROLES[name] }),
  addAttributes: (): Attributes => ({
    id: { default: null, rendered: false },
    section: { default: null, rendered: false },
  }),
  parseHTML: () => [{ tag: "figure[data-table]" }],
  renderHTML: () => ["figure", { "data-table": "" }, 0],
});

const Caption = Node.create({
  name: TABLE_PARTS.caption,
  content: "text*",
  isolating: true,
  selectable: false,
  parseHTML: () => [{ tag: "figcaption", context: `${TABLE_NODE}/` }],
  renderHTML: () => ["figcaption", 0],
});

const Grid = Node.create({
  name: TABLE_PARTS.grid,
  content: `${TABLE_PARTS.row}+`,
  isolating: true,
  selectable: false,
  parseHTML: () => [{ tag: "table" }],
  renderHTML: () => ["div", ["table", ["tbody", 0]]],
});

const Row = Node.create({
  name: TABLE_PARTS.row,
  content: `${TABLE_PARTS.cell}+`,
  selectable: false,
  parseHTML: () => [{ tag: "tr" }],
  renderHTML: () => ["tr", 0],
});

/** prosemirror-tables reads these of each cell; ours are always 1. */
const SPANS: Attributes = {
  colspan: { default: 1, rendered: false, parseHTML: () => 1 },
  rowspan: { default: 1, rendered: false, parseHTML: () => 1 },
  colwidth: { default: null, rendered: false, parseHTML: () => null },
};

const Cell = Node.create({
  name: TABLE_PARTS.cell,
  content: "text*",
  isolating: true,
  selectable: false,
  addAttributes: () => SPANS,
  parseHTML: () => [{ tag: "td" }, { tag: "th" }],
  renderHTML: () => ["td", 0],
});

export const TABLE_NODES = [Table, Caption, Grid, Row, Cell];
