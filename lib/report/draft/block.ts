import { z } from "zod";
import type { FigureOf } from "@/lib/aggregate/publication/report/figure-table";
import { plainText as typedText } from "@/lib/platform/text/text";
import type { BlockType } from "./document-kind";
import { cutAtCells, isSeparator } from "./written-table";

/** The text of a block: ProseMirror JSON of one block node, whose marks say what a span is. */

/** A span that says what people said: it cites findings or contributions. What no claim covers is framing. */
const ClaimMark = z.strictObject({ type: z.literal("claim"), attrs: z.strictObject({ id: z.uuid() }) });

/** A number or a word of quantity that the report's release says: see lib/aggregate/publication/figure-ref.ts. */
const FigureMark = z.strictObject({
  type: z.literal("figure"),
  attrs: z.strictObject({ ref: z.string().max(200) }),
});

/** A change that somebody proposes: the text is there, or would go, once it is accepted. */
const Suggested = z.strictObject({ id: z.uuid(), by: z.uuid(), at: z.iso.datetime() });

const Mark = z.discriminatedUnion("type", [
  ClaimMark,
  FigureMark,
  /** A number that the author answers for, such as a date or a price. */
  z.strictObject({ type: z.literal("own") }),
  z.strictObject({ type: z.literal("strong") }),
  z.strictObject({ type: z.literal("em") }),
  z.strictObject({ type: z.literal("insertion"), attrs: Suggested }),
  z.strictObject({ type: z.literal("deletion"), attrs: Suggested }),
  /** Written by earlier versions on each sentence without a claim. It says nothing more. */
  z.strictObject({ type: z.literal("framing") }),
]);
export type Mark = z.infer<typeof Mark>;

const TextNode = z.strictObject({
  type: z.literal("text"),
  text: z.string().min(1),
  marks: z.array(Mark).max(8).optional(),
});
type TextNode = z.infer<typeof TextNode>;

const inline = { content: z.array(TextNode).optional() };

/** What a block of figures shows of the release, as a table, or as a chart with its table behind it. */
export const FIGURE_OF = [
  "themes",
  "stances",
  "asks",
  "role",
  "phase",
  "setting",
  "region",
] as const satisfies readonly FigureOf[];
const FigureAttrs = z.strictObject({ of: z.enum(FIGURE_OF), as: z.enum(["table", "chart"]) });
export type FigureAttrs = z.infer<typeof FigureAttrs>;

/** ProseMirror JSON of one block node. */
export const BlockContent = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("heading"),
    attrs: z.strictObject({ level: z.union([z.literal(2), z.literal(3)]) }),
    ...inline,
  }),
  z.strictObject({ type: z.literal("paragraph"), ...inline }),
  z.strictObject({ type: z.literal("list_item"), ...inline }),
  z.strictObject({ type: z.literal("blockquote"), ...inline }),
  /** Its text is the caption. */
  z.strictObject({ type: z.literal("figure"), attrs: FigureAttrs, ...inline }),
  /** A table that somebody wrote, as one text: see written-table.ts. */
  z.strictObject({ type: z.literal("table"), ...inline }),
]);
export type BlockContent = z.infer<typeof BlockContent>;

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

const MAX_PASSAGE = 2000;

/** One passage as a form sends it; a new claim has no id yet. */
export const PassageInput = z.object({
  text: typedText({ what: "A passage", max: MAX_PASSAGE }),
  voice: z.enum(["claim", "framing"], {
    error: "Say whether the passage reports what was said or is your own framing",
  }),
  claimId: z.uuid().nullable(),
});
export type PassageInput = z.infer<typeof PassageInput>;
