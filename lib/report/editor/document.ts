import { blockOf, nodesOf, unmarked } from "@/lib/report/draft/block";
import { BlockContent, type Mark } from "@/lib/report/draft/content/block-content";
import { SECTIONS, type Section } from "@/lib/report/draft/document-kind";
import { MARK_ORDER, normalContent, type EditedBlock } from "@/lib/report/draft/saving/edited-block";
import { partsOf, piecesOf } from "@/lib/report/draft/written-table";

/**
 * The whole draft as ProseMirror JSON: one document whose children are the blocks, each with its id and its part of the
 * report. ProseMirror names nodes and marks in one list, so that the block of figures has another name there than the mark.
 */
export const FIGURE_NODE = "figure_block";
/** A table that somebody wrote: its caption, and a grid of rows of cells that hold words alone. */
export const TABLE_NODE = "table";
export const TABLE_PARTS = {
  caption: "table_caption",
  grid: "table_grid",
  row: "table_row",
  cell: "table_cell",
} as const;

type DocumentMark = { type: string; attrs?: Record<string, unknown> };
type DocumentNode = {
  type: string;
  text?: string;
  marks?: DocumentMark[];
  attrs?: Record<string, unknown>;
  content?: DocumentNode[];
};
export type DocumentBlock = DocumentNode;
export type Document = { type: "doc"; content: DocumentBlock[] };

export function documentOf(blocks: readonly EditedBlock[]): Document {
  return { type: "doc", content: blocks.map(nodeOf) };
}

export function nodeOf({ id, section, content: stored }: EditedBlock): DocumentBlock {
  const content = normalContent(stored);
  const { type } = content;
  const own = "attrs" in content ? content.attrs : {};
  const attrs = { ...own, id, section };
  if (type === "table") return { type: TABLE_NODE, attrs, content: tableNodes(content) };
  return { type: type === "figure" ? FIGURE_NODE : type, attrs, ...withContent(content.content ?? []) };
}

const withContent = (content: DocumentNode[]) => (content.length > 0 ? { content } : {});

function tableNodes(content: BlockContent): DocumentNode[] {
  const texts = (type: string, pieces: ReturnType<typeof nodesOf>): DocumentNode => ({
    type,
    ...withContent(
      pieces.map(({ text, marks }) => ({
        type: "text",
        text,
        ...(marks.length > 0 ? { marks: [...marks] } : {}),
      })),
    ),
  });
  const { caption, rows } = partsOf(nodesOf(content));
  const lines = rows.map((cells) => ({
    type: TABLE_PARTS.row,
    content: cells.map((cell) => texts(TABLE_PARTS.cell, cell)),
  }));
  return [texts(TABLE_PARTS.caption, caption), { type: TABLE_PARTS.grid, content: lines }];
}

/** Back to blocks. Throws where a node has no id or is none that a draft knows: the editor gives each one. */
export function blockOfNode(node: DocumentBlock): EditedBlock {
  const { id, section } = node.attrs ?? {};
  if (typeof id !== "string") throw new Error("A block of the editor has no id.");
  const content = node.type === TABLE_NODE ? tableContent(node) : textContent(node);
  return { id, section: sectionOf(section), content: normalContent(content) };
}

function textContent({ type, attrs = {}, content }: DocumentBlock): BlockContent {
  const { level, of, as } = attrs;
  const name = type === FIGURE_NODE ? "figure" : type;
  const own = name === "heading" ? { attrs: { level } } : name === "figure" ? { attrs: { of, as } } : {};
  return BlockContent.parse({ type: name, ...own, ...withContent(textsOf(content)) });
}

function textsOf(content: readonly DocumentNode[] = []): DocumentNode[] {
  return content.map(({ text, marks = [] }) => ({
    type: "text",
    ...(text === undefined ? {} : { text }),
    ...(marks.length > 0 ? { marks: marks.filter(isKnown) } : {}),
  }));
}

function tableContent({ content = [] }: DocumentBlock): BlockContent {
  // A caption or a cell is read as a paragraph is, and so are its marks.
  const runs = (part: DocumentNode | undefined) =>
    nodesOf(BlockContent.parse({ type: "paragraph", ...withContent(textsOf(part?.content)) }));
  const grid = content.find(({ type }) => type === TABLE_PARTS.grid)?.content ?? [];
  const caption = runs(content.find(({ type }) => type === TABLE_PARTS.caption));
  const rows = grid.map((row) => (row.content ?? []).map(runs));
  return blockOf("table", piecesOf({ caption, rows }, unmarked));
}

function sectionOf(kept: unknown): Section {
  return SECTIONS.find((section) => section === kept) ?? "final";
}

function isKnown({ type }: DocumentMark): boolean {
  return MARK_ORDER.some((name: Mark["type"]) => name === type);
}
