import { expect, test } from "vitest";
import { alphaReading, conventionWords } from "./convention-words";

test("a figure of agreement is read by Krippendorff’s limits, each of which belongs to the better side", () => {
  expect([0.8, 0.799, 0.667, 0.666, -0.2].map(alphaReading)).toEqual([
    "good",
    "enough for tentative conclusions",
    "enough for tentative conclusions",
    "not reliable enough",
    "not reliable enough",
  ]);
});

test("in a sentence the limit is named, and that it is a convention", () => {
  expect(conventionWords(0.662)).toBe(
    "By a convention of the field (Krippendorff 2004), that is not reliable enough to draw conclusions from: it is below 0.667.",
  );
});
