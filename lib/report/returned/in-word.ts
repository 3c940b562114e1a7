import { plainText } from "@/lib/report/draft/block";
import type { BlockContent } from "@/lib/report/draft/content/block-content";
import { fileText } from "@/lib/platform/text/file-text";

/**
 * A block as a Word file gives its text back: some characters are others there (`wordText`), and within the cell of a table a
 * line break is a space. Every text in it is as long as before, so that a place in one is the same place in the other.
 */
export function inWord<B extends { content: BlockContent }>(block: B): B {
  const { content } = block;
  const text = content.type === "table" ? cellsInWord : fileText;
  const nodes = content.content?.map((node) => ({ ...node, text: text(node.text) }));
  return { ...block, content: { ...content, ...(nodes ? { content: nodes } : {}) } };
}

/** The text of a block as a Word file gives it back. */
export function textInWord(block: { content: BlockContent }): string {
  return plainText(inWord(block).content);
}

function cellsInWord(text: string): string {
  return text.replace(/[^\t\n]+/g, (words) => fileText(words).replaceAll("\n", " "));
}
