import type { Turn } from "../format";
import { areSpeakers } from "../speech";
import { addUnspoken, BEFORE, isRemark, REMARK, type Flow, type Line } from "./flows";

/** How many lines of a document begin with speakers; 0 where what looks like names is none. */
export function countNames(flows: readonly Flow[]): number {
  // What the program writes by itself and times between turns say nothing of who speaks.
  const lines = flows.flatMap(({ lines: all }) =>
    all.filter((line) => !isRemark(line) && !isTimeAlone(line)),
  );
  const namesIn = (some: readonly Line[]) => some.flatMap(({ name }) => name?.speaker ?? []);
  const firsts = lines.filter(({ isFirst }) => isFirst);
  const names = namesIn(lines);
  return areSpeakers(namesIn(firsts), firsts.length) || areSpeakers(names, lines.length) ? names.length : 0;
}

/**
 * Who speaks. Below a paragraph's first line only somebody of these begins a turn, since words may have a colon too; in a
 * document that sets each turn on a line, all names count.
 */
export function speakersOf(flows: readonly Flow[]): ReadonlySet<string> {
  const lines = flows.flatMap(({ lines: all }) => all);
  const named = lines.flatMap(({ name, isFirst }) => (name ? [{ speaker: name.speaker, isFirst }] : []));
  const onLines = named.length * 2 >= lines.length;
  return new Set(named.flatMap(({ speaker, isFirst }) => (isFirst || onLines ? [speaker] : [])));
}

const isTimeAlone = ({ head }: Line) => head !== null && head.speaker === null && head.text === "";

const LONE_TIME = "It is a time that no words follow";
const ENDS_SENTENCE = /[.?!…]["”’)\]]*$/;

/**
 * Turns of a flow whose paragraphs begin with names. A time alone on its line is that of what follows. A title before
 * the line where the turns of the document begin, which ends no sentence, is left out.
 */
export function namedTurns({ lines }: Flow, known: ReadonlySet<string>, begins: number): Turn[] {
  const turns: Turn[] = [];
  let said: Turn | null = null;
  let time: Turn | null = null;
  for (const line of lines) {
    const { name, head } = line;
    const isTime = isTimeAlone(line);
    const begun: Turn | null =
      name && (line.isFirst || known.has(name.speaker))
        ? { line: line.line, ...name }
        : said && time !== null && !isTime
          ? { line: line.line, speaker: said.speaker, text: line.text }
          : null;
    if (begun) {
      turns.push((said = time === null ? begun : { ...begun, time: time.text }));
      time = null;
    } else if (isRemark(line)) turns.push({ line: line.line, speaker: null, text: line.text, out: REMARK });
    else if (isTime && head && said && line.isFirst) {
      if (time) turns.push(time);
      time = { line: line.line, speaker: null, text: head.time, out: LONE_TIME };
    } else if (said) said.text += `${said.text === "" ? "" : "\n"}${line.text}`;
    else addUnspoken(turns, line, line.line < begins && !ENDS_SENTENCE.test(line.text) ? BEFORE : undefined);
  }
  if (time) turns.push(time);
  return turns;
}

/** The line on which somebody speaks first. */
export function firstName(flows: readonly Flow[]): number {
  const lines = flows.flatMap(({ lines: all }) => all.filter((line) => line.isFirst && line.name !== null));
  return lines.reduce((first, { line }) => Math.min(first, line), Infinity);
}
