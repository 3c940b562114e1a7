import { z } from "zod";
import { plainText as typedText } from "@/lib/platform/text/text";

/** The parts of a summary in order, with the heading that a new draft gives each. */
export const SECTIONS = ["context", "strengths", "improvements", "asks", "final", "method"] as const;
export type Section = (typeof SECTIONS)[number];

export const SECTION_WORDS: Record<Section, string> = {
  context: "Who took part",
  strengths: "Current strengths",
  improvements: "Areas for improvement",
  asks: "Key asks",
  final: "Final thoughts",
  method: "How this summary was made",
};

export const BLOCK_TYPES = ["heading", "subheading", "paragraph", "list_item", "quotation"] as const;
export type BlockType = (typeof BLOCK_TYPES)[number];

export const BLOCK_TYPE_WORDS: Record<BlockType, string> = {
  heading: "Heading",
  subheading: "Subheading",
  paragraph: "Paragraph",
  list_item: "List item",
  quotation: "Quotation",
};

/**
 * A block is an ordered list of sentences. A claim reports what was said and cites contributions; every other
 * sentence is the author's framing.
 */
export type Sentence = { text: string; voice: "claim"; claimId: string } | { text: string; voice: "framing" };

const Mark = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("claim"), attrs: z.strictObject({ id: z.uuid() }) }),
  z.strictObject({ type: z.literal("framing") }),
]);

/** A sentence, or, without a mark, the space between two sentences. */
const TextNode = z.strictObject({
  type: z.literal("text"),
  text: z.string().min(1),
  marks: z.array(Mark).length(1).optional(),
});

const inline = { content: z.array(TextNode).optional() };

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
]);
export type BlockContent = z.infer<typeof BlockContent>;

/** The block's content made from these sentences, with a space between them. */
export function contentOf(type: BlockType, sentences: readonly Sentence[]): BlockContent {
  const nodes = sentences.flatMap((sentence, index) => {
    const node = { type: "text" as const, text: sentence.text, marks: [markOf(sentence)] };
    return index === 0 ? [node] : [{ type: "text" as const, text: " " }, node];
  });
  const content = nodes.length > 0 ? { content: nodes } : {};
  switch (type) {
    case "heading":
      return { type: "heading", attrs: { level: 2 }, ...content };
    case "subheading":
      return { type: "heading", attrs: { level: 3 }, ...content };
    case "paragraph":
    case "list_item":
      return { type, ...content };
    case "quotation":
      return { type: "blockquote", ...content };
  }
}

function markOf(sentence: Sentence): z.infer<typeof Mark> {
  return sentence.voice === "claim"
    ? { type: "claim", attrs: { id: sentence.claimId } }
    : { type: "framing" };
}

export function sentencesOf(content: BlockContent): Sentence[] {
  return (content.content ?? []).flatMap(({ text, marks }): Sentence[] => {
    const mark = marks?.[0];
    if (!mark) return text.trim() === "" ? [] : [{ text, voice: "framing" }];
    return mark.type === "claim"
      ? [{ text, voice: "claim", claimId: mark.attrs.id }]
      : [{ text, voice: "framing" }];
  });
}

/** The plain text of a block, which anchors count in and exports print. Figures are not part of it. */
export function plainText(content: BlockContent): string {
  return (content.content ?? []).map(({ text }) => text).join("");
}

export const GAP = "Removed at the speaker’s request";
/** Where nobody asked, but the words are no longer kept. */
export const GAP_AFTER_RETENTION = "Removed: no longer kept";

/** What replaces a speaker's removed words. */
export function gapOf(type: BlockType, gap: string = GAP): BlockContent {
  return contentOf(type, [{ text: gap, voice: "framing" }]);
}

/** Whether nothing is left of a block but the mark; one that only lost some words still reads on. */
export function isGap({ content, erasedAt }: { content: BlockContent; erasedAt: Date | null }): boolean {
  return erasedAt !== null && [GAP, GAP_AFTER_RETENTION].includes(plainText(content));
}

const MAX_SENTENCE = 2000;

/** One sentence as a form sends it; a new claim has no id yet. */
export const SentenceInput = z.object({
  text: typedText({ what: "A sentence", max: MAX_SENTENCE }),
  voice: z.enum(["claim", "framing"], {
    error: "Say whether the sentence reports what was said or is your own framing",
  }),
  claimId: z.uuid().nullable(),
});
export type SentenceInput = z.infer<typeof SentenceInput>;
