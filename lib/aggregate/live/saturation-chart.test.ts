import { expect, test } from "vitest";
import { saturationChart } from "./saturation-chart";

const SIZE = { width: 60, height: 30 };

test("a line has its ends and bends, and no point on the level between them", () => {
  const people = [["a"], ["a", "b"], ["a"], ["b"], ["a"], ["c"]];
  const { inOrder } = saturationChart(people, { curve: [] }, SIZE);
  expect(inOrder.map((point) => point.map(Math.round))).toEqual([
    [0, 30],
    [10, 20],
    [20, 10],
    [50, 10],
    [60, 0],
  ]);
});

test("a line does not grow with people who bring nothing new", () => {
  const people = [["a"], ...Array.from({ length: 5_000 }, () => ["a"])];
  expect(saturationChart(people, { curve: [] }, SIZE).inOrder).toHaveLength(3);
});
