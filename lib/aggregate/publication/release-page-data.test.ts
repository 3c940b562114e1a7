import { expect, test } from "vitest";
import { cellInShort } from "./release-page-data";
import { heldBack, publishCount } from "./published-count";

test("a cell is tinted by its word of quantity, and not at all where it is none or not shown", () => {
  const cells = [0, 3, 6, 14, 20, 29].map((people) => cellInShort(publishCount(people, 29, 5)));
  expect(cells).toEqual([
    ["none", 0],
    ["a few", 1],
    ["about 5", 2],
    ["about 15", 4],
    ["about 20", 5],
    ["nearly all", 6],
  ]);
  expect(cellInShort(heldBack(29, 5))).toEqual(["not shown", 0]);
});
