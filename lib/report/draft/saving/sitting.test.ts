import { expect, test } from "vitest";
import { sittingsOf, type Save } from "./sitting";

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 29, 10, minutes));
const save = (blockId: string, revision: number, minutes: number, by = "ann"): Save => ({
  blockId,
  revision,
  at: at(minutes),
  by,
});

test("what one person saves in a block without a long pause is one entry", () => {
  const saves = [save("a", 1, 0), save("a", 2, 1), save("b", 1, 2), save("a", 3, 11)];
  expect(sittingsOf(saves)).toEqual([
    { blockId: "a", by: "ann", from: at(0), until: at(11), first: 1, last: 3, saves: 3 },
    { blockId: "b", by: "ann", from: at(2), until: at(2), first: 1, last: 1, saves: 1 },
  ]);
});

test("a pause of more than ten minutes and somebody else's words each begin another", () => {
  const saves = [save("a", 1, 0), save("a", 2, 11), save("a", 3, 12, "bob"), save("a", 4, 13)];
  expect(sittingsOf(saves).map(({ by, first, last }) => [by, first, last])).toEqual([
    ["ann", 4, 4],
    ["bob", 3, 3],
    ["ann", 2, 2],
    ["ann", 1, 1],
  ]);
});
