import { coefficientWords, countWords, intervalWords, percentWords } from "./figure-words";
import type { Estimate } from "../agreement/interval";
import { conventionWords } from "./convention-words";
import { UNDEFINED_WORDS } from "../agreement/statistic";
import type { AgreementWarning, ThemeAgreement } from "../agreement/theme-agreement";

/** A theme's figures in sentences for people without statistics. */
export function themeWords(agreement: ThemeAgreement): string[] {
  return [
    contributionsWords(agreement),
    alphaWords(agreement.alpha),
    ...agreement.warnings.map((warning) => warningWords(warning, agreement)),
  ];
}

function contributionsWords({ contributions, differed }: ThemeAgreement): string {
  if (contributions === 0) return "No contribution was read by two coders.";
  if (differed > 0)
    return `The coders differed on ${differed} of ${countWords(contributions, "contribution", "contributions")}.`;
  if (contributions === 1) return "The coders agreed on the one contribution they both read.";
  return `The coders agreed on all ${countWords(contributions, "contribution", "contributions")}.`;
}

function alphaWords({ statistic, interval }: Estimate): string {
  if ("undefined" in statistic)
    return `Krippendorff’s alpha is undefined, because ${UNDEFINED_WORDS[statistic.undefined]}.`;
  const { value } = statistic;
  return `Krippendorff’s alpha is ${coefficientWords(value)}${intervalWords(interval)}: 1 is full agreement, 0 is what chance alone would give. ${conventionWords(value)}`;
}

function warningWords(warning: AgreementWarning, agreement: ThemeAgreement): string {
  const rare = (agreement.prevalence?.share ?? 0) < 0.5;
  switch (warning) {
    case "prevalence":
      return `Read this with care. The figure is low partly because ${rare ? "so few" : "nearly all"} contributions have the theme. A few differences then have a large effect. ${agreedWords(agreement, rare)}`;
    case "few contributions":
      return `This depends on fewer than five contributions ${rare ? "with" : "without"} the theme. One contribution more or fewer would change it a lot.`;
  }
}

/** The plain counts, which prevalence does not distort. */
function agreedWords({ contributions, differed, withTheme, percent }: ThemeAgreement, rare: boolean): string {
  const agreed = "value" in percent.statistic ? percentWords(percent.statistic.value) : "most";
  const allWith = withTheme - differed;
  const counts = rare
    ? `Somebody set it on ${countWords(withTheme, "contribution", "contributions")}, and everybody who read them set it on ${allWith} of these`
    : `Somebody left it off ${countWords(contributions - allWith, "contribution", "contributions")}, and everybody who read them left it off ${contributions - withTheme} of these`;
  return `Two coders agree ${agreed} of the time. ${counts}.`;
}
