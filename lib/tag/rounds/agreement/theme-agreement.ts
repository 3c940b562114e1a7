import { isReadTwice, presence, readingsOf, weightsOf, type CodedRound } from "./coded-round";
import { cohenSums } from "./cohen-kappa";
import { fleissSums } from "./fleiss-kappa";
import { estimate, type Estimate } from "./interval";
import { judged, type Judgements } from "./judgements";
import { alphaSums } from "./krippendorff-alpha";
import { nominal } from "./metric";
import { percentSums } from "./percent-agreement";
import { isMisleading, prevalenceOf, type Prevalence } from "./prevalence";
import type { Resamples } from "./resample";
import { valueOf } from "./statistic";

/**
 * "prevalence": kappa and alpha are low only because of it; "few contributions": they depend on fewer than
 * five contributions.
 */
export type AgreementWarning = "prevalence" | "few contributions";

export type ThemeAgreement = {
  theme: string;
  /**
   * Contributions that at least two coders read, and on how many of them the coders differ; counted, not
   * weighted.
   */
  contributions: number;
  differed: number;
  /** On how many of them anybody set the theme. */
  withTheme: number;
  /**
   * One for each coder of the round: of the contributions that they read, on how many they set the theme;
   * counted.
   */
  coders: readonly { read: number; present: number }[];
  /** From here on weighted. A share from 0 to 1. */
  percent: Estimate;
  /** Cohen's with two coders, Fleiss' with more. */
  kappa: Estimate & { kind: "cohen" | "fleiss" };
  alpha: Estimate;
  /** null where no contribution was read by two coders. */
  prevalence: Prevalence | null;
  warnings: readonly AgreementWarning[];
};

/**
 * With fewer contributions where anybody set the theme, or where anybody did not, a single one changes the
 * result.
 */
const FEW_CONTRIBUTIONS = 5;

/**
 * How well the coders of a round agree on each of its themes; the unit is the contribution, with the theme
 * present or absent. `resamples` are drawn for the round's contributions in their order.
 */
export function themeAgreement(round: CodedRound, resamples: Resamples): ThemeAgreement[] {
  const readings = readingsOf(round);
  const weights = weightsOf(round);
  return round.themes.map((theme) =>
    agreementOn(theme, presence(readings, theme), { round, weights, resamples }),
  );
}

type Context = { round: CodedRound; weights: readonly number[]; resamples: Resamples };

function agreementOn(theme: string, units: Judgements<boolean>, context: Context): ThemeAgreement {
  const { round, weights, resamples } = context;
  const pairable = units.filter(isReadTwice);
  const percent = estimate(percentSums(units, weights), resamples);
  const kind = (units[0]?.length ?? 0) > 2 ? "fleiss" : "cohen";
  const sums = kind === "fleiss" ? fleissSums(units, weights) : cohenSums(units, weights);
  const kappa = { kind, ...estimate(sums, resamples) } as const;
  const alpha = estimate(alphaSums(units, nominal, weights), resamples);
  const prevalence = prevalenceOf(units, weights);
  const coefficients = [kappa, alpha].flatMap(({ statistic }) => valueOf(statistic) ?? []);
  const warnings: AgreementWarning[] = [];
  if (prevalence && coefficients.some((value) => isMisleading(value, prevalence)))
    warnings.push("prevalence");
  if (coefficients.length > 0 && hangsOnFew(pairable)) warnings.push("few contributions");
  return {
    theme,
    contributions: pairable.length,
    differed: pairable.filter((contribution) => new Set(judged(contribution)).size > 1).length,
    withTheme: pairable.filter((contribution) => contribution.includes(true)).length,
    coders: coderCounts(theme, round),
    percent,
    kappa,
    alpha,
    prevalence,
    warnings,
  };
}

function hangsOnFew(contributions: Judgements<boolean>): boolean {
  const withAny = (said: boolean) =>
    contributions.filter((contribution) => contribution.includes(said)).length;
  return Math.min(withAny(true), withAny(false)) < FEW_CONTRIBUTIONS;
}

function coderCounts(theme: string, { contributions }: CodedRound): { read: number; present: number }[] {
  const width = Math.max(0, ...contributions.map(({ readings }) => readings.length));
  return Array.from({ length: width }, (_, coder) => {
    const read = judged(contributions.map(({ readings }) => readings[coder] ?? null));
    return { read: read.length, present: read.filter((set) => set.has(theme)).length };
  });
}
