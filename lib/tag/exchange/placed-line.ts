import type { Mask } from "@/lib/capture/contribution/contribution";
import { codePointLength } from "@/lib/platform/text";
import type { Span } from "@/lib/tag/coding/span";
import { unmaskedSpan } from "./masked-span";
import type { ExchangeSelection, ExchangeSource } from "./file/project";

/** A line of the review as a file has it: `words` are what was exported, masked where the file was one to share. */
export type KnownLine = {
  id: string;
  roundtableId: string;
  revision: number;
  words: string;
  masks: readonly Mask[] | null;
};

/** Where some words of a line stand in a text; `at` is where they begin in the line. Code points, end exclusive. */
export type Piece = { start: number; end: number; at: number };
/** A line in a text, from its first piece to its last, and whether it still says the same. */
export type PlacedLine = { line: KnownLine; pieces: Piece[]; start: number; end: number; same: boolean };

/** The lines that a text's own passages are, by their identifiers. */
export function linesByGuid(
  { text, selections }: ExchangeSource,
  known: ReadonlyMap<string, KnownLine>,
): PlacedLine[] {
  let points: string[] | null = null;
  return selections.flatMap(({ guid, start, end }): PlacedLine[] => {
    const line = known.get(guid);
    if (!line) return [];
    const long = end - start === codePointLength(line.words);
    if (text !== null && long) points ??= Array.from(text);
    const same = long && (points === null || points.slice(start, end).join("") === line.words);
    return [{ line, pieces: [{ start, end, at: 0 }], start, end, same }];
  });
}

type Place = { line: KnownLine; span: Span | null };

/** The lines, in their order, that a passage is on, with the words of each; no span where the line has changed meanwhile. */
export function placesOf({ start, end }: ExchangeSelection, lines: readonly PlacedLine[]): Place[] {
  const places: Place[] = [];
  for (let at = firstAfter(lines, start); at < lines.length; at++) {
    const placed = lines[at];
    if (!placed || placed.start >= end) break;
    const { line, pieces, same } = placed;
    const touched = pieces.filter((piece) => piece.start < end && start < piece.end);
    const [first, last] = [touched[0], touched.at(-1)];
    if (!first || !last) continue;
    if (start <= placed.start && end >= placed.end)
      places.push({ line, span: { spanStart: null, spanEnd: null } });
    else if (!same) places.push({ line, span: null });
    else {
      const words = {
        start: first.at + Math.max(start - first.start, 0),
        end: last.at + Math.min(end, last.end) - last.start,
      };
      const said = line.masks ? unmaskedSpan(words, line.masks) : words;
      places.push({ line, span: { spanStart: said.start, spanEnd: said.end } });
    }
  }
  return places;
}

/** The first line that ends after the position: lines follow one another. */
function firstAfter(lines: readonly PlacedLine[], position: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.end ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return low;
}
