import { readPrefix } from "@/lib/capture/import/reading/speech";
import { codePointLength } from "@/lib/platform/text/code-points";
import type { KnownContribution, Piece, PlacedContribution } from "./placed-contribution";
import { digestsIn } from "./row-digests";

/** The contributions of a roundtable as one kind of file contains them, in its order. */
export type SaidContributions = { roundtableId: string; contributions: readonly KnownContribution[] };

/** A row that is not blank, without the spaces around it; code points. */
type Row = { text: string; start: number; end: number };
/** Contributions with the same words, in order. */
type SameWords = {
  rows: readonly Row[];
  /** Of the rows after the first. */
  digest: number;
  contributions: readonly { contribution: KnownContribution; place: number }[];
};
/** Those whose words begin with a row, the longest first. */
type Index = ReadonlyMap<string, readonly SameWords[]>;

/**
 * Finds the review's contributions in texts by their words, for files in which another program replaced the
 * identifiers. A text belongs to a roundtable where at least half of its rows are contributions of that
 * roundtable. Its contributions are found once each: as a row, with or without a speaker in front, as texts
 * are exported here and read on import.
 */
export function contributionFinder(said: readonly SaidContributions[]) {
  const indexes = said.map(({ roundtableId, contributions }) => ({
    roundtableId,
    index: indexOf(contributions),
  }));
  return (text: string, placed: readonly PlacedContribution[]): PlacedContribution[] => {
    const rows = rowsOf(text);
    const free = freeRows(rows, placed);
    const known = new Set(placed.map(({ contribution }) => contribution.id));
    const among = new Set(placed.map(({ contribution }) => contribution.roundtableId));
    let best: Found = { contributions: [], rows: 0, inOrder: 0 };
    for (const { roundtableId, index } of indexes) {
      if (among.size > 0 && !among.has(roundtableId)) continue;
      const found = findIn(free, index, known);
      if (found.rows > best.rows || (found.rows === best.rows && found.inOrder > best.inOrder)) best = found;
    }
    // Short words, such as "Yes.", occur in any text.
    return among.size > 0 || best.rows * 2 >= rows.length ? best.contributions : [];
  };
}

/** The rows that none of these contributions is on. Both are read once, in order. */
function freeRows(rows: readonly Row[], placed: readonly PlacedContribution[]): Row[] {
  const inOrder = [...placed].sort((a, b) => a.start - b.start);
  let next = 0;
  let takenUntil = 0;
  return rows.filter((row) => {
    for (let one = inOrder[next]; one && one.start < row.end; one = inOrder[++next])
      takenUntil = Math.max(takenUntil, one.end);
    return takenUntil <= row.start;
  });
}

/**
 * `inOrder` counts contributions that follow each other as at the roundtable; it decides the order of
 * contributions with the same words.
 */
type Found = { contributions: PlacedContribution[]; rows: number; inOrder: number };

function findIn(rows: readonly Row[], index: Index, known: ReadonlySet<string>): Found {
  const found: Found = { contributions: [], rows: 0, inOrder: 0 };
  const taken = new Map<SameWords, number>();
  const digestOf = digestsIn(rows.map(({ text }) => text));
  let before = -1;
  for (let at = 0; at < rows.length; at++) {
    for (const { same, first } of candidates(rows, at, index)) {
      let next = taken.get(same) ?? 0;
      while (known.has(same.contributions[next]?.contribution.id ?? "")) next++;
      taken.set(same, next);
      const one = same.contributions[next];
      // Comparing digests takes no longer for many rows; the rows themselves are compared only where they agree.
      const size = same.rows.length;
      if (!one || digestOf(at + 1, at + size) !== same.digest || !agree(same.rows, rows, at)) continue;
      taken.set(same, next + 1);
      found.contributions.push(
        placedOn(one.contribution, same.rows, [first, ...rows.slice(at + 1, at + size)]),
      );
      found.rows += size;
      if (one.place > before) found.inOrder++;
      before = one.place;
      at += size - 1;
      break;
    }
  }
  return found;
}

/** Whether the rows from `at` have these words; the first one was compared, without a name in front of it. */
function agree(words: readonly Row[], rows: readonly Row[], at: number): boolean {
  return words.every(({ text }, n) => n === 0 || rows[at + n]?.text === text);
}

/** The contributions whose first row it may be, with the part of the row that is words. */
function* candidates(rows: readonly Row[], at: number, index: Index) {
  const row = rows[at];
  if (!row) return;
  for (const words of wordsIn(row.text)) {
    const first = { text: words, start: row.end - codePointLength(words), end: row.end };
    for (const same of index.get(words) ?? []) yield { same, first };
  }
}

/** The row as it is, and without the name in front of it. */
function wordsIn(row: string): Set<string> {
  const called = /^[^:]{1,120}:(?=\s)/u.exec(row)?.[0] ?? "";
  return new Set([row, readPrefix(row)?.text ?? row, row.slice(called.length).trimStart()]);
}

function placedOn(
  contribution: KnownContribution,
  words: readonly Row[],
  rows: readonly Row[],
): PlacedContribution {
  const pieces = rows.map(({ start, end }, n): Piece => ({ start, end, at: words[n]?.start ?? 0 }));
  return { contribution, pieces, start: pieces[0]?.start ?? 0, end: pieces.at(-1)?.end ?? 0, same: true };
}

function indexOf(contributions: readonly KnownContribution[]): Index {
  const byWords = new Map<
    string,
    { rows: Row[]; digest: number; contributions: { contribution: KnownContribution; place: number }[] }
  >();
  for (const [place, contribution] of contributions.entries()) {
    const rows = rowsOf(contribution.words);
    const words = rows.map(({ text }) => text).join("\n");
    const digest = digestsIn(rows.map(({ text }) => text))(1, rows.length);
    const same = byWords.get(words) ?? { rows, digest, contributions: [] };
    byWords.set(words, same);
    same.contributions.push({ contribution, place });
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
