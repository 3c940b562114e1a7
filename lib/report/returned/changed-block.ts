import { isGap, plainText } from "@/lib/report/draft/block";
import { cellsAsWords } from "@/lib/report/draft/written-table";
import { NO_TABLE } from "@/lib/report/export/noted";
import type { BaseBlock, DraftBlock } from "./base-block";
import { acceptedText, cellEdits, editsBetween, rebase, type Edit } from "./edits";
import { editWords, short } from "./edit-words";
import { MAX_BLOCK_TEXT } from "./limits";
import type { Matched } from "./match-paragraphs";

/** What a file changes in a block of the draft, which may have it already; what is not taken, and why. */
export type ChangedBlock = { block: DraftBlock | null; edits: Edit[]; already: boolean; left: string[] };

const UNCHANGED: ChangedBlock = { block: null, edits: [], already: false, left: [] };
const leftOut = (why: string): ChangedBlock => ({ ...UNCHANGED, left: [why] });

/** What the file says of a block of the version, as changes to what the draft says now. */
export function changesOf(block: BaseBlock, matched: Matched, draft: DraftBlock | undefined): ChangedBlock {
  const paragraph = matched.paragraphOf.get(block.blockId);
  const text = plainText(block.content);
  if (text === "" || isGap(block))
    return paragraph && withoutNote(block, paragraph.after).trim() !== text.trim()
      ? leftOut(`“${short(text)}”: words that had to be removed are not written over.`)
      : UNCHANGED;
  if (!paragraph && !matched.marked)
    return leftOut(`“${short(text)}”: not found in the file, so nothing is changed in it.`);
  const after = paragraph ? withoutNote(block, paragraph.after) : "";
  if (after === text || after === acceptedText(block.content)) return UNCHANGED;
  if (!draft || isGap(draft)) return leftOut(`“${short(text)}”: this paragraph is no longer in the draft.`);
  if (acceptedText(draft.content) === after) return { ...UNCHANGED, already: true };
  if (text.length + after.length > MAX_BLOCK_TEXT)
    return leftOut(`“${short(after)}”: this paragraph is too long to keep. Divide it in Word.`);
  const changed = editsIn(block, draft, after);
  return changed
    ? { ...UNCHANGED, block: draft, ...changed }
    : leftOut(
        `${tableWords(text)}: rows or columns of this table are others in the file. ${IN_EDITOR} ${newWords(text, after)}`.trim(),
      );
}

const IN_EDITOR = "Make that change in the editor.";

const tableWords = (text: string) => `“${short(text.split("\n")[0] || cellsAsWords(text))}”`;

/** The cells of a table that it did not have, so that none of their words is lost without a word. */
function newWords(before: string, after: string): string {
  const known = new Set(before.split(/[\t\n]/));
  const words = after.split(/[\t\n]/).filter((cell) => cell.trim() !== "" && !known.has(cell));
  return words.length === 0 ? "" : `New there: ${words.map((cell) => `“${cell.trim()}”`).join(", ")}.`;
}

/**
 * The changes to what the draft says now. What it says differently since has no place for them; null where a table has other
 * rows or columns.
 */
function editsIn(
  { type, content }: BaseBlock,
  draft: DraftBlock,
  after: string,
): Pick<ChangedBlock, "edits" | "left"> | null {
  const changes = type === "table" ? cellEdits : editsBetween;
  // A file shows what was proposed as tracked changes, or not at all: whichever is nearer.
  const sides = [acceptedText(content), plainText(content)].flatMap((before) => {
    const edits = changes(before, after);
    return edits ? [{ before, edits }] : [];
  });
  const size = (edits: readonly Edit[]) =>
    edits.reduce((sum, { start, end, text }) => sum + end - start + text.length, 0);
  const [first, second] = sides;
  if (!first || !second) return null;
  const { before, edits } = size(second.edits) < size(first.edits) ? second : first;
  const placed = rebase(edits, before, acceptedText(draft.content));
  const lost = edits.filter((_, index) => !placed[index]);
  return {
    edits: placed.flatMap((edit) => edit ?? []),
    left: lost.map((edit) => `${editWords(before, edit)}: the draft says this differently by now.`),
  };
}

/** What stands behind the caption of a table that the release does not have is not the author's. */
function withoutNote({ type }: BaseBlock, text: string): string {
  return type === "figure" && text.endsWith(` ${NO_TABLE}`) ? text.slice(0, -NO_TABLE.length - 1) : text;
}
