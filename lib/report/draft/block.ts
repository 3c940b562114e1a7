import type { BlockContent, FigureAttrs, Mark, TextNode } from "./content/block-content";
import type { BlockType } from "./document-kind";
import { cutAtCells, isSeparator } from "./written-table";

export function typeOf(content: BlockContent): BlockType {
  switch (content.type) {
    case "heading":
      return content.attrs.level === 2 ? "heading" : "subheading";
    case "blockquote":
      return "quotation";
    default:
      return content.type;
  }
}

/** A stretch of text with the same marks. */
export type Run = { text: string; marks: readonly Mark[] };

/** An empty block node of that type with this text. */
export function blockOf(type: BlockType, runs: readonly Run[], figure?: FigureAttrs): BlockContent {
  const nodes = runs
    .filter(({ text }) => text !== "")
    .map(({ text, marks }): TextNode => ({
      type: "text",
      text,
      ...(marks.length > 0 ? { marks: [...marks] } : {}),
    }));
  const content = nodes.length > 0 ? { content: nodes } : {};
  switch (type) {
    case "heading":
      return { type: "heading", attrs: { level: 2 }, ...content };
    case "subheading":
      return { type: "heading", attrs: { level: 3 }, ...content };
    case "quotation":
      return { type: "blockquote", ...content };
    case "figure":
      return { type: "figure", attrs: figure ?? { of: "themes", as: "table" }, ...content };
    default:
      return { type, ...content };
  }
}

/** The text nodes in order, with what is proposed. What parts the cells of a table stands alone, and nobody proposes it. */
export function nodesOf({ type, content = [] }: BlockContent): Run[] {
  const nodes = content.map(({ text, marks = [] }) => ({ text, marks }));
  return type === "table" ? cutAtCells(nodes, unmarked) : nodes;
}

export const unmarked = (text: string): Run => ({ text, marks: [] });

/** The text nodes in order. What somebody proposes to add is left out: it is not part of the text yet. */
export function runsOf(content: BlockContent): Run[] {
  return nodesOf(content)
    .filter(({ marks }) => !marks.some(({ type }) => type === "insertion"))
    .map(({ text, marks }) => ({
      text,
      marks: marks.filter(({ type }) => type !== "framing" && type !== "deletion"),
    }));
}

/** The plain text of a block, which anchors count in and exports print. */
export function plainText(content: BlockContent): string {
  return runsOf(content)
    .map(({ text }) => text)
    .join("");
}

/** The words in bold that a paragraph begins with, such as the title of its theme, without a full stop; empty without any. */
export function runInTitle(content: BlockContent): string {
  const [first] = runsOf(content);
  return first?.marks.some(({ type }) => type === "strong") ? withoutFullStop(first.text) : "";
}

export function withoutFullStop(text: string): string {
  return text.endsWith(".") ? text.slice(0, -1) : text;
}

/** A claim with its whole text, or the framing between two claims. */
export type Passage = { text: string; claimId: string | null; runs: readonly Run[] };

/**
 * The text as claims and the framing between them; together they are the plain text. In a table a passage ends with its cell,
 * and what parts two cells is a passage of its own.
 */
export function passagesOf(content: BlockContent): Passage[] {
  const passages: Passage[] = [];
  const isApart = (piece: { text: string }) => content.type === "table" && isSeparator(piece);
  for (const run of runsOf(content)) {
    const claimId = claimOf(run);
    const last = passages.at(-1);
    if (last?.claimId === claimId && !isApart(last) && !isApart(run)) {
      passages[passages.length - 1] = {
        claimId,
        text: last.text + run.text,
        runs: [...last.runs, run],
      };
    } else passages.push({ text: run.text, claimId, runs: [run] });
  }
  return passages;
}

export function claimOf({ marks }: Pick<Run, "marks">): string | null {
  return marks.find((mark) => mark.type === "claim")?.attrs.id ?? null;
}

/** The ids of the claims in the text, each once. */
export function claimsIn(content: BlockContent): string[] {
  return [...new Set(passagesOf(content).flatMap(({ claimId }) => claimId ?? []))];
}

/** Whether anybody proposes a change to the text. */
export function hasSuggestions(content: BlockContent): boolean {
  return (content.content ?? []).some(({ marks }) =>
    marks?.some(({ type }) => type === "insertion" || type === "deletion"),
  );
}

export const GAP = "Removed at the speaker’s request";
/** Where nobody asked, but the words are no longer kept. */
export const GAP_AFTER_RETENTION = "Removed: no longer kept";

/** What replaces a speaker's removed words. */
export function gapOf(type: BlockType, gap: string = GAP): BlockContent {
  return blockOf(type, [{ text: gap, marks: [] }]);
}

/** Whether nothing is left of a block but the mark; one that only lost some words still reads on. */
export function isGap({ content, erasedAt }: { content: BlockContent; erasedAt: Date | null }): boolean {
  return erasedAt !== null && [GAP, GAP_AFTER_RETENTION].includes(plainText(content));
}
