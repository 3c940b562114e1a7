import type { Node } from "@tiptap/pm/model";
import { Plugin, PluginKey, type EditorState } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { unbackedQuantities } from "@/lib/report/editor/unbacked";
import type { ReportFigures } from "@/lib/aggregate/publication/report/figure-ref";
import { blockOf } from "./edited-blocks";
import type { ClaimBook } from "./claim-book";

/** What is drawn over the text without being part of it. */
export type Drawn = {
  /** Where what is searched for stands, and which of them is the current one. */
  found: readonly { from: number; to: number }[];
  current: number;
  /** Who else writes in which block. */
  others: ReadonlyMap<string, string>;
};

const NOTHING: Drawn = { found: [], current: -1, others: new Map() };
const key = new PluginKey<{ drawn: Drawn; set: DecorationSet }>("underlines");

const UNBACKED = {
  class: "unbacked",
  title: "No figure backs this: make it a live figure, or mark it as yours.",
};

type Context = { claims: ClaimBook; figures: ReportFigures | null; smallNumber: number };

/** Changes what is drawn, or draws it again after the claims changed. */
export function draw(state: EditorState, part: Partial<Drawn>) {
  return state.tr.setMeta(key, part).setMeta("addToHistory", false);
}

export function underlines(context: Context): Plugin {
  // A block that was not changed is the same node, and its underlines stay.
  let read = new WeakMap<Node, readonly { from: number; to: number }[]>();
  const of = (node: Node) => {
    const known = read.get(node);
    if (known) return known;
    // What was pasted gets its id, and with it a node of its own, before this change is done.
    if (node.attrs.id === null) return [];
    const { claims, figures, smallNumber } = context;
    const spans = unbackedQuantities(blockOf(node), { claims: claims.all, figures, smallNumber });
    const placed = spans.map(({ start, end }) => ({ from: offsetIn(node, start), to: offsetIn(node, end) }));
    read.set(node, placed);
    return placed;
  };
  return new Plugin({
    key,
    state: {
      init: (_, state) => ({ drawn: NOTHING, set: decorations(state.doc, NOTHING, of) }),
      apply(tr, before) {
        const part = tr.getMeta(key) as Partial<Drawn> | undefined;
        if (!part && !tr.docChanged) return before;
        if (part && Object.keys(part).length === 0) read = new WeakMap();
        const drawn = { ...before.drawn, ...part };
        return { drawn, set: decorations(tr.doc, drawn, of) };
      },
    },
    props: { decorations: (state) => key.getState(state)?.set },
  });
}

/** The number or word of quantity without a figure that the cursor is in or next to. */
export function unbackedAt(state: EditorState): { from: number; to: number } | null {
  const { from, to } = state.selection;
  const all = key
    .getState(state)
    ?.set.find(from, to, ({ unbacked }: { unbacked?: boolean }) => unbacked === true);
  return all?.[0] ?? null;
}

type Ranges = (node: Node) => readonly { from: number; to: number }[];

function decorations(doc: Node, { found, current, others }: Drawn, of: Ranges): DecorationSet {
  const all: Decoration[] = [];
  doc.forEach((node, pos) => {
    const attributes = {
      ...(node.content.size === 0 ? { class: "empty" } : {}),
      ...(others.has(node.attrs.id as string)
        ? { "data-other": others.get(node.attrs.id as string) ?? "" }
        : {}),
    };
    if (Object.keys(attributes).length > 0) all.push(Decoration.node(pos, pos + node.nodeSize, attributes));
    for (const { from, to } of of(node))
      all.push(Decoration.inline(pos + from, pos + to, UNBACKED, { unbacked: true }));
  });
  found.forEach(({ from, to }, index) =>
    all.push(Decoration.inline(from, to, { class: index === current ? "found current" : "found" })),
  );
  return DecorationSet.create(doc, all);
}

/** From an offset in the plain text, which leaves out what is only proposed, to one from the start of the node. */
function offsetIn(node: Node, offset: number): number {
  let left = offset;
  let place = 1;
  for (const child of node.children) {
    const isProposed = child.marks.some(({ type }) => type.name === "insertion");
    if (!isProposed && left <= child.nodeSize) return place + left;
    if (!isProposed) left -= child.nodeSize;
    place += child.nodeSize;
  }
  return place;
}
