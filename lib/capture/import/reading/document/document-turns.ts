import type { Turn } from "../format";
import { BEFORE, flowsOf, isRemark, REMARK, type Flow } from "./flows";
import { countNames, firstName, namedTurns, speakersOf } from "./named-turns";
import type { Paragraph } from "./paragraphs";
import { tablesOf, tableTurns } from "./table-turns";
import { firstHead, timedTurns, withHeads, withTurns, type TimedFlow } from "./timed-turns";

/**
 * The paragraphs of a document as turns, with what is left out, in the order of the document. Turns are found in tables, by
 * heads with a name and a time, or by names; where there are none, each paragraph is a turn of nobody's.
 */
export function documentTurns(paragraphs: readonly Paragraph[]): Turn[] {
  const told = paragraphs.flatMap(({ line, text, out }): Turn[] =>
    out === undefined ? [] : [{ line, speaker: null, text: text.trim(), out }],
  );
  const inTables = new Set<Paragraph>();
  const tabled: Turn[] = [];
  for (const table of tablesOf(paragraphs)) {
    const turns = tableTurns(table);
    if (turns === null) continue;
    for (const paragraph of table) inTables.add(paragraph);
    for (const turn of turns) tabled.push(turn);
  }
  const rest = paragraphs.filter((one) => one.out === undefined && !inTables.has(one));
  const spoken =
    turnsOfFlows(flowsOf(rest), tabled[0]?.line ?? null) ?? rest.map((one) => unspoken(one, tabled));
  return [...spoken, ...tabled, ...told].sort((one, other) => one.line - other.line);
}

/** A paragraph of a document in which nobody is named, or only in a table. */
function unspoken({ line, text: words }: Paragraph, tabled: readonly Turn[]): Turn {
  const [text, first] = [words.trim(), tabled[0]];
  if (first && line < first.line) return { line, speaker: null, text, out: BEFORE };
  return first && isRemark({ text, isFirst: true })
    ? { line, speaker: null, text, out: REMARK }
    : { line, speaker: null, text };
}

/** Null where nobody is named. `tabled` is the line of the first turn that stands in a table, or null. */
function turnsOfFlows(flows: readonly Flow[], tabled: number | null): Turn[] | null {
  const timed = withTurns(flows.map(withHeads));
  const names = countNames(flows);
  const begins = (first: number) => Math.min(first, tabled ?? Infinity);
  if (areTimed(timed, names)) {
    const first = begins(timed.reduce((least, flow) => Math.min(least, firstHead(flow)), Infinity));
    return timed.flatMap((flow) => timedTurns(flow, first));
  }
  if (names === 0) return null;
  const known = speakersOf(flows);
  const first = begins(firstName(flows));
  return flows.flatMap((flow) => namedTurns(flow, known, first));
}

/** A document of fewer lines than this may be one turn. */
const SHORT = 12;

/**
 * Whether heads with times begin the turns: there are several, words follow most of them, and no more lines begin with
 * names alone. Times without names are rarer in other documents, and need be no fewer than one in four lines.
 */
function areTimed(flows: readonly TimedFlow[], names: number): boolean {
  const lines = flows.reduce((sum, flow) => sum + flow.lines.length, 0);
  const heads = flows.flatMap((flow) => flow.heads);
  const filled = flows.reduce((sum, flow) => sum + headsWithWords(flow), 0);
  const named = heads.filter(({ speaker }) => speaker !== null).length;
  if (filled * 2 < heads.length) return false;
  if (named >= 2 || (named === 1 && lines <= SHORT)) return named >= names;
  return names === 0 && heads.length >= 2 && heads.length * 4 >= lines;
}

function headsWithWords({ lines, heads }: TimedFlow): number {
  const taken = new Set(heads.map(({ at }) => at));
  return heads.filter(
    ({ at, length, text }) => text !== "" || (at + length < lines.length && !taken.has(at + length)),
  ).length;
}
