import { expect, test } from "vitest";
import { FinenessField, firstWording, usualStance } from "./proposed-group";
import { STATEMENT_LIMIT } from "@/lib/synthesise/finding/finding";

test("a first wording is the first sentence on one line, within the limit of a statement", () => {
  expect(firstWording("Cover costs\ntoo much")).toBe("Cover costs");
  expect(firstWording("Cover costs  too much. We stopped.")).toBe("Cover costs too much.");
  const long = firstWording("word ".repeat(100));
  expect(long).toHaveLength(STATEMENT_LIMIT);
  expect(long.endsWith("…")).toBe(true);
});

test("the stance is the most frequent one; of equals the first in order, and none where nobody set one", () => {
  expect(usualStance(["ask", "improvement", "ask"])).toBe("ask");
  expect(usualStance(["observation", "strength"])).toBe("strength");
  expect(usualStance([])).toBeUndefined();
});

test("an address that says nothing sensible gets the usual fineness", () => {
  for (const given of ["0", "6", "x", undefined, ["1", "2"], "2.5"])
    expect(FinenessField.parse(given)).toBe(3);
  expect(FinenessField.parse("5")).toBe(5);
});
