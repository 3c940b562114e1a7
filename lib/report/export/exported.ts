import { roundingRule } from "@/lib/aggregate/publication/words/published-words";
import type { ShownTable } from "@/lib/aggregate/publication/report/figure-table";
import type { Run } from "@/lib/report/draft/block";
import type { BlockContent } from "@/lib/report/draft/content/block-content";
import type { ClaimBasis } from "./claim-basis";
import type { BlockType, Section } from "@/lib/report/draft/document-kind";

/** A version as it leaves the application: words and published figures, never a contribution. */
export type ExportedPassage = {
  text: string;
  claimId: string | null;
  runs: readonly Run[];
  /** What the release says of the claim, in words; null where it says nothing, and for framing. */
  words: string | null;
  /** The finding or theme that it rests on, as the release has them; null where that is not told. */
  basis: ClaimBasis | null;
};
export type ExportedBlock = {
  id: string;
  section: Section;
  type: BlockType;
  content: BlockContent;
  /** What a block of figures showed; null for text. */
  table: ShownTable | null;
  passages: readonly ExportedPassage[];
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
  /** The number of the release that its figures are from. */
  release: number | null;
  smallNumber: number;
  blocks: ExportedBlock[];
};

export const EXPORT_FORMATS = {
  pdf: { word: "PDF", type: "application/pdf" },
  docx: {
    word: "Word document",
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  },
  html: { word: "Web page in one file", type: "text/html; charset=utf-8" },
  md: { word: "Markdown", type: "text/markdown; charset=utf-8" },
  xlsx: {
    word: "Evidence as a workbook",
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  },
} as const;
export type ExportFormat = keyof typeof EXPORT_FORMATS;

/** What anybody who may read a published version may take away of it. */
export const PUBLIC_FORMATS = ["pdf", "docx", "html", "md"] as const satisfies readonly ExportFormat[];
export type PublicFormat = (typeof PUBLIC_FORMATS)[number];

export function isPublicFormat(value: string | null): value is PublicFormat {
  return PUBLIC_FORMATS.some((format) => format === value);
}

export function isExportFormat(value: string | null): value is ExportFormat {
  return value !== null && Object.hasOwn(EXPORT_FORMATS, value);
}

/** A file name that works on every file system: ASCII letters, digits and hyphens. */
export function exportFileName(slug: string, number: number, format: ExportFormat): string {
  const safe = slug.replace(/[^a-z0-9]+/gi, "-").replace(/^-|-$/g, "") || "report";
  return `${safe.slice(0, 80)}-version-${number}.${format}`;
}

/** The blocks to print; an empty paragraph, and a table without a word, is left out. */
export function exportedBlocks({ blocks }: ExportedVersion): ExportedBlock[] {
  return blocks.filter(
    ({ type, passages, gap }) =>
      gap ||
      type === "figure" ||
      (type === "table" ? passages.some(({ text }) => text.trim() !== "") : passages.length > 0),
  );
}

/** Below an exported report. */
export const FIGURES_NOTE = (smallNumber: number) =>
  `Figures count people out of everybody present. ${roundingRule(smallNumber)}`;
