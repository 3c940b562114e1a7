import { codePointLength } from "@/lib/platform/text/code-points";
import type { Anchor } from "@/lib/comment/thread/anchor";

export type Selected = Anchor & { blockId: string };

/** How many code points of the block's own words are before a place in it; figures and marks do not count. */
function wordsBefore(text: Element, node: Node, offset: number): string {
  const range = document.createRange();
  range.selectNodeContents(text);
  range.setEnd(node, offset);
  const before = range.cloneContents();
  for (const figure of before.querySelectorAll("[data-figure]")) figure.remove();
  return before.textContent ?? "";
}

function textOf(node: Node): Element | null {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest("[data-text]") ?? null;
}

/** The words selected in one block, without spaces at the ends; null for anything else. */
export function selectedWords(): Selected | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const text = textOf(range.startContainer);
  const blockId = text?.closest<HTMLElement>("[data-block]")?.dataset.block;
  if (!text || !blockId) return null;
  const within = text.contains(range.endContainer);
  const before = wordsBefore(text, range.startContainer, range.startOffset);
  const upTo = within
    ? wordsBefore(text, range.endContainer, range.endOffset)
    : wordsBefore(text, text, text.childNodes.length);
  const words = upTo.slice(before.length);
  const quote = words.trim();
  if (quote === "") return null;
  const lead = words.length - words.trimStart().length;
  const start = codePointLength(before) + lead;
  return { blockId, start, end: start + codePointLength(quote), quote };
}
