import { isReadTwice, readingsOf, type CodedRound } from "./coded-round";
import { judged } from "./judgements";
import { overallAgreement, type OverallAgreement } from "./overall-agreement";
import { drawResamples, type ResampleOptions } from "./resample";
import { themeAgreement, type ThemeAgreement } from "./theme-agreement";

/** The figures of a coding round, from before its coders discussed anything. */
export type RoundAgreement = {
  /** Contributions that anybody read, and those that at least two coders did. */
  contributions: number;
  contributionsReadTwice: number;
  /**
   * How many contributions those stand for by their weights; null in figures that were stored before this was
   * counted.
   */
  represented: number | null;
  /** Coders who read any contribution. */
  coders: number;
  /** The number of clusters: the known speakers, and each contribution without one. */
  clusters: number;
  resamples: number;
  themes: readonly ThemeAgreement[];
  overall: OverallAgreement;
};

/** All figures of a round over the same resamples; the same seed and round give the same figures. */
export function roundAgreement(round: CodedRound, options: ResampleOptions): RoundAgreement {
  const read = {
    ...round,
    contributions: round.contributions.filter(({ readings }) => judged(readings).length > 0),
  };
  const readings = readingsOf(read);
  const twice = read.contributions.filter((_, at) => isReadTwice(readings[at] ?? []));
  const resamples = drawResamples(
    read.contributions.map(({ speaker }) => speaker),
    options,
  );
  return {
    contributions: read.contributions.length,
    contributionsReadTwice: twice.length,
    // Weights are shares of integers, so the sum is rounded.
    represented: Math.round(twice.reduce((sum, { weight }) => sum + weight, 0)),
    coders: readings[0]?.length ?? 0,
    clusters: resamples.clusters,
    resamples: resamples.draws.length,
    themes: themeAgreement(read, resamples),
    overall: overallAgreement(read, resamples),
  };
}
