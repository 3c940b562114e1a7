import { expect, test } from "vitest";
import { coefficientWords, intervalWords, percentWords, rangeWords } from "./figure-words";

test("figures in words", () => {
  expect([0.7432, -0.0121, -0.0001, 1].map(coefficientWords)).toEqual(["0.743", "−0.012", "0.000", "1.000"]);
  expect([0.934, 0.998, 1].map(percentWords)).toEqual(["93%", "over 99%", "100%"]);
  const interval = { lower: -0.104, upper: 0.8, undefinedResamples: 0 };
  expect(rangeWords(interval)).toBe("−0.10 to 0.80");
  expect(intervalWords(interval)).toBe(" (95% interval −0.10 to 0.80)");
});

test("where there is no interval the reason is given instead", () => {
  const none = { undefined: "one speaker", undefinedResamples: 0 } as const;
  const reason = "because the contributions come from a single speaker, so there are no others to draw";
  expect(rangeWords(none)).toBe(`No interval, ${reason}`);
  expect(intervalWords(none)).toBe(`, with no interval, ${reason}`);
});
