import { describe, expect, test } from "vitest";
import { fleissKappa } from "./fleiss-kappa";
import type { Judgements } from "./judgements";
import { krippendorffAlpha } from "./krippendorff-alpha";
import { nominal, ordinal } from "./metric";
import { valueOf, type Statistic } from "./statistic";

/** Units separated by spaces, one digit for each coder, a full stop where that coder judged nothing. */
function units(table: string): Judgements<number> {
  return table
    .trim()
    .split(/\s+/)
    .map((unit) => [...unit].map((code) => (code === "." ? null : Number(code))));
}

/** As many decimals as the papers print. */
const rounded = (statistic: Statistic) => valueOf(statistic)?.toFixed(3);

describe("Krippendorff 2011, Computing Krippendorff’s alpha-reliability", () => {
  test("section A: two observers, present or absent", () => {
    const binary = units("01 11 01 00 00 01 00 00 10 00");
    expect(rounded(krippendorffAlpha(binary, nominal))).toBe("0.095");
  });

  test("section C: four observers with gaps, nominal and ordinal", () => {
    const gaps = units("11.1 2232 3333 3333 2222 1234 4444 1121 2222 .555 ..11 ..3.");
    expect(rounded(krippendorffAlpha(gaps, nominal))).toBe("0.743");
    expect(rounded(krippendorffAlpha(gaps, ordinal))).toBe("0.815");
  });
});

test("Fleiss 1971, Measuring nominal scale agreement among many raters: 30 patients, six psychiatrists", () => {
  const diagnoses = units(`
    444444 222555 233335 555555 222444 113333 333355 113334 114444 555555
    144444 124444 222333 144444 224445 333335 111455 111112 224444 133555
    555555 244444 224555 114444 144445 222224 111155 224444 133333 555555`);
  expect(rounded(fleissKappa(diagnoses))).toBe("0.430");
});
