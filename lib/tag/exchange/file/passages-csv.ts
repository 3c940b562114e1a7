import { STANCES, type Stance } from "@/lib/capture/contribution/stance";
import { sliceCodePoints } from "@/lib/platform/text/code-points";
import type { Span } from "@/lib/tag/coding/span";
import { csvRows, CSV_START } from "@/lib/platform/text/csv";

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
  /** In parts. */
  rows: AsyncIterable<readonly PassageRow[]>;
  /** Whether it gives the speaker and when the theme was set. */
  names: boolean;
  /** The note that every export ends with. */
  caveat: string;
};

const COLUMNS = ["Theme", "Stance", "Marked words", "Contribution", "Roundtable", "Set by"];

/** The passages of a theme as a table for a spreadsheet, in parts: one row for each tagging. */
export async function* writePassagesCsv({ theme, rows, names, caveat }: File): AsyncGenerator<string, void> {
  yield CSV_START + csvRows([names ? [...COLUMNS, "Speaker", "Set at"] : COLUMNS]);
  for await (const some of rows) yield csvRows(some.map((row) => cellsOf(theme, row, names)));
  yield csvRows([[], [caveat]]);
}

function cellsOf(theme: string, row: PassageRow, names: boolean): string[] {
  const { words, stance, roundtable, coder, speaker, at, spanStart, spanEnd } = row;
  return [
    theme,
    STANCES[stance].word,
    // Without marked words the theme is on all of it.
    spanStart === null || spanEnd === null ? "" : sliceCodePoints(words, spanStart, spanEnd),
    words,
    roundtable,
    coder,
    ...(names ? [speaker ?? "", at?.toISOString() ?? ""] : []),
  ];
}
