import { expect, test } from "vitest";
import { isBehind, livePositionOf } from "./live-position";

test("a page is behind a stream that has announced more, or that belongs to another process", () => {
  expect(isBehind(livePositionOf("a", 9), livePositionOf("a", 10))).toBe(true);
  expect(isBehind(livePositionOf("a", 10), livePositionOf("a", 10))).toBe(false);
  expect(isBehind(livePositionOf("a", 11), livePositionOf("a", 10))).toBe(false);
  expect(isBehind(livePositionOf("a", 11), livePositionOf("b", 3))).toBe(true);
});
