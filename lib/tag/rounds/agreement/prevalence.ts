import { judged, type Judgements } from "./judgements";
import { isReadTwice } from "./coded-round";
import { percentAgreement } from "./percent-agreement";
import { valueOf } from "./statistic";

export type Prevalence = {
  /** Weighted share of readings that set the theme, of the contributions read by at least two coders. */
  share: number;
  /** 0 where the theme is as often present as absent, 1 where it is always one of them. */
  prevalenceIndex: number;
  /** How far the coders differ in how often they set it. */
  biasIndex: number;
  /**
   * Kappa were the theme as often present as absent and no coder freer with it than another: 2 x agreement - 1
   * (PABAK, Byrt et al. 1993; for more coders the free-marginal kappa of Brennan & Prediger 1981).
   */
  adjustedKappa: number;
};

/** Krippendorff's customary lower limit, of kappa and alpha alike (Krippendorff 2004, chapter 11). */
export const TENTATIVE = 0.667;

/**
 * Prevalence and bias index (Byrt, Bishop & Carlin 1993, "Bias, prevalence and kappa", Journal of Clinical
 * Epidemiology 46): with two coders |a - d| / n and |b - c| / n of the two-by-two table. In terms of shares
 * these are |2p - 1| and the distance between the coders' own shares, and so they stand here for more coders,
 * the bias as the distance from the coder who set the theme least often to the one who set it most. null
 * where no contribution was read by two coders.
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

/** A theme on fewer than one in ten readings, or more than nine. */
const EXTREME = 0.8;

/**
 * Whether prevalence makes kappa or alpha misleading: the coders agree on nearly everything and the figure is
 * low all the same (the first paradox of Feinstein & Cicchetti 1990, "High agreement but low kappa", Journal
 * of Clinical Epidemiology 43). They give no limits. The rule here: the figure lies below .667, the one
 * adjusted for prevalence and bias does not (agreement is then at least 83.35%), and the prevalence index is
 * at least 0.8. In between, a low figure is taken at its word.
 */
export function isMisleading(coefficient: number, { adjustedKappa, prevalenceIndex }: Prevalence): boolean {
  return coefficient < TENTATIVE && adjustedKappa >= TENTATIVE && prevalenceIndex >= EXTREME;
}
