import type { Words } from "./span-words";

/**
 * A piece of a contribution's text under the same marks: `lanes[n]` is the index of the mark in lane n, or
 * null.
 */
export type Piece = Words & { lanes: (number | null)[] };

/**
 * Splits a text of `length` code points where marks begin and end, so that marks which overlap can be drawn
 * one below the other. Each mark keeps one lane, no two in a lane overlap, and longer ones are nearer the
 * words. The pieces are the whole text in order; a text without marks is one piece. `cuts` are further places
 * to split at.
 */
export function spanPieces(length: number, marks: readonly Words[], cuts: readonly number[] = []): Piece[] {
  const laneOf = assignLanes(marks);
  const count = Math.max(0, ...laneOf.map((lane) => lane + 1));
  const places = [0, length, ...cuts, ...marks.flatMap(({ start, end }) => [start, end])]
    .filter((at) => at >= 0 && at <= length)
    .sort((a, b) => a - b);
  const pieces: Piece[] = [];
  for (const [index, start] of places.entries()) {
    const end = places[index + 1];
    if (end === undefined || end === start) continue;
    const lanes = Array<number | null>(count).fill(null);
    marks.forEach((mark, at) => {
      const lane = laneOf[at];
      if (lane !== undefined && mark.start <= start && mark.end >= end) lanes[lane] = at;
    });
    pieces.push({ start, end, lanes });
  }
  return pieces;
}

/**
 * Mark to lane: the longest first, each in the first lane that is free over its words (greedy interval
 * partitioning).
 */
function assignLanes(marks: readonly Words[]): number[] {
  const order = marks.map((_, index) => index).sort((a, b) => size(marks[b]) - size(marks[a]) || a - b);
  const lanes: Words[][] = [];
  const laneOf = Array<number>(marks.length).fill(0);
  for (const index of order) {
    const mark = marks[index];
    if (!mark) continue;
    const free = lanes.findIndex((lane) => lane.every((other) => !overlap(other, mark)));
    const lane = free === -1 ? lanes.push([]) - 1 : free;
    lanes[lane]?.push(mark);
    laneOf[index] = lane;
  }
  return laneOf;
}

function size(mark: Words | undefined): number {
  return mark ? mark.end - mark.start : 0;
}

function overlap(one: Words, other: Words): boolean {
  return one.start < other.end && other.start < one.end;
}
