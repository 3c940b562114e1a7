import { expect, test } from "vitest";
import { publishCount } from "../published-count";
import { byDivision, bySides, largerSide, sidesInWords } from "./sides";

const sides = (supports: number, contradicts: number) => ({
  supports: publishCount(supports, 40, 5),
  contradicts: publishCount(contradicts, 40, 5),
});

test("what is nearest to an even split stands first, and counts that are told alike are equal", () => {
  const sorted = [sides(10, 2), sides(20, 5), sides(5, 1), sides(10, 10), sides(3, 2)].sort(byDivision);
  expect(sorted.map(sidesInWords)).toEqual([
    "About 10 said so, about 10 saw it differently",
    "A few said so, a few saw it differently",
    "About 20 said so, about 5 saw it differently",
    "About 5 said so, a few saw it differently",
    "About 10 said so, a few saw it differently",
  ]);
  expect(byDivision(sides(1, 4), sides(4, 1))).toBe(0);
  expect(byDivision(sides(8, 1), sides(12, 4))).toBe(0);
});

test("a side is called the larger only where every count that the words stand for says so", () => {
  expect(largerSide(sides(5, 4))).toBe("More people said so.");
  expect(largerSide(sides(4, 5))).toBe("More people saw it differently.");
  expect(largerSide(sides(4, 1))).toBe("Either side may be the larger, or both may be equal.");
  expect(largerSide(sides(10, 11))).toMatch(/^Divided for certain\. Either side/);
});

test("findings stand together under the words of both sides", () => {
  const [first, second] = bySides([sides(4, 1), sides(1, 3), sides(5, 2)]);
  expect(first?.findings).toHaveLength(2);
  expect(second).toMatchObject({
    title: "About 5 said so, a few saw it differently",
    about: "More people said so.",
  });
});
