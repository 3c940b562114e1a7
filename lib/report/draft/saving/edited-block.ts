import { canonicalJson } from "@/lib/platform/canonical-json";
import { blockOf, nodesOf, typeOf, unmarked, type Run } from "../block";
import type { BlockContent, Mark } from "../content/block-content";
import type { Section } from "../document-kind";
import { partsOf, piecesOf } from "../written-table";

/** A block as an editor of the whole document holds it. */
export type EditedBlock = { id: string; section: Section; content: BlockContent };

/** A block as the server last told it. */
export type KnownBlock = EditedBlock & { revision: number };

/** The order in which an editor keeps marks, so that the same text is the same JSON. */
export const MARK_ORDER = [
  "claim",
  "figure",
  "own",
  "strong",
  "em",
  "insertion",
  "deletion",
] as const satisfies readonly Mark["type"][];

/**
 * The same text as an editor gives it back: marks in one order, stretches with the same marks as one text node, and
 * without the marks of earlier versions that say nothing. The rows of a table have as many cells as the longest.
 */
export function normalContent(content: BlockContent): BlockContent {
  const runs: { text: string; marks: Mark[]; key: string }[] = [];
  for (const { text, marks } of evenNodes(content)) {
    const kept = MARK_ORDER.flatMap((type) => marks.filter((mark) => mark.type === type));
    const key = canonicalJson(kept);
    const last = runs.at(-1);
    if (last?.key === key) last.text += text;
    else runs.push({ text, marks: kept, key });
  }
  const plain = runs.map(({ text, marks }): Run => ({ text, marks }));
  return blockOf(typeOf(content), plain, content.type === "figure" ? content.attrs : undefined);
}

function evenNodes(content: BlockContent): Run[] {
  const nodes = nodesOf(content);
  return content.type === "table" ? piecesOf(partsOf(nodes), unmarked) : nodes;
}

/** Content is never changed in place: what it says, in one form, is worked out once. */
const known = new WeakMap<BlockContent, string>();

function formOf(content: BlockContent): string {
  const form = known.get(content) ?? canonicalJson(normalContent(content));
  known.set(content, form);
  return form;
}

export function sameContent(a: BlockContent, b: BlockContent): boolean {
  return a === b || formOf(a) === formOf(b);
}

export function sameBlock(a: EditedBlock, b: EditedBlock): boolean {
  return a.section === b.section && sameContent(a.content, b.content);
}

/** The ids of the claims in the text, each once, with those of words that somebody proposes to add. */
export function claimsNamed({ content = [] }: BlockContent): string[] {
  const marks = content.flatMap((node) => node.marks ?? []);
  return [...new Set(marks.flatMap((mark) => (mark.type === "claim" ? [mark.attrs.id] : [])))];
}
