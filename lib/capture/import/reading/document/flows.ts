import type { Turn } from "../format";
import { readPrefix } from "../speech";
import { headOf, isNumberedSpeaker, type Head } from "./head";
import { BODY, type Paragraph } from "./paragraphs";

/** A line of a paragraph that holds words. */
export type Line = {
  /** The number of its paragraph. */
  line: number;
  text: string;
  /** Whether its paragraph begins with it. */
  isFirst: boolean;
  /** "Ada Lane: words", or "Speaker 1" alone. */
  name: { speaker: string; text: string } | null;
  head: Head | null;
};

/** Lines that are read one after the other: those of the text itself, of a text box or of a cell. */
export type Flow = { isBody: boolean; lines: Line[] };

export function flowsOf(paragraphs: readonly Paragraph[]): Flow[] {
  const flows = new Map<number, Flow>();
  for (const { line, text, flow } of paragraphs) {
    const known = flows.get(flow) ?? { isBody: flow === BODY, lines: [] };
    flows.set(flow, known);
    const filled = text.split("\n").filter((one) => one.trim() !== "");
    for (const [index, one] of filled.entries()) known.lines.push(lineOf(line, one.trim(), index === 0));
  }
  return [...flows.values()];
}

function lineOf(line: number, text: string, isFirst: boolean): Line {
  const name = isNumberedSpeaker(text) ? { speaker: text, text: "" } : readPrefix(text);
  return { line, text, isFirst, name, head: headOf(text) };
}

/** What programs write into a transcript by themselves. */
const REMARKS =
  /^(?:.{1,80} (?:started|stopped) (?:the )?(?:transcription|transcribing|recording)\b.{0,40}|Transcribed by https?:\S+|(?:Meeting|Transcription) ended (?:after|at) .{1,40}|This editable transcript was computer generated.{0,200})$/i;

export const REMARK = "It is a remark of the program that wrote the transcript";

export function isRemark({ text, isFirst }: Pick<Line, "text" | "isFirst">): boolean {
  return isFirst && text.length < 400 && REMARKS.test(text);
}

export const BEFORE = "It stands before the first turn";

/** A line that belongs to no turn: with the other lines of its paragraph, a row of nobody's, or one that is left out. */
export function addUnspoken(turns: Turn[], { line, text, isFirst }: Line, out?: string): void {
  const last = turns.at(-1);
  if (!isFirst && last && last.line === line && last.speaker === null && last.out === out)
    last.text += `\n${text}`;
  else turns.push({ line, speaker: null, text, ...(out !== undefined && { out }) });
}
