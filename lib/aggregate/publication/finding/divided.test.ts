import { expect, test } from "vitest";
import { divisionOf, isDivided } from "./divided";
import { heldBack, intervalOf, publishCount } from "../published-count";

const sides = (supports: number, contradicts: number) => ({
  supports: publishCount(supports, 40, 5),
  contradicts: publishCount(contradicts, 40, 5),
});

const division = (one: number, other: number) => (2 * Math.min(one, other)) / (one + other);

test("the bounds of a division hold for all the counts that the figures may stand for, and are reached", () => {
  for (const [supports, contradicts] of [
    [15, 5],
    [5, 15],
    [10, 10],
    [12, 3],
    [3, 2],
    [38, 6],
  ] as const) {
    const finding = sides(supports, contradicts);
    const [a, b] = [intervalOf(finding.supports), intervalOf(finding.contradicts)];
    const all: number[] = [];
    for (let one = a.low; one <= a.high; one += 1)
      for (let other = b.low; other <= b.high; other += 1) all.push(division(one, other));
    expect(divisionOf(finding)).toEqual({ low: Math.min(...all), high: Math.max(...all) });
  }
});

test("opinion is divided only where the published figures say so", () => {
  expect(isDivided(sides(10, 10))).toBe(true);
  expect(isDivided(sides(10, 6))).toBe(true);
  expect(isDivided(sides(20, 5))).toBe(false);
  // One against four would not be divided, and a reader cannot rule it out.
  expect(isDivided(sides(4, 4))).toBe(false);
  expect(isDivided(sides(10, 0))).toBe(false);
  expect(isDivided({ supports: publishCount(10, 40, 5), contradicts: heldBack(40, 5) })).toBe(false);
});
