import { Node, type Attribute, type Attributes } from "@tiptap/core";
import { FIGURE_NODE } from "@/lib/report/editor/document";
import { TABLE_NODES } from "./table-nodes";

/** The blocks of a draft: flat, each with the id and the part of the report that the server knows it by. */

const hidden = (value: unknown = null): Attribute => ({
  default: value,
  rendered: false,
  parseHTML: () => value,
});
const PLACE: Attributes = { id: hidden(), section: hidden() };
const BLOCK = { group: "block", content: "text*", defining: true } as const;

const Doc = Node.create({ name: "doc", topNode: true, content: "block+" });
const Text = Node.create({ name: "text" });

const Paragraph = Node.create({
  name: "paragraph",
  ...BLOCK,
  priority: 1000,
  addAttributes: () => PLACE,
  parseHTML: () => [{ tag: "p" }],
  renderHTML: () => ["p", 0],
});

const Heading = Node.create({
  name: "heading",
  ...BLOCK,
  addAttributes: () => ({ ...PLACE, level: { default: 2, rendered: false } }),
  parseHTML: () => [
    ...["h1", "h2"].map((tag) => ({ tag, attrs: { level: 2 } })),
    ...["h3", "h4", "h5", "h6"].map((tag) => ({ tag, attrs: { level: 3 } })),
  ],
  renderHTML: ({ node }) => [node.attrs.level === 3 ? "h3" : "h2", 0],
});

/** Flat, so that it is a paragraph with a bullet rather than an item in a list. */
const ListItem = Node.create({
  name: "list_item",
  ...BLOCK,
  priority: 1100,
  addAttributes: () => PLACE,
  parseHTML: () => [{ tag: "p[data-item]" }, { tag: "li" }],
  renderHTML: () => ["p", { "data-item": "" }, 0],
});

const Blockquote = Node.create({
  name: "blockquote",
  ...BLOCK,
  addAttributes: () => PLACE,
  parseHTML: () => [{ tag: "blockquote" }],
  renderHTML: () => ["blockquote", 0],
});

/** Its text is the caption; what it shows comes from the release and is drawn by figure-view.ts. */
const FigureBlock = Node.create({
  name: FIGURE_NODE,
  ...BLOCK,
  isolating: true,
  addAttributes: () => ({
    ...PLACE,
    of: {
      default: "themes",
      parseHTML: (element) => element.dataset.of ?? "themes",
      renderHTML: ({ of }: { of?: string }) => ({ "data-of": of }),
    },
    as: hidden("table"),
  }),
  parseHTML: () => [{ tag: "figure[data-of]" }],
  renderHTML: ({ HTMLAttributes }) => ["figure", HTMLAttributes, 0],
});

export const NODES = [Doc, Text, Paragraph, Heading, ListItem, Blockquote, FigureBlock, ...TABLE_NODES];
