import { TENTATIVE } from "../agreement/prevalence";

/** Krippendorff's customary upper limit (Krippendorff 2004, chapter 11). */
const RELIED_ON = 0.8;

type Reading = "good" | "enough for tentative conclusions" | "not reliable enough";

/** Whether a figure of Krippendorff's alpha is good, in a few words, to stand beside it. */
export function alphaReading(value: number): Reading {
  if (value >= RELIED_ON) return "good";
  return value >= TENTATIVE ? "enough for tentative conclusions" : "not reliable enough";
}

const LIMITS: Record<Reading, string> = {
  good: "0.8 or more",
  "enough for tentative conclusions": "from 0.667 up to 0.8",
  "not reliable enough": "below 0.667",
};

/** The same as a sentence with its limits, which are a convention. */
export function conventionWords(value: number): string {
  const reading = alphaReading(value);
  const more = reading === "not reliable enough" ? " to draw conclusions from" : "";
  return `By a convention of the field (Krippendorff 2004), that is ${reading}${more}: it is ${LIMITS[reading]}.`;
}
