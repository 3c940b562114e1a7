import { describe, expect, test } from "vitest";
import { krippendorffAlpha } from "./krippendorff-alpha";
import { masi, masiDistance, ordinal } from "./metric";
import { valueOf } from "./statistic";

const set = (...codes: string[]) => new Set(codes);

describe("MASI distance", () => {
  test.each([
    ["equal", set("a", "b"), set("b", "a"), 0],
    ["both empty", set(), set(), 0],
    ["one within the other", set("a"), set("a", "b"), 1 - (1 / 2) * (2 / 3)],
    ["overlapping", set("a", "b"), set("b", "c"), 1 - (1 / 3) * (1 / 3)],
    ["nothing shared", set("a"), set("b"), 1],
    ["one empty", set(), set("b"), 1],
  ])("%s", (_, one, other, distance) => {
    expect(masiDistance(one, other)).toBeCloseTo(distance, 12);
    expect(masiDistance(other, one)).toBeCloseTo(distance, 12);
  });
});

test("alpha with MASI, calculated by hand", () => {
  // {a} three times and {a,b} once: within, 2/3 twice; expected, 2 × 3 × 1 × 2/3; n - 1 = 3.
  const units = [
    [set("a"), set("a", "b")],
    [set("a"), set("a")],
  ];
  expect(valueOf(krippendorffAlpha(units, masi))).toBeCloseTo(1 - (3 * (4 / 3)) / 4, 12);
});

test("sets that overlap cost less than disjoint ones", () => {
  const alpha = (other: ReadonlySet<string>) =>
    valueOf(
      krippendorffAlpha(
        [
          [set("a", "b"), other],
          [set("a"), set("a")],
          [set("c"), set("c")],
        ],
        masi,
      ),
    ) ?? 0;
  expect(alpha(set("a"))).toBeGreaterThan(alpha(set("c")));
});

describe("ordinal distance", () => {
  test("is the squared number of ranks between two codes, in any order of the codes", () => {
    // Given 2, 4 and 6 times: the midpoints of their ranks are 1, 4 and 9.
    expect([...ordinal.distances([1, 2, 3], [2, 4, 6])]).toEqual([0, 9, 64, 9, 0, 25, 64, 25, 0]);
    expect([...ordinal.distances([3, 1], [6, 2])]).toEqual([0, 16, 16, 0]);
  });

  test("any numbers in the same or the reverse order give the same alpha", () => {
    const units = [
      [1, 1, 2],
      [2, 3, null],
      [3, 3, 3],
      [1, 2, 1],
      [4, 4, 3],
    ];
    const alpha = (rank: (code: number) => number) =>
      valueOf(
        krippendorffAlpha(
          units.map((unit) => unit.map((code) => (code === null ? null : rank(code)))),
          ordinal,
        ),
      );
    const plain = alpha((code) => code) ?? 0;
    expect(alpha((code) => code ** 3)).toBeCloseTo(plain, 12);
    expect(alpha((code) => -code)).toBeCloseTo(plain, 12);
  });
});
