import { expect, test } from "vitest";
import { drawOf, offeredSize, stratumOf, stratumParts, widthWords } from "./round-sample";

const roundtableId = "0190a000-0000-7000-8000-000000000001";

test("a stratum is named by its roundtable and what is known of the speaker", () => {
  const named = (value: string | null) => stratumOf({ id: "", roundtableId, value }, "role");
  expect(stratumParts(named("head of year or phase"))).toEqual({
    roundtableId,
    value: "head of year or phase",
  });
  expect(stratumParts(named(null))).toEqual({ roundtableId, value: null });
  expect(stratumOf({ id: "", roundtableId, value: "SENCO" }, null)).toBe(roundtableId);
  expect(stratumParts(roundtableId)).toEqual({ roundtableId, value: null });
});

test("a draw from one roundtable is not in proportion to roundtables", () => {
  const sampling = { size: 1, population: 1, strata: [], halfWidth: 0, expectedAgreement: 0.8 };
  expect(drawOf({ ...sampling, roundtableIds: [roundtableId], stratifyBy: null }).by).toEqual([]);
  expect(drawOf({ ...sampling, roundtableIds: ["a", "b"], stratifyBy: "role" }).by).toEqual([
    "roundtable",
    "role",
  ]);
});

test("a draw represents the strata from which any contribution was drawn, and their roundtables", () => {
  const strata = [
    { stratum: "a SENCO", contributions: 30, drawn: 2 },
    { stratum: "a ", contributions: 10, drawn: 1 },
    { stratum: "b SENCO", contributions: 9, drawn: 1 },
    { stratum: "c ", contributions: 1, drawn: 0 },
  ];
  const sampling = { size: 4, population: 50, strata, halfWidth: 0, expectedAgreement: 0.8 };
  expect(drawOf({ ...sampling, roundtableIds: ["a", "b", "c"], stratifyBy: "role" })).toEqual({
    contributions: 4,
    population: 50,
    represented: 49,
    roundtables: 2,
    by: ["roundtable", "role"],
  });
});

test("the width that a size will give is in percentage points, and narrows with the size", () => {
  const [first, second] = widthWords(60, 400);
  expect(first).toBe(
    "With 60 of 400 contributions, if two coders agree on 80% of them, the 95% interval is about 9 percentage points either side.",
  );
  expect(second).toBe(
    "For a theme on one contribution in ten, the interval for kappa is about 0.31 either side.",
  );
  expect(widthWords(400, 400)[0]).toContain("no sampling error");
  expect(widthWords(399, 400)[0]).toContain("less than 1 percentage point");
});

test("the default size reaches ten points, or takes all the contributions there are", () => {
  expect(widthWords(offeredSize(400), 400)[0]).toContain("about 10 percentage points");
  expect(offeredSize(2)).toBe(2);
});
