import { expect, test } from "vitest";
import { fasterThanLength } from "@/tests/support/text-work/growth";

const inTurn = (times: number[]) => () => times.shift() ?? 0;
const always = (time: number) => () => time;

test("work that takes a hundred times as long as its parts is found, however often it is measured", async () => {
  expect(await fasterThanLength(always(1000), always(10))).toBe(
    "one text takes 1000 ms, and its hundred parts 10.0",
  );
});

test("linear work is not, nor what is too short to say, nor what was slow once", async () => {
  expect(await fasterThanLength(always(1000), always(900))).toBeNull();
  expect(await fasterThanLength(always(9), always(1))).toBeNull();
  expect(await fasterThanLength(inTurn([1000, 120]), always(13))).toBeNull();
  expect(await fasterThanLength(inTurn([1000, 3]), always(1))).toBeNull();
});
