import type { ThemeAgreement } from "../agreement/theme-agreement";

/** The name of a figure of agreement, and what it is, in words that follow the name. */
type Measure = { name: string; means: string };

const AGREEMENT: Measure = {
  name: "Agreement",
  means:
    "is how often two coders said the same about a contribution: that it has the theme, or that it does not. If few contributions have the theme, most of that agreement would happen by chance.",
};

const KAPPAS: Record<ThemeAgreement["kappa"]["kind"], Measure> = {
  cohen: {
    name: "Cohen’s kappa",
    means:
      "is how far the two coders agree beyond chance: 1 is full agreement, 0 is what chance alone would give. Chance means that each coder sets the theme as often as they did, but at random.",
  },
  fleiss: {
    name: "Fleiss’ kappa",
    means:
      "is how far more than two coders agree beyond chance: 1 is full agreement, 0 is what chance alone would give. Chance means that all coders set the theme equally often, but at random. Every contribution has to be read by the same number of coders.",
  },
};

const ALPHA: Measure = {
  name: "Krippendorff’s alpha",
  means:
    "is how much less often coders differ than they would by chance, on the same scale. It works for any number of coders, even if some did not read every contribution.",
};

/** The figures that are given for each theme, in order. */
export function measuresOf(kappa: ThemeAgreement["kappa"]["kind"]): [Measure, Measure, Measure] {
  return [AGREEMENT, KAPPAS[kappa], ALPHA];
}
