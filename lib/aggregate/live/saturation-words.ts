import { countOf } from "@/lib/platform/text/count-words";
import type { Saturation, SaturationRule, ShuffledSaturation } from "./saturation";

/** Why nothing here is called proof. */
export const NO_PROOF =
  "This describes how many different themes these people raised. It proves nothing: people who were not there may have more to say, a finer codebook finds more themes, and people at one table hear one another.";

/** "7+2: after 7 people, the next 2 added 1 theme to the 20 of the first 4 (5%)." */
export function saturationWords({ baseThemes, runs, reachedAt }: Saturation, rule: SaturationRule): string {
  const { base, run } = rule;
  if (baseThemes === 0)
    return `The first ${base} people who spoke raised no theme, so there is nothing to compare with.`;
  const found = runs.find(({ after }) => after === reachedAt);
  if (!found) {
    const enough = runs.length > 0;
    return enough
      ? `Not reached: every ${run} people in a row still added more than ${percent(rule.threshold)} of the ${countOf(baseThemes, "theme")} of the first ${base}.`
      : `Not reached: fewer than ${base + run} people spoke.`;
  }
  return `${found.after}+${run}: after ${found.after} people, the next ${run} added ${countOf(found.added, "theme")} to the ${baseThemes} of the first ${base} (${percent(found.share)}).`;
}

/** The same over shuffled orders: the middle and the range. */
export function shuffledWords({ shuffles, reached, at }: ShuffledSaturation): string {
  if (at === null) return `In none of ${shuffles} shuffled orders was it reached.`;
  const range = at.least === at.most ? "" : `, between ${at.least} and ${at.most}`;
  return `In ${reached} of ${shuffles} shuffled orders it was reached, in the middle after ${countOf(at.median, "person", "people")}${range}.`;
}

/** "5%", and "fewer than 1%" is told as such. */
export function percent(share: number): string {
  const hundredths = share * 100;
  return hundredths > 0 && hundredths < 1 ? "less than 1%" : `${Math.round(hundredths)}%`;
}
