import { expect, test } from "vitest";
import { linkFor } from "./matrix-keys";

const links = [
  { row: 0, column: 0 },
  { row: 0, column: 3 },
  { row: 0, column: 1 },
  { row: 2, column: 0 },
];

test.each([
  ["ArrowRight", { row: 0, column: 0 }, 2],
  ["ArrowRight", { row: 0, column: 1 }, 1],
  ["ArrowRight", { row: 0, column: 3 }, null],
  ["ArrowLeft", { row: 0, column: 3 }, 2],
  ["ArrowDown", { row: 0, column: 0 }, 3],
  ["ArrowUp", { row: 2, column: 0 }, 0],
  ["ArrowDown", { row: 0, column: 1 }, null],
  ["Enter", { row: 0, column: 0 }, null],
])("%s from %j goes to the nearest cell with something in it", (key, from, to) => {
  expect(linkFor(key, from, links)).toBe(to);
});
