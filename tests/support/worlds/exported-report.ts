import { publishCount } from "@/lib/aggregate/publication/published-count";
import { blockOf, passagesOf, type Run } from "@/lib/report/draft/block";
import type { BlockContent } from "@/lib/report/draft/content/block-content";
import type { BlockType } from "@/lib/report/draft/document-kind";
import type { ExportedBlock, ExportedVersion } from "@/lib/report/export/exported";

/** A version as exports are made from, with one of each kind of block. */

export const CLAIM = "00000000-0000-4000-8000-000000000001";
const FINDING = "00000000-0000-4000-8000-0000000000f1";

let blocks = 0;

export function exportedBlock(type: BlockType, runs: readonly (Run | string)[]): ExportedBlock {
  const all = runs.map((run) => (typeof run === "string" ? { text: run, marks: [] } : run));
  return blockWith(blockOf(type, all), type);
}

export function blockWith(content: BlockContent, type: BlockType): ExportedBlock {
  return {
    id: `00000000-0000-4000-8000-${String(++blocks).padStart(12, "0")}`,
    section: "asks",
    type,
    content,
    table: null,
    gap: false,
    passages: passagesOf(content).map((passage) => ({
      ...passage,
      words: passage.claimId === null ? null : "about 15 of 29 people",
      basis:
        passage.claimId === null
          ? null
          : {
              theme: { slug: "coaching", title: "Coaching" },
              finding: { id: FINDING, text: "Pay for coaches.", side: "supports" },
            },
    })),
  };
}

const claimed = (text: string): Run => ({ text, marks: [{ type: "claim", attrs: { id: CLAIM } }] });

/** A table that somebody wrote, with a claim in one of its cells and an uneven last row. */
export const writtenTable = (): ExportedBlock =>
  exportedBlock("table", [
    "Asks & reasons\n\tWhy\n",
    { text: "More | time", marks: [{ type: "strong" }] },
    "\t",
    claimed("About half asked"),
    "\nMoney",
  ]);

export function exportedReport(more: readonly ExportedBlock[] = []): ExportedVersion {
  const cell = { words: "about 15", low: 0.45, high: 0.59 };
  const table = { columns: ["Raised by"], rows: [{ name: "Coaching", cells: [cell] }] };
  const gap = exportedBlock("quotation", ["Removed at the speaker’s request"]);
  return {
    title: "What Fellows said",
    reviewTitle: "NPQ review",
    number: 3,
    hash: "0123456789ab",
    savedAt: new Date("2025-06-01T10:00:00Z"),
    publishedAt: new Date("2025-06-02T10:00:00Z"),
    release: 2,
    smallNumber: publishCount(0, 29, 5).threshold,
    blocks: [
      exportedBlock("heading", ["Key asks"]),
      exportedBlock("paragraph", [
        { text: "Coaching. ", marks: [{ type: "strong" }] },
        claimed("About half asked for <paid> coaches & time"),
        ", and said so.",
      ]),
      exportedBlock("subheading", ["In short"]),
      exportedBlock("list_item", ["1. *Money*"]),
      exportedBlock("list_item", ["=2+2"]),
      exportedBlock("quotation", ["I would do it again."]),
      { ...gap, gap: true },
      { ...exportedBlock("figure", ["How many raised each theme"]), table },
      exportedBlock("paragraph", []),
      ...more,
    ],
  };
}
