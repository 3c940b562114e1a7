import type { Node } from "@tiptap/pm/model";
import { Plugin, PluginKey, type EditorState, type Transaction } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { unbackedQuantities } from "@/lib/report/editor/unbacked";
import type { ReportFigures } from "@/lib/aggregate/publication/report/figure-ref";
import { blockOf } from "./edited-blocks";
import type { ClaimBook } from "./claim-book";
import { tableDecorations } from "./table/table-decorations";
import { offsetIn } from "./textblocks";

/** What is drawn over the text without being part of it. */
export type Drawn = {
  /** Where what is searched for stands, and which of them is the current one. */
  found: readonly { from: number; to: number }[];
  current: number;
  /** Who else writes in which block. */
  others: ReadonlyMap<string, string>;
  /** How many comments stand beside which block. */
  counts: ReadonlyMap<string, number>;
};

const NOTHING: Drawn = { found: [], current: -1, others: new Map(), counts: new Map() };
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
        if (part && Object.keys(part).length === 0) read = new WeakMap();
        const drawn = part ? { ...before.drawn, ...part } : before.drawn;
        if (part) return { drawn, set: decorations(tr.doc, drawn, of) };
        return tr.docChanged ? { drawn, set: redrawn(before.set, tr, drawn, of) } : before;
      },
    },
    props: { decorations: (state) => key.getState(state)?.set },
  });
}

/** The number or word of quantity without a figure that the cursor is in or next to. */
export function unbackedAt(state: EditorState): { from: number; to: number } | null {
  return unbackedIn(state, state.selection.from, state.selection.to);
}

/** The first one between two places. */
export function unbackedIn(
  state: EditorState,
  from: number,
  to: number,
): { from: number; to: number } | null {
  const all = key
    .getState(state)
    ?.set.find(from, to, ({ unbacked }: { unbacked?: boolean }) => unbacked === true);
  return all?.[0] ?? null;
}

type Ranges = (node: Node) => readonly { from: number; to: number }[];

function decorations(doc: Node, drawn: Drawn, of: Ranges): DecorationSet {
  const all: Decoration[] = [];
  doc.forEach((node, pos) => all.push(...decorationsOf(node, pos, drawn, of)));
  drawn.found.forEach(({ from, to }, index) =>
    all.push(Decoration.inline(from, to, { class: index === drawn.current ? "found current" : "found" })),
  );
  return DecorationSet.create(doc, all);
}

/** After a key only the blocks that it changed are drawn again; the rest move along. */
function redrawn(set: DecorationSet, tr: Transaction, drawn: Drawn, of: Ranges): DecorationSet {
  const { doc, before } = tr;
  const moved = set.map(tr.mapping, doc);
  const { start, end } = changedBlocks(before, doc);
  let pos = 0;
  const blocks: { node: Node; pos: number }[] = [];
  doc.forEach((node, at, index) => {
    if (index < start) pos = at + node.nodeSize;
    else if (index < end) blocks.push({ node, pos: at });
  });
  const last = blocks.at(-1);
  const to = last ? last.pos + last.node.nodeSize : pos;
  // What is found is worked out again by what searches, and not here.
  const old = moved
    .find(pos, to, ({ ofBlock }: { ofBlock?: boolean }) => ofBlock === true)
    // A count stands below its block, and so where the next one begins.
    .filter((one) => (one.from > pos || one.to > one.from) && one.from >= pos && one.to <= to);
  return moved.remove(old).add(
    doc,
    blocks.flatMap((block) => decorationsOf(block.node, block.pos, drawn, of)),
  );
}

/** The blocks that are not the same nodes as before: from `start`, up to but not including `end`, of the new ones. */
function changedBlocks(before: Node, after: Node): { start: number; end: number } {
  let start = 0;
  const most = Math.min(before.childCount, after.childCount);
  while (start < most && before.child(start) === after.child(start)) start += 1;
  let same = 0;
  while (
    same < most - start &&
    before.child(before.childCount - 1 - same) === after.child(after.childCount - 1 - same)
  )
    same += 1;
  return { start, end: after.childCount - same };
}

function decorationsOf(node: Node, pos: number, { others, counts }: Drawn, of: Ranges): Decoration[] {
  const id = node.attrs.id as string;
  const count = counts.get(id);
  const other = others.get(id);
  const attributes = {
    ...(node.content.size === 0 ? { class: "empty" } : {}),
    ...(other === undefined ? {} : { "data-other": other }),
  };
  const whole =
    Object.keys(attributes).length > 0
      ? [Decoration.node(pos, pos + node.nodeSize, attributes, { ofBlock: true })]
      : [];
  const spans = of(node).map(({ from, to }) =>
    Decoration.inline(pos + from, pos + to, UNBACKED, { unbacked: true, ofBlock: true }),
  );
  const below = count === undefined ? [] : [countBelow(id, count, pos + node.nodeSize)];
  return [...whole, ...tableDecorations(node, pos), ...spans, ...below];
}

/** Opens what stands beside the block, where there is no room for it. The page hears the press. */
function countBelow(id: string, count: number, pos: number): Decoration {
  const make = () => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "editor-count";
    button.dataset.opensBeside = id;
    button.textContent = count === 1 ? "1 comment" : `${count} comments`;
    return button;
  };
  return Decoration.widget(pos, make, {
    side: -1,
    key: `beside ${id} ${count}`,
    ignoreSelection: true,
    stopEvent: () => true,
    ofBlock: true,
  });
}
