import { conventionWords } from "./convention-words";
import { coefficientWords, fewSpeakersWords, intervalWords, listWords, percentWords } from "./figure-words";
import { coverWords, drawWords, readWords, type Draw } from "../sample/draw-words";
import { OVERALL_NAMES, type OverallKind } from "../agreement/overall-agreement";
import type { RoundAgreement } from "../agreement/round-agreement";
import { UNDEFINED_WORDS, valueOf } from "../agreement/statistic";
import type { ThemeAgreement } from "../agreement/theme-agreement";

/** How the contributions of a review were coded, as far as agreement is concerned. */
export type CodingAccount =
  | { kind: "reflexive" }
  | {
      kind: "round";
      agreement: RoundAgreement;
      /** Theme to its title. */
      titles: ReadonlyMap<string, string>;
      draw: Draw;
      /** When the last coder had finished. */
      codedAt: Date;
      /** Which overall figure the review gives. */
      overall: OverallKind;
    };

/** The paragraph on agreement in the method note of a report. */
export function agreementWords(account: CodingAccount): string {
  switch (account.kind) {
    case "reflexive":
      return "The contributions were coded reflexively: the coders’ own readings, and how these changed during the work, are part of the analysis. No figure of agreement is given. This way of coding does not expect people who work separately to choose the same codes, so a figure would measure something that was not the aim (Braun & Clarke 2021).";
    case "round":
      return roundWords(account);
  }
}

type RoundAccount = Extract<CodingAccount, { kind: "round" }>;

function roundWords(account: RoundAccount): string {
  const { agreement } = account;
  const sentences = [drawWords(account), readWords(account)];
  if (agreement.contributionsReadTwice > 0)
    sentences.push(
      "The figures compare the readings as they were before coders discussed and settled any difference.",
      ...coverWords(account),
      overallWords(account),
      ...rangeWords(account),
      ...misleadingWords(account),
      "Intervals come from resampling speakers, because contributions by one person tend to be alike.",
      ...fewSpeakersWords(agreement.clusters),
      "The figures show how alike coders read the contributions, not whether they read them correctly.",
    );
  return sentences.join(" ");
}

function overallWords({ agreement, overall }: RoundAccount): string {
  const { statistic, interval } = agreement.overall[overall];
  const { themes, of } = agreement.overall.mean;
  const name = overall === "mean" ? `${OVERALL_NAMES.mean} (${themes} of ${of})` : OVERALL_NAMES.masi;
  if ("undefined" in statistic)
    return `The overall figure, ${name}, is undefined, because ${UNDEFINED_WORDS[statistic.undefined]}.`;
  return `Overall agreement, as ${name}, is ${coefficientWords(statistic.value)}${intervalWords(interval)}. ${conventionWords(statistic.value)}`;
}

function rangeWords({ agreement, titles }: RoundAccount): string[] {
  const known = agreement.themes.flatMap((theme) => {
    const value = valueOf(theme.alpha.statistic);
    return value === null ? [] : [{ title: titleOf(theme, titles), value }];
  });
  const sorted = known.sort((a, b) => a.value - b.value);
  const [lowest] = sorted;
  const highest = sorted.at(-1);
  if (!lowest || !highest) return ["Krippendorff’s alpha is undefined for every theme."];
  const ends = [lowest, highest].map(({ title, value }) => `${coefficientWords(value)} (${title})`);
  const range =
    sorted.length === 1
      ? `Krippendorff’s alpha is defined for only one theme: ${ends[0] ?? ""}.`
      : `By theme, Krippendorff’s alpha ranges from ${ends.join(" to ")}.`;
  const missing = agreement.themes.filter(({ alpha }) => valueOf(alpha.statistic) === null);
  if (missing.length === 0) return [range];
  const titled = listWords(missing.map((theme) => titleOf(theme, titles)));
  return [range, `It is undefined for ${titled}, where every reading said the same.`];
}

function misleadingWords({ agreement, titles }: RoundAccount): string[] {
  const misleading = agreement.themes.flatMap((theme) => {
    const agreed = valueOf(theme.percent.statistic);
    if (!theme.warnings.includes("prevalence") || agreed === null) return [];
    return [`${titleOf(theme, titles)} (where two coders agree ${percentWords(agreed)} of the time)`];
  });
  if (misleading.length === 0) return [];
  return [
    `For ${listWords(misleading)}, the figure is low partly because hardly any contributions have the theme, or nearly all do. A few differences then have a large effect (Feinstein & Cicchetti 1990).`,
  ];
}

function titleOf({ theme }: ThemeAgreement, titles: ReadonlyMap<string, string>): string {
  return titles.get(theme) ?? theme;
}
