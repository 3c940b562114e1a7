import { MAX_COLUMNS, MAX_ROWS, cellsAsWords, sizeOf } from "@/lib/report/draft/written-table";
import type { DraftBlock } from "./base-block";
import { acceptedText } from "./edits";
import { short } from "./edit-words";
import { MAX_BLOCK_TEXT } from "./limits";
import type { Matched } from "./match-paragraphs";
import type { ReturnedParagraph } from "./returned-file";

/** A new paragraph or table, after that block; null: at the beginning. */
export type AddedParagraph = { after: string | null; text: string; isTable: boolean };

type Known = {
  matched: Matched;
  draft: readonly DraftBlock[];
  /** Blocks that show figures of the release: the table after one is the release's. */
  figures: ReadonlySet<string>;
};

type Added = { added: AddedParagraph[]; already: number; left: string[] };

/** What a file has that the version did not: what the draft has already, and what is too large for it, is not added. */
export function addedIn(paragraphs: readonly ReturnedParagraph[], { matched, draft, figures }: Known): Added {
  const found: Added = { added: [], already: 0, left: [] };
  const there = new Set(draft.map(({ content }) => acceptedText(content)));
  const here = new Set(draft.map(({ id }) => id));
  let after: string | null = null;
  let isFigure = false;
  for (const paragraph of paragraphs) {
    const { isTable } = paragraph;
    const block = matched.blockOf.get(paragraph);
    if (isTable && isFigure && block === undefined) {
      if (!found.left.includes(RELEASED)) found.left.push(RELEASED);
      continue;
    }
    isFigure = block !== undefined && figures.has(block);
    if (block !== undefined) {
      if (here.has(block)) after = block;
      continue;
    }
    const text = isTable ? paragraph.after : paragraph.after.trim();
    if (text.trim() === "") continue;
    const tooLarge = whyTooLarge(text, isTable);
    if (there.has(text)) found.already++;
    else if (tooLarge !== null) found.left.push(tooLarge);
    else found.added.push({ after, text, isTable });
  }
  return found;
}

const RELEASED = "Tables of figures: they come from the release, so that changes to them are not read.";

function whyTooLarge(text: string, isTable: boolean): string | null {
  if (text.length > MAX_BLOCK_TEXT)
    return `“${short(text)}”: this paragraph is too long to keep. Divide it in Word.`;
  const { rows, columns } = isTable ? sizeOf(text) : { rows: 0, columns: 0 };
  return rows > MAX_ROWS || columns > MAX_COLUMNS
    ? `“${short(cellsAsWords(text))}”: this table is too large for a report.`
    : null;
}
