import type { Mask, StoredContribution } from "@/lib/capture/contribution/contribution";
import { codePointLength } from "@/lib/platform/text/code-points";
import type { Span } from "@/lib/tag/coding/span";
import { unmaskedSpan } from "./masked-span";
import type { ExchangeSelection, ExchangeSource } from "./file/project";

/**
 * A contribution of the review as a file contains it: `words` are the exported ones, masked in a file to
 * share.
 */
export type KnownContribution = Pick<StoredContribution, "id" | "roundtableId" | "revision"> & {
  words: string;
  masks: readonly Mask[] | null;
};

/**
 * Where some words of a contribution are in a text; `at` is where they begin in the contribution. Code
 * points, end exclusive.
 */
export type Piece = { start: number; end: number; at: number };
/** A contribution in a text, from its first piece to its last, and whether its words are unchanged. */
export type PlacedContribution = {
  contribution: KnownContribution;
  pieces: Piece[];
  start: number;
  end: number;
  same: boolean;
};

/** The contributions that a text's own passages are, by identifier. */
export function contributionsByGuid(
  { text, selections }: ExchangeSource,
  known: ReadonlyMap<string, KnownContribution>,
): PlacedContribution[] {
  let points: string[] | null = null;
  return selections.flatMap(({ guid, start, end }): PlacedContribution[] => {
    const contribution = known.get(guid);
    if (!contribution) return [];
    const long = end - start === codePointLength(contribution.words);
    if (text !== null && long) points ??= Array.from(text);
    const same = long && (points === null || points.slice(start, end).join("") === contribution.words);
    return [{ contribution, pieces: [{ start, end, at: 0 }], start, end, same }];
  });
}

type Place = { contribution: KnownContribution; span: Span | null };

/**
 * The contributions that a passage covers, in order, with the words of each; no span where the contribution
 * has changed meanwhile.
 */
export function placesOf(
  { start, end }: ExchangeSelection,
  contributions: readonly PlacedContribution[],
): Place[] {
  const places: Place[] = [];
  for (let at = firstAfter(contributions, start); at < contributions.length; at++) {
    const placed = contributions[at];
    if (!placed || placed.start >= end) break;
    const { contribution, pieces, same } = placed;
    const touched = pieces.filter((piece) => piece.start < end && start < piece.end);
    const [first, last] = [touched[0], touched.at(-1)];
    if (!first || !last) continue;
    if (start <= placed.start && end >= placed.end)
      places.push({ contribution, span: { spanStart: null, spanEnd: null } });
    else if (!same) places.push({ contribution, span: null });
    else {
      const words = {
        start: first.at + Math.max(start - first.start, 0),
        end: last.at + Math.min(end, last.end) - last.start,
      };
      const said = contribution.masks ? unmaskedSpan(words, contribution.masks) : words;
      places.push({ contribution, span: { spanStart: said.start, spanEnd: said.end } });
    }
  }
  return places;
}

/** The first contribution that ends after the position: contributions follow one another. */
function firstAfter(contributions: readonly PlacedContribution[], position: number): number {
  let low = 0;
  let high = contributions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((contributions[middle]?.end ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return low;
}
