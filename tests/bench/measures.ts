/**
 * The labels and the suggestions of a contribution: one number for each theme, in the same order for all
 * contributions.
 */
export type Labels = { truth: readonly boolean[]; said: readonly boolean[] };
export type Ranked = { truth: readonly boolean[]; scores: ArrayLike<number> };

type Counts = { right: number; wrong: number; missed: number };

function countsByTheme(contributions: readonly Labels[]): Counts[] {
  const themes = contributions[0]?.truth.length ?? 0;
  const counts = Array.from({ length: themes }, () => ({ right: 0, wrong: 0, missed: 0 }));
  for (const { truth, said } of contributions) {
    for (const [k, count] of counts.entries()) {
      if (truth[k] && said[k]) count.right += 1;
      else if (said[k]) count.wrong += 1;
      else if (truth[k]) count.missed += 1;
    }
  }
  return counts;
}

function f1({ right, wrong, missed }: Counts): number {
  const all = 2 * right + wrong + missed;
  return all === 0 ? 0 : (2 * right) / all;
}

/**
 * F1 over all pairs of contribution and theme: 2TP / (2TP + FP + FN); 0 where nothing is to be found or
 * suggested.
 */
export function microF1(contributions: readonly Labels[]): number {
  const total = { right: 0, wrong: 0, missed: 0 };
  for (const counts of countsByTheme(contributions)) {
    total.right += counts.right;
    total.wrong += counts.wrong;
    total.missed += counts.missed;
  }
  return f1(total);
}

/** The mean of the themes' own F1, with equal weights; a theme neither present nor suggested counts 0. */
export function macroF1(contributions: readonly Labels[]): number {
  const counts = countsByTheme(contributions);
  return counts.length === 0 ? 0 : counts.reduce((sum, count) => sum + f1(count), 0) / counts.length;
}

/**
 * Label ranking average precision as scikit-learn defines it: for each true theme, the share of true themes
 * among those scored at least as high; the mean over a contribution's true themes, then over contributions.
 * Ties count as errors. A contribution with no or all themes counts 1.
 */
export function rankingPrecision(contributions: readonly Ranked[]): number {
  if (contributions.length === 0) return 0;
  return (
    contributions.reduce((sum, contribution) => sum + contributionPrecision(contribution), 0) /
    contributions.length
  );
}

function contributionPrecision({ truth, scores }: Ranked): number {
  const present = truth.flatMap((is, k) => (is ? [scores[k] ?? 0] : []));
  if (present.length === 0 || present.length === truth.length) return 1;
  let sum = 0;
  for (const score of present) {
    let above = 0;
    for (let k = 0; k < truth.length; k += 1) if ((scores[k] ?? 0) >= score) above += 1;
    sum += present.filter((other) => other >= score).length / above;
  }
  return sum / present.length;
}

/**
 * Pairs of a probability and an outcome, in bins of a tenth of the probability; `mean` of empty bins is 0.
 */
export type Bin = { from: number; count: number; meanSaid: number; shareTrue: number };

/** Probabilities compared with outcomes, in `bins` equal steps of the probability. */
export function reliability(pairs: readonly { said: number; true: boolean }[], bins = 10): Bin[] {
  const sums = Array.from({ length: bins }, () => ({ count: 0, said: 0, right: 0 }));
  for (const pair of pairs) {
    const bin = sums[Math.min(bins - 1, Math.floor(pair.said * bins))];
    if (!bin) continue;
    bin.count += 1;
    bin.said += pair.said;
    if (pair.true) bin.right += 1;
  }
  return sums.map(({ count, said, right }, at) => ({
    from: at / bins,
    count,
    meanSaid: count === 0 ? 0 : said / count,
    shareTrue: count === 0 ? 0 : right / count,
  }));
}

/**
 * Expected calibration error: the difference of predicted and observed shares, weighted by the size of the
 * bins.
 */
export function calibrationError(bins: readonly Bin[]): number {
  const total = bins.reduce((sum, bin) => sum + bin.count, 0);
  if (total === 0) return 0;
  return bins.reduce((sum, bin) => sum + Math.abs(bin.meanSaid - bin.shareTrue) * bin.count, 0) / total;
}
