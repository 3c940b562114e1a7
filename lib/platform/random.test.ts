import { describe, expect, it } from "vitest";
import { seededRandom } from "./random";

function series(seed: number, length: number): number[] {
  const random = seededRandom(seed);
  return Array.from({ length }, random);
}

describe("the seeded generator", () => {
  it("gives the same series for the same seed, and another for another", () => {
    expect(series(4, 20)).toEqual(series(4, 20));
    expect(series(4, 20)).not.toEqual(series(5, 20));
  });

  it("stays from 0 up to but not including 1, and fills it evenly", () => {
    const counts = new Array<number>(10).fill(0);
    for (const value of series(1, 20_000)) {
      const tenth = Math.floor(value * 10);
      counts[tenth] = (counts[tenth] ?? 0) + 1;
    }
    // A value outside the range would have made an eleventh count.
    expect(Object.keys(counts)).toHaveLength(10);
    for (const count of counts) expect(Math.abs(count - 2000)).toBeLessThan(200);
  });
});
