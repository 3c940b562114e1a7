import { isGap, plainText } from "@/lib/report/draft/block";
import type { BaseBlock } from "./base-block";
import type { ReturnedParagraph } from "./returned-file";

export type Matched = {
  paragraphOf: Map<string, ReturnedParagraph>;
  blockOf: Map<ReturnedParagraph, string>;
  /** Whether the file kept our bookmarks, so that a block without a paragraph was deleted in it. */
  marked: boolean;
};

/** Of the words of two texts, the least share that both have for them to be one paragraph. */
const ALIKE = 0.6;
/** More pairs than this are compared by their whole text alone. */
const MAX_PAIRS = 250_000;

/**
 * Which paragraph is which block: by the hidden bookmark that the file was given, else the same text, else the most alike.
 */
export function matchParagraphs(
  paragraphs: readonly ReturnedParagraph[],
  base: readonly BaseBlock[],
): Matched {
  const matched: Matched = { paragraphOf: new Map(), blockOf: new Map(), marked: false };
  const take = (paragraph: ReturnedParagraph, id: string) => {
    matched.paragraphOf.set(id, paragraph);
    matched.blockOf.set(paragraph, id);
  };
  const ids = new Set(base.map(({ blockId }) => blockId));
  for (const paragraph of paragraphs)
    if (paragraph.block && ids.has(paragraph.block) && !matched.paragraphOf.has(paragraph.block))
      take(paragraph, paragraph.block);
  matched.marked = matched.blockOf.size > 0;
  const open = () => ({
    loose: paragraphs.filter((one) => !matched.blockOf.has(one) && one.before + one.after !== ""),
    blocks: base
      .filter((block) => !matched.paragraphOf.has(block.blockId) && !isGap(block))
      .map(({ blockId, type, content }) => ({
        blockId,
        text: plainText(content),
        isTable: type === "table",
      }))
      .filter(({ text }) => text !== ""),
  });
  const exact = open();
  const key = (isTable: boolean, text: string) => `${isTable} ${text}`;
  const byText = new Map(exact.blocks.map(({ blockId, text, isTable }) => [key(isTable, text), blockId]));
  for (const paragraph of exact.loose) {
    const { isTable, before, after } = paragraph;
    const id = byText.get(key(isTable, before)) ?? byText.get(key(isTable, after));
    if (id !== undefined && !matched.paragraphOf.has(id)) take(paragraph, id);
  }
  const { loose, blocks } = open();
  if (loose.length * blocks.length > MAX_PAIRS) return matched;
  for (const { paragraph, id } of alike(loose, blocks))
    if (!matched.blockOf.has(paragraph) && !matched.paragraphOf.has(id)) take(paragraph, id);
  return matched;
}

/** Pairs that may be one paragraph, the most alike first. */
function alike(
  loose: readonly ReturnedParagraph[],
  blocks: readonly { blockId: string; text: string; isTable: boolean }[],
) {
  const words = blocks.map(({ text, ...block }) => ({ ...block, words: wordsOf(text) }));
  return loose
    .flatMap((paragraph) => {
      const own = wordsOf(paragraph.before || paragraph.after);
      return words
        .filter(({ isTable }) => isTable === paragraph.isTable)
        .map((block) => ({ paragraph, id: block.blockId, share: shareOf(own, block.words) }));
    })
    .filter(({ share }) => share >= ALIKE)
    .sort((a, b) => b.share - a.share);
}

function wordsOf(text: string): Set<string> {
  return new Set(
    text
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean),
  );
}

/** Dice's coefficient over the words of both, each counted once. */
function shareOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size + other.size === 0) return 0;
  const both = [...one].filter((word) => other.has(word)).length;
  return (2 * both) / (one.size + other.size);
}
