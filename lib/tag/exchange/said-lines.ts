import { readPrefix } from "@/lib/capture/import/reading/speech";
import { codePointLength } from "@/lib/platform/text";
import type { KnownLine, Piece, PlacedLine } from "./placed-line";

/** The lines of a roundtable as one kind of file has them, in the order of that file. */
export type SaidLines = { roundtableId: string; lines: readonly KnownLine[] };

/** A row that is not blank, without the spaces around it; code points. */
type Row = { text: string; start: number; end: number };
/** Lines that say the same, in their order. */
type SameWords = { rows: readonly Row[]; lines: readonly { line: KnownLine; place: number }[] };
/** Those whose words begin with a row, the longest first. */
type Index = ReadonlyMap<string, readonly SameWords[]>;

/**
 * Finds the review's lines in texts by their words, for files whose identifiers are another program's own. A text
 * is a roundtable's where at least half of its rows are lines of that roundtable, and its lines stand there once
 * each: a row of their own, with or without a speaker in front, as texts are written here and read on import.
 */
export function lineFinder(said: readonly SaidLines[]) {
  const indexes = said.map(({ roundtableId, lines }) => ({ roundtableId, index: indexOf(lines) }));
  return (text: string, placed: readonly PlacedLine[]): PlacedLine[] => {
    const rows = rowsOf(text);
    const free = rows.filter((row) => !placed.some((one) => one.start < row.end && row.start < one.end));
    const known = new Set(placed.map(({ line }) => line.id));
    const among = new Set(placed.map(({ line }) => line.roundtableId));
    let best: Found = { lines: [], rows: 0, inOrder: 0 };
    for (const { roundtableId, index } of indexes) {
      if (among.size > 0 && !among.has(roundtableId)) continue;
      const found = findIn(free, index, known);
      if (found.rows > best.rows || (found.rows === best.rows && found.inOrder > best.inOrder)) best = found;
    }
    // Short words, such as "Yes.", stand in any text.
    return among.size > 0 || best.rows * 2 >= rows.length ? best.lines : [];
  };
}

/** `inOrder` counts lines that follow each other as in the roundtable: it tells the order of lines that say the same. */
type Found = { lines: PlacedLine[]; rows: number; inOrder: number };

function findIn(rows: readonly Row[], index: Index, known: ReadonlySet<string>): Found {
  const found: Found = { lines: [], rows: 0, inOrder: 0 };
  const taken = new Map<SameWords, number>();
  let before = -1;
  for (let at = 0; at < rows.length; at++) {
    for (const { same, first } of candidates(rows, at, index)) {
      let next = taken.get(same) ?? 0;
      while (known.has(same.lines[next]?.line.id ?? "")) next++;
      const one = same.lines[next];
      if (!one) continue;
      taken.set(same, next + 1);
      found.lines.push(placedOn(one.line, same.rows, [first, ...rows.slice(at + 1, at + same.rows.length)]));
      found.rows += same.rows.length;
      if (one.place > before) found.inOrder++;
      before = one.place;
      at += same.rows.length - 1;
      break;
    }
  }
  return found;
}

/** What may stand at a row, with the part of the row that is words. */
function* candidates(rows: readonly Row[], at: number, index: Index) {
  const row = rows[at];
  if (!row) return;
  for (const words of wordsIn(row.text)) {
    const first = { text: words, start: row.end - codePointLength(words), end: row.end };
    for (const same of index.get(words) ?? [])
      if (same.rows.every(({ text }, n) => n === 0 || rows[at + n]?.text === text)) yield { same, first };
  }
}

/** The row as it is, and without who is named in front of it. */
function wordsIn(row: string): Set<string> {
  const afterColon = /^[^:]{1,120}:\s+(.+)$/su.exec(row)?.[1];
  return new Set([row, readPrefix(row)?.text ?? row, afterColon ?? row]);
}

function placedOn(line: KnownLine, words: readonly Row[], rows: readonly Row[]): PlacedLine {
  const pieces = rows.map(({ start, end }, n): Piece => ({ start, end, at: words[n]?.start ?? 0 }));
  return { line, pieces, start: pieces[0]?.start ?? 0, end: pieces.at(-1)?.end ?? 0, same: true };
}

function indexOf(lines: readonly KnownLine[]): Index {
  const byWords = new Map<string, { rows: Row[]; lines: { line: KnownLine; place: number }[] }>();
  for (const [place, line] of lines.entries()) {
    const rows = rowsOf(line.words);
    const words = rows.map(({ text }) => text).join("\n");
    const same = byWords.get(words) ?? { rows, lines: [] };
    byWords.set(words, same);
    same.lines.push({ line, place });
  }
  const index = new Map<string, SameWords[]>();
  for (const same of [...byWords.values()].sort((a, b) => b.rows.length - a.rows.length)) {
    const [first] = same.rows;
    if (!first) continue;
    const beginning = index.get(first.text) ?? [];
    index.set(first.text, beginning);
    beginning.push(same);
  }
  return index;
}

function rowsOf(text: string): Row[] {
  const rows: Row[] = [];
  let at = 0;
  for (const row of text.split("\n")) {
    const words = row.trim();
    const start = at + codePointLength(row.slice(0, row.length - row.trimStart().length));
    if (words !== "") rows.push({ text: words, start, end: start + codePointLength(words) });
    at += codePointLength(row) + 1;
  }
  return rows;
}
