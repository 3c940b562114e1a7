import type { Node } from "@tiptap/pm/model";
import { textblocksOf } from "./textblocks";
import { Plugin, type EditorState, type Transaction } from "@tiptap/pm/state";

/** What the editor knows of claims: those that it was given, and those that somebody made here. */
export type KnownClaims = {
  has(id: string): boolean;
  /** A claim of its own that tells and cites the same. */
  copy(id: string): string;
};

/**
 * Keeps ids as a draft needs them after every change: a block that was split or pasted gets an id of its own and the part
 * of the report that it stands in, and a claim's id stays in one block, in one stretch of words. A copy of a claim cites
 * the same under a new id; a claim from another report is no claim here.
 */
export function identities(claims: KnownClaims): Plugin {
  return new Plugin({
    appendTransaction(transactions, before, after) {
      if (!transactions.some(({ docChanged }) => docChanged)) return null;
      const { tr } = after;
      settleBlocks(tr);
      settleClaims(tr, before, claims);
      return tr.docChanged ? tr : null;
    },
  });
}

function settleBlocks(tr: Transaction) {
  const keepers = new Map<string, Node>();
  tr.doc.forEach((node) => {
    const id = node.attrs.id as string | null;
    const keeper = id === null ? undefined : keepers.get(id);
    // After a split at its start the words keep the id, and the empty block before them gets a new one.
    if (id !== null && (!keeper || (keeper.content.size === 0 && node.content.size > 0)))
      keepers.set(id, node);
  });
  let section: unknown =
    tr.doc.children.find((node) => node.attrs.section !== null)?.attrs.section ?? "final";
  tr.doc.forEach((node, pos) => {
    const { id, section: own } = node.attrs as { id: string | null; section: string | null };
    const isKeeper = id !== null && keepers.get(id) === node;
    if (isKeeper) keepers.delete(id);
    if (!isKeeper) tr.setNodeAttribute(pos, "id", crypto.randomUUID());
    if (own === null) tr.setNodeAttribute(pos, "section", section);
    section = own ?? section;
  });
}

type Span = { id: string; blockId: string; from: number; to: number };

/** Each claim's stretches of words: a stretch ends where its block or cell does, or where another text comes between. */
export function claimSpans(doc: Node): Span[] {
  const spans: Span[] = [];
  doc.forEach((block, pos) => {
    const blockId = block.attrs.id as string;
    for (const { node: holder, start } of textblocksOf(block, pos))
      holder.forEach((node, offset) => {
        const id = node.marks.find(({ type }) => type.name === "claim")?.attrs.id as string | undefined;
        if (id === undefined) return;
        const from = start + offset;
        const last = spans.at(-1);
        if (last?.id === id && last.to === from && last.blockId === blockId) last.to += node.nodeSize;
        else spans.push({ id, blockId, from, to: from + node.nodeSize });
      });
  });
  return spans;
}

function settleClaims(tr: Transaction, before: EditorState, claims: KnownClaims) {
  const { claim } = before.schema.marks;
  if (!claim) return;
  const byId = new Map<string, Span[]>();
  for (const span of claimSpans(tr.doc)) byId.set(span.id, [...(byId.get(span.id) ?? []), span]);
  for (const [id, spans] of byId) {
    if (!claims.has(id)) for (const { from, to } of spans) tr.removeMark(from, to, claim);
    else if (spans.length > 1) {
      const home = claimSpans(before.doc).find((span) => span.id === id)?.blockId;
      const keeper = spans.find(({ blockId }) => blockId === home) ?? spans[0];
      for (const span of spans)
        if (span !== keeper) tr.addMark(span.from, span.to, claim.create({ id: claims.copy(id) }));
    }
  }
}
