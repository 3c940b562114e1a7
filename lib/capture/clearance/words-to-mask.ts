import { applyMasks, findMasks, type WordsToMask } from "@/lib/capture/contribution/mask";

/** The rows of words to mask, as a facilitator fills them in before a contribution is cleared. */

/** Rows offered where no script can add one. */
const ROWS = 4;
const EMPTY: WordsToMask = { words: "", as: "school" };

/** The words with empty rows after them to fill in: as many as a page without scripts needs, and one at least. */
export function withEmptyRows(rows: readonly WordsToMask[]): WordsToMask[] {
  const spare = Math.max(1, ROWS - rows.length);
  return [...rows, ...Array.from({ length: spare }, () => EMPTY)];
}

/** How many rows to show where a script adds them: one empty row at the end is enough. */
export function offeredRows(rows: readonly WordsToMask[]): number {
  return rows.findLastIndex(({ words }) => words.trim() !== "") + 2;
}

/** One row changed. Where that fills the last of them, another comes: there is always one to fill in. */
export function withRow(
  rows: readonly WordsToMask[],
  index: number,
  change: Partial<WordsToMask>,
): WordsToMask[] {
  const changed = rows.map((row, n) => (n === index ? { ...row, ...change } : row));
  return changed.at(-1)?.words.trim() === "" ? changed : [...changed, EMPTY];
}

/** Words that were selected in the contribution go into the first empty row; the empty ones then stand last. */
export function withSelected(rows: readonly WordsToMask[], words: string): WordsToMask[] {
  const free = rows.findIndex((row) => row.words.trim() === "");
  return withEmptyRows(withRow(rows, free, { words }).filter((row) => row.words !== ""));
}

/** The contribution as it would read. Words that it does not hold yet are somebody still typing. */
export function maskedText(text: string, rows: readonly WordsToMask[]): string {
  const asked = rows
    .map(({ words, as }) => ({ words: words.trim(), as }))
    .filter(({ words }) => words !== "" && text.toLowerCase().includes(words.toLowerCase()));
  try {
    return applyMasks(text, findMasks(text, asked));
  } catch {
    return text;
  }
}
