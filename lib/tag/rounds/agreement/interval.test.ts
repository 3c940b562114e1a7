import { describe, expect, test } from "vitest";
import { estimate, resampled } from "./interval";
import { alphaSums, krippendorffAlpha } from "./krippendorff-alpha";
import { nominal } from "./metric";
import { percentSums } from "./percent-agreement";
import { drawResamples } from "./resample";
import { valueOf } from "./statistic";

/** Sixty contributions of thirteen speakers: two coders differ on every fifth. */
const UNITS = Array.from({ length: 60 }, (_, at) => [at % 2, at % 5 === 0 ? 1 - (at % 2) : at % 2]);
const SPEAKERS = UNITS.map((_, at) => `speaker ${at % 13}`);
const alpha = alphaSums(UNITS, nominal);

test("a resample is the statistic of the drawn contributions, a speaker's contributions together", () => {
  const weights = UNITS.map((_, at) => 1 + (at % 3));
  const resamples = drawResamples(SPEAKERS, { seed: 4, resamples: 3 });
  const values = resampled(alphaSums(UNITS, nominal, weights), resamples);
  resamples.draws.forEach((times, at) => {
    const drawn = UNITS.flatMap((unit, contribution) =>
      Array.from({ length: times[contribution % 13] ?? 0 }, () => ({
        unit,
        weight: weights[contribution] ?? 0,
      })),
    );
    const whole = krippendorffAlpha(
      drawn.map(({ unit }) => unit),
      nominal,
      drawn.map(({ weight }) => weight),
    );
    expect(values[at]).toBeCloseTo(valueOf(whole) ?? Number.NaN, 10);
  });
});

test("as many clusters are drawn as there are; a contribution without a speaker is its own cluster", () => {
  const { clusters, draws } = drawResamples(["a", null, "a", null, "b"], { seed: 1 });
  expect(clusters).toBe(4);
  expect(draws).toHaveLength(1000);
  expect(draws.every((times) => times.reduce((sum, drawn) => sum + drawn, 0) === 4)).toBe(true);
});

test("the interval contains the figure, and a seed repeats it", () => {
  const interval = (seed: number) => estimate(alpha, drawResamples(SPEAKERS, { seed })).interval;
  const first = interval(7);
  expect(interval(7)).toEqual(first);
  expect(interval(8)).not.toEqual(first);
  if ("undefined" in first) throw new Error(first.undefined);
  expect(first.lower).toBeLessThan(0.6);
  expect(first.upper).toBeGreaterThan(0.6);
  expect(first.upper).toBeLessThanOrEqual(1);
});

test("dependent contributions of one speaker make it wider", () => {
  const differs = (at: number) => Math.floor(at / 4) % 5 === 0;
  const units = UNITS.map((_, at) => [1, differs(at) ? 0 : 1]);
  const width = (speakers: (string | null)[]) => {
    const { interval } = estimate(percentSums(units), drawResamples(speakers, { seed: 2 }));
    return "undefined" in interval ? Number.NaN : interval.upper - interval.lower;
  };
  const together = units.map((_, at) => `speaker ${Math.floor(at / 4)}`);
  expect(width(together)).toBeGreaterThan(width(units.map(() => null)) * 1.5);
});

describe("no interval", () => {
  const interval = (units: number[][], speakers: (string | null)[]) =>
    estimate(alphaSums(units, nominal), drawResamples(speakers, { seed: 3 })).interval;
  const alone = UNITS.map(() => null);

  test("where the figure is undefined, or there is only one speaker", () => {
    expect(
      interval(
        UNITS.map(() => [0, 0]),
        alone,
      ),
    ).toMatchObject({ undefined: "one code" });
    expect(
      interval(
        UNITS,
        UNITS.map(() => "a"),
      ),
    ).toEqual({ undefined: "one speaker", undefinedResamples: 0 });
  });

  test("where the coders never differed", () => {
    const agreed = interval(
      UNITS.map(([first = 0]) => [first, first]),
      alone,
    );
    expect(agreed).toMatchObject({ undefined: "no variation" });
  });

  test("where all of a theme is in one contribution, and many resamples miss it", () => {
    const found = interval(
      UNITS.map((_, at) => [at === 0 ? 1 : 0, at === 0 ? 1 : 0]),
      alone,
    );
    expect(found).toMatchObject({ undefined: "often undefined" });
    // One resample in e leaves it out.
    expect(found.undefinedResamples / 1000).toBeCloseTo(Math.exp(-1), 1);
  });
});
