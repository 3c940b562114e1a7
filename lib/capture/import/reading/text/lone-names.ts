import type { Turn } from "../format";
import type { Line } from "./lines";
import { cleanName, looksLikeName } from "./names";
import { paragraphsOut } from "./transcript";

/** Names are as short as this, and headings are not. */
const NAME_WORDS = 4;
/** Fewer turns may be headings with words below them. */
const LEAST_TURNS = 3;

/**
 * Turns whose speakers stand alone above the words, without times: most paragraphs begin with such a line, and at least half
 * of these lines come again, as names do and headings do not. null where it is not so.
 */
export function turnsBelowNames(lines: readonly Line[]): Turn[] | null {
  const starts = lines.filter(({ afterBlank }) => afterBlank).length;
  const heads = lines.filter((line, at) => isLoneName(line, lines[at + 1]));
  const counts = new Map<string, number>();
  for (const { text } of heads) counts.set(text, (counts.get(text) ?? 0) + 1);
  const again = heads.filter(({ text }) => (counts.get(text) ?? 0) > 1).length;
  if (heads.length < LEAST_TURNS || heads.length * 2 < starts || again * 2 < heads.length) return null;
  const turns: Turn[] = [];
  const isHead = new Set(heads.map(({ line }) => line));
  const first = lines.findIndex(({ line }) => isHead.has(line));
  for (const { line, text } of lines.slice(first)) {
    const turn = turns.at(-1);
    if (isHead.has(line)) turns.push({ line, speaker: cleanName(text), text: "" });
    else if (turn) turn.text += `${turn.text === "" ? "" : "\n"}${text}`;
  }
  return [...paragraphsOut(lines.slice(0, first), "It stands before the first turn"), ...turns];
}

function isLoneName({ text, afterBlank }: Line, next: Line | undefined): boolean {
  return (
    afterBlank &&
    next !== undefined &&
    !next.afterBlank &&
    text.split(/\s+/).length <= NAME_WORDS &&
    looksLikeName(text)
  );
}
