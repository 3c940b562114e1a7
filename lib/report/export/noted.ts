import type { ShownTable } from "@/lib/aggregate/publication/report/figure-table";
import { slugOf } from "@/lib/report/draft/report";
import { partsOf, type TableParts } from "@/lib/report/draft/written-table";
import { evidenceNote } from "./claim-basis";
import { exportedBlocks, type ExportedBlock, type ExportedPassage, type ExportedVersion } from "./exported";

/** A version laid out for the writers: every block with its anchor, and each claim with the number of its footnote. */
export type NotedPassage = ExportedPassage & { note: Note | null };
export type NotedBlock = Omit<ExportedBlock, "passages"> & {
  /**
   * Unique within the version, and the same in every file made of it, since a version never changes. Those of headings are
   * slugs; all other ids of a document have a dot in them, so that none is the same.
   */
  anchor: string;
  passages: readonly NotedPassage[];
};
export type Note = { n: number; text: string };

/** `annotated`: what the release says of each claim, and what it rests on, stands in footnotes. */
export function notedBlocks(version: ExportedVersion, annotated: boolean): NotedBlock[] {
  const taken = new Map<string, number>();
  let notes = 0;
  return exportedBlocks(version).map((block, index) => {
    const bears = annotated && !block.gap && !isHeading(block);
    return {
      ...block,
      anchor: isHeading(block) ? headingAnchor(textOf(block), taken) : `p.${index + 1}`,
      passages: block.passages.map((passage) => ({
        ...passage,
        note: bears && passage.claimId !== null ? { n: ++notes, text: evidenceNote(passage) } : null,
      })),
    };
  });
}

export function notesOf(blocks: readonly NotedBlock[]): Note[] {
  return blocks.flatMap(({ passages }) => passages.flatMap(({ note }) => note ?? []));
}

export function textOf({ passages }: Pick<ExportedBlock, "passages">): string {
  return passages.map(({ text }) => text).join("");
}

function isHeading({ type }: Pick<ExportedBlock, "type">): boolean {
  return type === "heading" || type === "subheading";
}

/** "key-asks", and "key-asks-2" for the second of that name. */
function headingAnchor(text: string, taken: Map<string, number>): string {
  const slug = slugOf(text);
  const before = taken.get(slug) ?? 0;
  taken.set(slug, before + 1);
  return before === 0 ? slug : `${slug}-${before + 1}`;
}

/** A table that somebody wrote, as its caption and its cells; null for anything else, and where its words had to be removed. */
export function writtenTable({ type, gap, passages }: NotedBlock): TableParts<NotedPassage> | null {
  return type === "table" && !gap ? partsOf(passages) : null;
}

/** The heading of the first column of a table of figures. */
const FIRST_COLUMN = "Theme";

/** What stands in place of a table that the release does not have. */
export const NO_TABLE = "The release does not show this table.";

export function tableHead({ columns }: ShownTable): string[] {
  return [FIRST_COLUMN, ...columns];
}
