import type { BlockType } from "@/lib/report/draft/document-kind";
import type { ShownTable } from "@/lib/aggregate/publication/report/figure-table";

/** A report's text as a page shows it. */
export type ShownRun = { text: string; strong: boolean; em: boolean };
export type ShownPassage = {
  runs: readonly ShownRun[];
  /** What the passage rests on; null where it is framing. `href` is for those who may follow it. */
  claim: { id: string; words: string | null; href?: string } | null;
};
export type ShownBlock = {
  id: string;
  type: BlockType;
  gap: boolean;
  passages: readonly ShownPassage[];
  /** The figures of a table or chart; null for text, and where the release does not show them. */
  table?: ShownTable | null;
  /** Whether the figures are drawn, as bars beside their words. */
  isChart?: boolean;
};

export function shownText({ passages }: Pick<ShownBlock, "passages">): string {
  return passages
    .flatMap(({ runs }) => runs)
    .map(({ text }) => text)
    .join("");
}
