import { describe, expect, test } from "vitest";
import { seededRandom } from "@/lib/platform/random";
import { cohenKappa } from "./cohen-kappa";
import { fleissKappa } from "./fleiss-kappa";
import type { Judgements } from "./judgements";
import { krippendorffAlpha } from "./krippendorff-alpha";
import { nominal } from "./metric";
import { percentAgreement } from "./percent-agreement";
import { valueOf, type Statistic } from "./statistic";

type Units = Judgements<number>;
const alpha = (units: Units, weights?: readonly number[]) => krippendorffAlpha(units, nominal, weights);
const STATISTICS = { percentAgreement, cohenKappa, fleissKappa, alpha };

/** `units` units that coders judge with three codes, agreeing more often than not. */
function judgements(seed: number, { units = 20, coders = 2, missing = 0 } = {}): Units {
  const random = seededRandom(seed);
  const code = () => Math.floor(random() * 3);
  return Array.from({ length: units }, () => {
    const truth = code();
    return Array.from({ length: coders }, () =>
      random() < missing ? null : random() < 0.6 ? truth : code(),
    );
  });
}

function repeated<T>(units: readonly T[], weights: readonly number[]): T[] {
  return units.flatMap((unit, at) => Array.from({ length: weights[at] ?? 1 }, () => unit));
}

const number = (statistic: Statistic) => valueOf(statistic) ?? Number.NaN;

/** Ten contributions: both coders 2, only the first 1, only the second 1, neither 6. */
const TEN: Units = [[1, 1], [1, 1], [1, 0], [0, 1], ...Array.from({ length: 6 }, () => [0, 0])];

test("percent agreement, kappa and alpha calculated by hand", () => {
  expect(number(percentAgreement(TEN))).toBeCloseTo(0.8, 12);
  // Pe = 0.3 × 0.3 + 0.7 × 0.7 = 0.58.
  expect(number(cohenKappa(TEN))).toBeCloseTo(0.22 / 0.42, 12);
  expect(number(fleissKappa(TEN))).toBeCloseTo(0.22 / 0.42, 12);
  // n = 20, 6 ones and 14 zeros; 4 coincidences of unlike codes; 2 × 6 × 14 = 168.
  expect(number(alpha(TEN))).toBeCloseTo(1 - (19 * 4) / 168, 12);
});

test("percent agreement with more coders is the mean share of pairs that agree", () => {
  expect(
    percentAgreement([
      [1, 1, 0],
      [1, 1, null],
      [0, null, null],
    ]),
  ).toEqual({ value: (1 / 3 + 1) / 2 });
});

test("kappa is below 0 where coders agree less than by chance", () => {
  expect(
    cohenKappa([
      [0, 1],
      [1, 0],
    ]),
  ).toEqual({ value: -1 });
});

describe.each(Object.entries(STATISTICS))("%s", (name, statistic) => {
  const coders = name === "cohenKappa" ? 2 : 3;
  const missing = name === "alpha" || name === "percentAgreement" ? 0.2 : 0;
  const samples = [1, 2, 3, 4, 5].map((seed) => judgements(seed, { coders, missing }));

  test("is 1 where all agree on more than one code", () => {
    expect(
      statistic([
        [0, 0],
        [1, 1],
        [2, 2],
      ]),
    ).toEqual({ value: 1 });
  });

  test("does not change with the order of the coders or of the units", () => {
    for (const units of samples) {
      const turned = units.map((unit) => [...unit].reverse());
      expect(number(statistic(turned))).toBeCloseTo(number(statistic(units)), 12);
      expect(number(statistic([...units].reverse()))).toBeCloseTo(number(statistic(units)), 12);
    }
  });

  test("does not change when codes are renamed", () => {
    for (const units of samples) {
      const renamed = units.map((unit) => unit.map((code) => (code === null ? null : 7 - code)));
      expect(number(statistic(renamed))).toBeCloseTo(number(statistic(units)), 12);
    }
  });

  test("does not change when every unit weighs the same", () => {
    for (const units of samples) {
      const weights = units.map(() => 3.7);
      expect(number(statistic(units, weights))).toBeCloseTo(number(statistic(units)), 12);
    }
  });

  test("treats an integer weight as that many repetitions", () => {
    for (const units of samples) {
      const weights = units.map((_, at) => 1 + (at % 4));
      const weighted = number(statistic(units, weights));
      const many = repeated(units, weights);
      const plain = number(statistic(many));
      if (name !== "alpha") {
        expect(weighted).toBeCloseTo(plain, 12);
        continue;
      }
      // Apart from the small-sample correction, which stays that of what was really read.
      const ratio = (rows: Units) => {
        const codes = rows
          .map((row) => row.filter((code) => code !== null).length)
          .filter((count) => count > 1);
        const n = codes.reduce((sum, count) => sum + count, 0);
        return (n - 1) / n;
      };
      expect((1 - weighted) / ratio(units)).toBeCloseTo((1 - plain) / ratio(many), 12);
    }
  });

  test("is undefined where no unit has two judgements", () => {
    expect(
      statistic([
        [1, null],
        [null, 2],
      ]),
    ).toEqual({ undefined: "no pairs" });
    expect(statistic([])).toEqual({ undefined: "no pairs" });
  });

  test("refuses weights that are missing, zero or not a number", () => {
    for (const weights of [[1], [1, 0], [1, Number.NaN]])
      expect(() =>
        statistic(
          [
            [1, 1],
            [0, 0],
          ],
          weights,
        ),
      ).toThrow(RangeError);
  });
});

describe("undefined", () => {
  test.each([cohenKappa, fleissKappa, alpha])("where all codes are the same", (statistic) => {
    expect(
      statistic([
        [1, 1],
        [1, 1],
      ]),
    ).toEqual({ undefined: "one code" });
  });

  test("Cohen's kappa of three coders, and Fleiss' with unequal numbers of judgements", () => {
    expect(cohenKappa([[1, 1, 0]])).toEqual({ undefined: "not two coders" });
    expect(
      fleissKappa([
        [1, 1, 0],
        [0, 0, null],
      ]),
    ).toEqual({ undefined: "unequal readings" });
  });
});

test("Cohen's kappa leaves out what only one coder judged, Fleiss' what nobody did", () => {
  expect(cohenKappa([...TEN, [1, null], [null, 0]])).toEqual(cohenKappa(TEN));
  expect(fleissKappa([...TEN, [null, null]])).toEqual(fleissKappa(TEN));
});

test("with every coder doubled they agree with themselves, so alpha rises", () => {
  const units = judgements(9, { coders: 2 });
  expect(number(alpha(units.map((unit) => [...unit, ...unit])))).toBeGreaterThan(number(alpha(units)));
});
