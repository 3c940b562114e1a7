import { expect, test } from "vitest";
import { roundAgreement } from "./agreement/round-agreement";
import { StoredAgreement } from "./stored-agreement";

const theme = (n: number) => `0190a000-0000-7000-8000-00000000000${n}`;

test("figures are read as they were stored, undefined ones with their reasons", () => {
  const contributions = Array.from({ length: 12 }, (_, index) => ({
    speaker: index < 9 ? `speaker ${index % 4}` : null,
    weight: 1.5,
    readings: [new Set(index % 2 ? [theme(1)] : []), new Set(index % 3 ? [theme(1)] : []), null],
  }));
  const figures = roundAgreement({ themes: [theme(1), theme(2)], contributions }, { seed: 3 });
  const stored = { coderIds: [theme(7), theme(8), theme(9)], figures };
  expect(StoredAgreement.parse(JSON.parse(JSON.stringify(stored)))).toEqual(stored);
  expect(figures.represented).toBe(18);
  expect(figures.themes[1]?.kappa.statistic).toEqual({ undefined: "one code" });
});

test("figures stored before they gave the number of contributions they stand for are still read", () => {
  const { represented, ...earlier } = roundAgreement(
    { themes: [], contributions: [] },
    { seed: 3, resamples: 2 },
  );
  expect(represented).toBe(0);
  expect(StoredAgreement.parse({ coderIds: [], figures: earlier }).figures.represented).toBeNull();
});
