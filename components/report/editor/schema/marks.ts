import { Mark, type Attribute } from "@tiptap/core";

/** What a span is, in the order in which a draft keeps marks: lib/report/draft/saving/edited-block.ts. */

const data = (name: string): Attribute => ({
  default: null,
  parseHTML: (element) => element.dataset[name] ?? null,
  renderHTML: (attributes: Record<string, unknown>) => ({ [`data-${name}`]: attributes[name] }),
});

const Claim = Mark.create({
  name: "claim",
  priority: 200,
  // What is typed after a claim is not part of it.
  inclusive: false,
  addAttributes: () => ({ id: data("id") }),
  parseHTML: () => [{ tag: "span[data-claim]" }],
  renderHTML: ({ HTMLAttributes }) => ["span", { ...HTMLAttributes, "data-claim": "" }, 0],
});

const Figure = Mark.create({
  name: "figure",
  priority: 190,
  inclusive: false,
  addAttributes: () => ({ ref: data("ref") }),
  parseHTML: () => [{ tag: "span[data-figure]" }],
  renderHTML: ({ HTMLAttributes }) => ["span", { ...HTMLAttributes, "data-figure": "" }, 0],
});

const Own = Mark.create({
  name: "own",
  priority: 180,
  inclusive: false,
  parseHTML: () => [{ tag: "span[data-own]" }],
  renderHTML: () => ["span", { "data-own": "" }, 0],
});

const Strong = Mark.create({
  name: "strong",
  priority: 170,
  parseHTML: () => [
    { tag: "strong" },
    // Google Docs puts a whole text into a b that is not bold.
    { tag: "b", getAttrs: (element) => element.style.fontWeight !== "normal" && null },
    { style: "font-weight", getAttrs: (value) => /^(bold(er)?|[6-9]00)$/.test(value) && null },
  ],
  renderHTML: () => ["strong", 0],
});

const Em = Mark.create({
  name: "em",
  priority: 160,
  parseHTML: () => [{ tag: "em" }, { tag: "i" }, { style: "font-style=italic" }],
  renderHTML: () => ["em", 0],
});

const suggestion = (name: "insertion" | "deletion", tag: "ins" | "del", priority: number) =>
  Mark.create({
    name,
    priority,
    inclusive: false,
    excludes: "insertion deletion",
    addAttributes: () => ({ id: data("id"), by: data("by"), at: data("at") }),
    parseHTML: () => [{ tag: `${tag}[data-by]` }],
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
  });

export const MARKS = [
  Claim,
  Figure,
  Own,
  Strong,
  Em,
  suggestion("insertion", "ins", 150),
  suggestion("deletion", "del", 140),
];
