import type { Turn } from "./format";
import { hasSpeakers, turnsOf, type Passage } from "./speech";
import { beginningOf, linesOf, type Line } from "./text/lines";
import { BY_PROGRAM, isOwnLine, transcriptShape, turnsByHeads } from "./text/transcript";
import { turnsBelowNames } from "./text/lone-names";
import { timeAlone } from "./text/when";

/** Whether a text is a transcript whose turns have heads: a name and a time, or one of them, apart from the words. */
export function hasHeads(text: string): boolean {
  return transcriptShape(beginningOf(text)) !== null;
}

const ALONE = "It is a time that stands alone";

/**
 * Plain text as turns. Where turns have heads ("Ada Lane  0:03"), the words below each are its turn. Where lines begin
 * with `Name:` or `[id]`, each line is read as a possible turn. Otherwise each paragraph, or each line where no line is
 * blank, is a turn without a speaker. Without `heads` the first is not looked for.
 */
export function readText(text: string, { heads = true } = {}): Turn[] {
  const lines = linesOf(text);
  const chosen = heads ? transcriptShape(beginningOf(text)) : null;
  if (chosen) return turnsByHeads(lines, chosen);
  const blocks = paragraphs(lines);
  const left = lines.flatMap((line): Turn[] => {
    const out = timeAlone(line.text) ? ALONE : isOwnLine(line, line === lines.at(-1)) ? BY_PROGRAM : null;
    return out === null ? [] : [{ line: line.line, speaker: null, text: line.text, out }];
  });
  const told = new Set(left.map(({ line }) => line));
  const said = lines.filter(({ line }) => !told.has(line));
  if (!hasSpeakers(said) && !hasSpeakers(blocks))
    return turnsBelowNames(lines) ?? turnsOf(blocks.length > 1 ? blocks : lines, "\n");
  const turns = turnsOf(said, "\n");
  return [...turns, ...left].sort((a, b) => a.line - b.line);
}

function paragraphs(lines: readonly Line[]): Passage[] {
  const blocks: Passage[] = [];
  for (const { line, text, afterBlank } of lines) {
    const last = blocks.at(-1);
    if (last && !afterBlank) last.text += `\n${text}`;
    else blocks.push({ line, text });
  }
  return blocks;
}
