import type { Turn } from "./format";
import { hasSpeakers, turnsOf, type Passage } from "./speech";

/**
 * Plain text as turns. Where lines begin with `Name:` or `[id]`, each line is read as a possible turn.
 * Otherwise each paragraph, or each line where no line is blank, is a turn without a speaker.
 */
export function readText(text: string): Turn[] {
  const lines = text.split("\n").map((line, index) => ({ line: index + 1, text: line.trimEnd() }));
  const filled = lines.filter((line) => line.text.trim() !== "");
  const blocks = paragraphs(lines);
  if (hasSpeakers(filled) || hasSpeakers(blocks)) return turnsOf(filled, "\n");
  return turnsOf(blocks.length > 1 ? blocks : filled, "\n");
}

function paragraphs(lines: readonly Passage[]): Passage[] {
  const blocks: Passage[] = [];
  let open = false;
  for (const { line, text } of lines) {
    const last = blocks.at(-1);
    if (text.trim() === "") open = false;
    else if (open && last) last.text += `\n${text.trim()}`;
    else {
      blocks.push({ line, text: text.trim() });
      open = true;
    }
  }
  return blocks;
}
