import { roundingRule } from "@/lib/aggregate/publication/words/published-words";
import type { BlockType, Section } from "@/lib/report/draft/block";
import type { PublicFigure } from "@/lib/report/claim/claim";

/** A version as it leaves the application: words and published counts, never a contribution. */
type ExportedSentence = { text: string; figure: PublicFigure | null };
export type ExportedBlock = {
  id: string;
  section: Section;
  type: BlockType;
  sentences: ExportedSentence[];
  /** Marks words that had to be removed. */
  gap: boolean;
};

export type ExportedVersion = {
  title: string;
  reviewTitle: string;
  number: number;
  hash: string;
  savedAt: Date;
  publishedAt: Date | null;
  smallNumber: number;
  blocks: ExportedBlock[];
};

export const EXPORT_FORMATS = {
  docx: {
    word: "Word document",
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  },
  md: { word: "Markdown", type: "text/markdown; charset=utf-8" },
} as const;
export type ExportFormat = keyof typeof EXPORT_FORMATS;

export function isExportFormat(value: string | null): value is ExportFormat {
  return value !== null && Object.hasOwn(EXPORT_FORMATS, value);
}

/** A file name that works on every file system: ASCII letters, digits and hyphens. */
export function exportFileName(slug: string, number: number, format: ExportFormat): string {
  const safe = slug.replace(/[^a-z0-9]+/gi, "-").replace(/^-|-$/g, "") || "report";
  return `${safe.slice(0, 80)}-version-${number}.${format}`;
}

/** The blocks to print; an empty paragraph is left out. */
export function exportedBlocks({ blocks }: ExportedVersion): ExportedBlock[] {
  return blocks.filter(({ sentences, gap }) => gap || sentences.length > 0);
}

/** Below an exported report. */
export const FIGURES_NOTE = (smallNumber: number) =>
  `Raised figures count people out of everybody present. ${roundingRule(smallNumber)}`;
