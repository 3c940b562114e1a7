import { expect, test } from "vitest";
import { makeSittings, SITTING_MS } from "./sitting";

test("a key lasts one sitting from its first reading, however often it is asked for", () => {
  const sittings = makeSittings();
  sittings.add("ada", 1000);
  expect(sittings.has("ada", 1000)).toBe(true);
  expect(sittings.has("ada", 1000 + SITTING_MS - 1)).toBe(true);
  expect(sittings.has("ada", 1000 + SITTING_MS)).toBe(false);
  expect(sittings.has("bob", 1000)).toBe(false);
});

test("a key that is added again begins a sitting", () => {
  const sittings = makeSittings();
  sittings.add("ada", 0);
  sittings.add("ada", SITTING_MS);
  expect(sittings.has("ada", SITTING_MS + 1)).toBe(true);
});

test("keys whose sitting is over are forgotten", () => {
  const sittings = makeSittings();
  for (let n = 0; n < 100; n++) sittings.add(`old ${n}`, n);
  sittings.add("new", SITTING_MS + 1000);
  expect(sittings.size()).toBe(1);
});

test("more readings than there is room for take no more room, and the oldest is forgotten", () => {
  const sittings = makeSittings(100);
  for (let n = 0; n < 10_000; n++) sittings.add(`reading ${n}`, n);
  expect(sittings.size()).toBe(100);
  expect(sittings.has("reading 9900", 10_000)).toBe(true);
  expect(sittings.has("reading 9899", 10_000)).toBe(false);
});
