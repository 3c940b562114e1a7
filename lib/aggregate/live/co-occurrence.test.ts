import { expect, test } from "vitest";
import { pairsShown, type Pair } from "./co-occurrence";

const theme = (slug: string) => ({ id: `id-${slug}`, slug, title: slug.toUpperCase() });
const pair = (first: string, second: string, both: number): Pair => ({
  first: theme(first),
  second: theme(second),
  both,
  either: 9,
  contributions: both,
  tint: 1,
});

test("pairs are shown in their order, with each theme once", () => {
  const { themes, pairs } = pairsShown([pair("b", "c", 5), pair("a", "b", 3)]);
  expect(themes).toEqual([
    ["b", "B"],
    ["c", "C"],
    ["a", "A"],
  ]);
  expect(pairs).toEqual([
    [0, 1, 5, 9, 5],
    [2, 0, 3, 9, 3],
  ]);
});
