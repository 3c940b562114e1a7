import { BlockContent, type Mark } from "@/lib/report/draft/block";
import { SECTIONS, type Section } from "@/lib/report/draft/document-kind";
import { MARK_ORDER, normalContent, type EditedBlock } from "@/lib/report/draft/saving/edited-block";

/**
 * The whole draft as ProseMirror JSON: one document whose children are the blocks, each with its id and its part of the
 * report. ProseMirror names nodes and marks in one list, so that the block of figures has another name there than the mark.
 */
export const FIGURE_NODE = "figure_block";

type DocumentMark = { type: string; attrs?: Record<string, unknown> };
type DocumentText = { type: string; text?: string; marks?: DocumentMark[] };
export type DocumentBlock = { type: string; attrs?: Record<string, unknown>; content?: DocumentText[] };
export type Document = { type: "doc"; content: DocumentBlock[] };

export function documentOf(blocks: readonly EditedBlock[]): Document {
  return { type: "doc", content: blocks.map(nodeOf) };
}

export function nodeOf({ id, section, content }: EditedBlock): DocumentBlock {
  const { type, content: text = [] } = normalContent(content);
  const own = "attrs" in content ? content.attrs : {};
  return {
    type: type === "figure" ? FIGURE_NODE : type,
    attrs: { ...own, id, section },
    ...(text.length > 0 ? { content: text } : {}),
  };
}

/** Back to blocks. Throws where a node has no id or is none that a draft knows: the editor gives each one. */
export function blockOfNode({ type, attrs = {}, content = [] }: DocumentBlock): EditedBlock {
  const { id, section, level, of, as } = attrs;
  const name = type === FIGURE_NODE ? "figure" : type;
  const own = name === "heading" ? { attrs: { level } } : name === "figure" ? { attrs: { of, as } } : {};
  const nodes = content.map(({ text, marks = [] }) => ({
    type: "text",
    text,
    ...(marks.length > 0 ? { marks: marks.filter(isKnown) } : {}),
  }));
  const parsed = BlockContent.parse({ type: name, ...own, ...(nodes.length > 0 ? { content: nodes } : {}) });
  if (typeof id !== "string") throw new Error("A block of the editor has no id.");
  return { id, section: sectionOf(section), content: normalContent(parsed) };
}

function sectionOf(kept: unknown): Section {
  return SECTIONS.find((section) => section === kept) ?? "final";
}

function isKnown({ type }: DocumentMark): boolean {
  return MARK_ORDER.some((name: Mark["type"]) => name === type);
}
