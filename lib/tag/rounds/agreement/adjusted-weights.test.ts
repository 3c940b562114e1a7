import { expect, test } from "vitest";
import { adjustedWeights } from "./adjusted-weights";
import { roundAgreement } from "./round-agreement";

type Readings = readonly [ReadonlySet<string> | null, ReadonlySet<string> | null];
const WITH = new Set(["coaching"]);
const WITHOUT = new Set<string>();

/** Eight contributions of the 80 at a roundtable, of which the second coder read the first `read`. */
function eight(stratum: string, [first, second]: Readings, read = 8) {
  return Array.from({ length: 8 }, (_, at) => ({
    stratum,
    speaker: `${stratum} ${at}`,
    weight: 10,
    readings: [first, at < read ? second : null],
  }));
}

const STRATA = new Map([
  ["a", 80],
  ["b", 80],
]);

function figuresOf(contributions: ReturnType<typeof eight>) {
  const weights = adjustedWeights(contributions, STRATA);
  const weighted = contributions.map((contribution, at) => ({ ...contribution, weight: weights[at] ?? 0 }));
  const figures = roundAgreement(
    { themes: ["coaching"], contributions: weighted },
    { seed: 1, resamples: 200 },
  );
  return { percent: figures.themes[0]?.percent.statistic, represented: figures.represented };
}

test("a roundtable that was read in part counts as much as one that was read whole", () => {
  const agreed = eight("a", [WITH, WITH]);
  const whole = figuresOf([...agreed, ...eight("b", [WITH, WITHOUT])]);
  expect(whole).toEqual({ percent: { value: expect.closeTo(0.5, 12) }, represented: 160 });
  expect(figuresOf([...agreed, ...eight("b", [WITH, WITHOUT], 2)])).toEqual(whole);
});

test("no other roundtable stands for one of which no contribution was read twice", () => {
  const contributions = [...eight("a", [WITH, WITH]), ...eight("b", [WITH, WITHOUT], 0)];
  expect(figuresOf(contributions)).toEqual({ percent: { value: 1 }, represented: 80 });
});

test("where all that was drawn was read, the weights are those of the draw", () => {
  const contributions = eight("a", [WITH, WITHOUT]);
  expect(adjustedWeights(contributions, STRATA)).toEqual(contributions.map(({ weight }) => weight));
});

test("what an erasure left of a group still counts for all of it", () => {
  const left = eight("b SENCO", [WITH, WITHOUT]).slice(3);
  expect(figuresOf([...eight("a", [WITH, WITH]), ...left])).toEqual({
    percent: { value: expect.closeTo(0.5, 12) },
    represented: 160,
  });
});
