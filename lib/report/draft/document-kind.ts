import type { FigureOf } from "@/lib/aggregate/publication/report/figure-table";

/** The parts that a report may have, in order, with the heading that a new draft gives each. */
export const SECTIONS = [
  "context",
  "messages",
  "strengths",
  "improvements",
  "themes",
  "divided",
  "asks",
  "breakdowns",
  "quotations",
  "unknown",
  "final",
  "method",
  "annex",
] as const;
export type Section = (typeof SECTIONS)[number];

export const SECTION_WORDS: Record<Section, string> = {
  context: "Who took part",
  messages: "Key messages",
  strengths: "Current strengths",
  improvements: "Areas for improvement",
  themes: "What was said, theme by theme",
  divided: "Where opinion was divided",
  asks: "Key asks",
  breakdowns: "Who raised what",
  quotations: "In their own words",
  unknown: "What we do not know",
  final: "Final thoughts",
  method: "How this report was made",
  annex: "Annex: the method in full",
};

/** Parts in which the author speaks of the report itself: nothing in them reports what was said. */
export const OWN_WORDS: readonly Section[] = ["context", "unknown", "method", "annex"];

export const BLOCK_TYPES = [
  "heading",
  "subheading",
  "paragraph",
  "list_item",
  "quotation",
  "figure",
  "table",
] as const;
export type BlockType = (typeof BLOCK_TYPES)[number];

export const BLOCK_TYPE_WORDS: Record<BlockType, string> = {
  heading: "Heading",
  subheading: "Subheading",
  paragraph: "Paragraph",
  list_item: "List item",
  quotation: "Quotation",
  figure: "Table or chart of figures",
  table: "Table",
};

/** What a form without JavaScript can add and change; a table needs the editor. */
export const FORM_BLOCK_TYPES = BLOCK_TYPES.filter((type) => type !== "table");

export const REPORT_KINDS = ["summary", "briefing", "full"] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

type KindOfReport = {
  word: string;
  hint: string;
  /** The words of a draft, without headings, tables and annex, that its readers expect. */
  words: { least: number; most: number };
};

export const KINDS: Record<ReportKind, KindOfReport> = {
  summary: {
    word: "Public summary",
    hint: "About 900 words: strengths, areas for improvement, key asks, and a short note on method.",
    words: { least: 700, most: 1100 },
  },
  briefing: {
    word: "Briefing",
    hint: "Two pages: key messages, a table of themes, where opinion is divided, asks, and what we do not know.",
    words: { least: 350, most: 720 },
  },
  full: {
    word: "Full report",
    hint: "Every finding, with breakdowns, charts, quotations and the whole method.",
    words: { least: 700, most: 8000 },
  },
};

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
