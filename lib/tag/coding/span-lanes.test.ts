import { describe, expect, test } from "vitest";
import { seededRandom } from "@/lib/platform/random";
import { spanPieces } from "./span-lanes";

const mark = (start: number, end: number) => ({ start, end });

test("a text without marks is one piece, and one without words is none", () => {
  expect(spanPieces(5, [])).toEqual([{ start: 0, end: 5, lanes: [] }]);
  expect(spanPieces(0, [])).toEqual([]);
});

test("marks that overlap get separate lanes, the longer nearer the words", () => {
  expect(spanPieces(10, [mark(4, 6), mark(2, 8)])).toEqual([
    { start: 0, end: 2, lanes: [null, null] },
    { start: 2, end: 4, lanes: [1, null] },
    { start: 4, end: 6, lanes: [1, 0] },
    { start: 6, end: 8, lanes: [1, null] },
    { start: 8, end: 10, lanes: [null, null] },
  ]);
});

test("marks one after the other share a lane", () => {
  expect(spanPieces(6, [mark(0, 3), mark(3, 6)]).map(({ lanes }) => lanes)).toEqual([[0], [1]]);
});

describe("for any marks", () => {
  const random = seededRandom(11);
  const turns = Array.from({ length: 200 }, () => {
    const length = 1 + Math.floor(random() * 30);
    const marks = Array.from({ length: Math.floor(random() * 7) }, () => {
      const start = Math.floor(random() * length);
      return mark(start, start + 1 + Math.floor(random() * (length - start)));
    });
    return { length, marks, pieces: spanPieces(length, marks) };
  });

  test("the pieces are the whole text, without gap or overlap", () => {
    for (const { length, pieces } of turns) {
      expect(pieces.at(0)?.start).toBe(0);
      expect(pieces.at(-1)?.end).toBe(length);
      pieces.forEach(({ end }, index) => expect(pieces[index + 1]?.start ?? length).toBe(end));
    }
  });

  test("every mark is in one lane over all its words, and nowhere else", () => {
    for (const { marks, pieces } of turns)
      marks.forEach(({ start, end }, index) => {
        const under = pieces.filter(({ lanes }) => lanes.includes(index));
        expect(under.at(0)?.start).toBe(start);
        expect(under.at(-1)?.end).toBe(end);
        expect(under.reduce((sum, piece) => sum + piece.end - piece.start, 0)).toBe(end - start);
        expect(new Set(under.map(({ lanes }) => lanes.indexOf(index))).size).toBe(1);
      });
  });
});
