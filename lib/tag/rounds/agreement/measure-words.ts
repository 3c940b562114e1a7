import type { ThemeAgreement } from "./theme-agreement";

/** The name of a figure of agreement, and what it is, in words that follow the name. */
type Measure = { name: string; means: string };

const AGREEMENT: Measure = {
  name: "Agreement",
  means:
    "is how often two coders said the same about a contribution: that it has the theme, or that it does not. If few contributions have the theme, most of that agreement would come about by chance.",
};

const KAPPAS: Record<ThemeAgreement["kappa"]["kind"], Measure> = {
  cohen: {
    name: "Cohen’s kappa",
    means:
      "is how far the two coders agree beyond chance, if each had set the theme as often as they did, but on any contributions: 1 is full agreement, 0 is what chance alone would give.",
  },
  fleiss: {
    name: "Fleiss’ kappa",
    means:
      "is how far more than two coders agree beyond chance, if all had set the theme equally often, but on any contributions: 1 is full agreement, 0 is what chance alone would give. It needs every contribution to be read by equally many.",
  },
};

const ALPHA: Measure = {
  name: "Krippendorff’s alpha",
  means:
    "is how much less often coders differ than chance would have them differ, on the same scale, for any number of coders, and also where some did not read every contribution.",
};

/** The figures that are given for each theme, in order. */
export function measuresOf(kappa: ThemeAgreement["kappa"]["kind"]): [Measure, Measure, Measure] {
  return [AGREEMENT, KAPPAS[kappa], ALPHA];
}
