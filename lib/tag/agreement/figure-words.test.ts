import { expect, test } from "vitest";
import { coefficientWords, intervalWords, percentWords } from "./figure-words";

test("figures in words", () => {
  expect([0.7432, -0.0121, -0.0001, 1].map(coefficientWords)).toEqual(["0.743", "−0.012", "0.000", "1.000"]);
  expect([0.934, 0.998, 1].map(percentWords)).toEqual(["93%", "over 99%", "100%"]);
  const undefinedResamples = 0;
  expect(intervalWords({ lower: -0.104, upper: 0.8, undefinedResamples })).toBe("95% interval −0.10 to 0.80");
  expect(intervalWords({ undefined: "one speaker", undefinedResamples })).toBeNull();
});
