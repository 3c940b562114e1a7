import { judged, type Judgements } from "./judgements";
import { isReadTwice } from "./coded-round";
import { percentAgreement } from "./percent-agreement";
import { valueOf } from "./statistic";

export type Prevalence = {
  /** Weighted share of readings that set the theme, of the contributions read by at least two coders. */
  share: number;
  /** 0 where the theme is present as often as absent, 1 where it is always one of them. */
  prevalenceIndex: number;
  /** How far the coders differ in how often they set it. */
  biasIndex: number;
  /**
   * Kappa adjusted for prevalence and bias: its value if the theme were present as often as absent and all
   * coders set it equally often, 2 × agreement - 1 (PABAK, Byrt et al. 1993; for more coders the
   * free-marginal kappa of Brennan & Prediger 1981).
   */
  adjustedKappa: number;
};

/** Krippendorff's customary lower limit, for kappa and alpha alike (Krippendorff 2004, chapter 11). */
export const TENTATIVE = 0.667;

/**
 * Prevalence and bias index (Byrt, Bishop & Carlin 1993, "Bias, prevalence and kappa", Journal of Clinical
 * Epidemiology 46): with two coders |a - d| / n and |b - c| / n of the two-by-two table. In shares these are
 * |2p - 1| and the difference between the coders' own shares. That form is used for more coders too, with the
 * bias as the difference between the coders who set the theme least and most often. null where no
 * contribution was read by two coders.
 */
export function prevalenceOf(presence: Judgements<boolean>, weights: readonly number[]): Prevalence | null {
  const contributions = presence.map((contribution, at) => ({ contribution, weight: weights[at] ?? 0 }));
  const pairable = contributions.filter(({ contribution }) => isReadTwice(contribution));
  const [first] = pairable;
  const agreed = valueOf(percentAgreement(presence, weights));
  if (!first || agreed === null) return null;
  const share = shareOf(
    pairable.flatMap(({ contribution, weight }) => judged(contribution).map((set) => ({ set, weight }))),
  );
  const shares = first.contribution.flatMap((_, coder) => {
    const own = pairable.flatMap(({ contribution, weight }) => {
      const set = contribution[coder] ?? null;
      return set === null ? [] : [{ set, weight }];
    });
    return own.length === 0 ? [] : [shareOf(own)];
  });
  return {
    share,
    prevalenceIndex: Math.abs(2 * share - 1),
    biasIndex: Math.max(...shares) - Math.min(...shares),
    adjustedKappa: 2 * agreed - 1,
  };
}

function shareOf(readings: readonly { set: boolean; weight: number }[]): number {
  const total = readings.reduce((sum, { weight }) => sum + weight, 0);
  return readings.reduce((sum, { set, weight }) => sum + (set ? weight : 0), 0) / total;
}

/** A theme on fewer than one in ten readings, or on more than nine in ten. */
const EXTREME = 0.8;

/**
 * Whether prevalence makes kappa or alpha misleading: the coders agree on nearly everything, but the figure
 * is low (the first paradox of Feinstein & Cicchetti 1990, "High agreement but low kappa", Journal of
 * Clinical Epidemiology 43). They give no limits. Our rule: the figure is below .667, the one adjusted for
 * prevalence and bias is not (agreement is then at least 83.35%), and the prevalence index is at least 0.8.
 * With a lower index a low figure is taken at face value.
 */
export function isMisleading(coefficient: number, { adjustedKappa, prevalenceIndex }: Prevalence): boolean {
  return coefficient < TENTATIVE && adjustedKappa >= TENTATIVE && prevalenceIndex >= EXTREME;
}
