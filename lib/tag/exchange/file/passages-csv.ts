import { STANCES, type Stance } from "@/lib/capture/contribution/stance";
import { sliceCodePoints } from "@/lib/platform/text/code-points";
import type { Span } from "@/lib/tag/coding/span";
import { csvText } from "@/lib/platform/text/csv";

/** One tagging with the theme; `words` are those of the whole contribution as they may be exported. */
export type PassageRow = Span & {
  words: string;
  stance: Stance;
  roundtable: string;
  coder: string;
  /** null in a file to share. */
  speaker: string | null;
  at: Date | null;
};

type File = {
  theme: string;
  rows: readonly PassageRow[];
  /** Whether it gives the speaker and when the theme was set. */
  names: boolean;
  /** The note that every export ends with. */
  caveat: string;
};

const COLUMNS = ["Theme", "Stance", "Marked words", "Contribution", "Roundtable", "Set by"];

/** The passages of a theme as a table for a spreadsheet: one row for each tagging. */
export function writePassagesCsv({ theme, rows, names, caveat }: File): string {
  const cells = rows.map(({ words, stance, roundtable, coder, speaker, at, spanStart, spanEnd }) => [
    theme,
    STANCES[stance].word,
    // Without marked words the theme is on all of it.
    spanStart === null || spanEnd === null ? "" : sliceCodePoints(words, spanStart, spanEnd),
    words,
    roundtable,
    coder,
    ...(names ? [speaker ?? "", at?.toISOString() ?? ""] : []),
  ]);
  return csvText([names ? [...COLUMNS, "Speaker", "Set at"] : COLUMNS, ...cells, [], [caveat]]);
}
