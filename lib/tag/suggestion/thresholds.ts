import { startingProbability } from "./calibrate";

/** A contribution's probabilities and labels, the themes in order; `known` where somebody labelled it. */
export type Scored = { probabilities: Float64Array; present: Uint8Array; known: Uint8Array };

export type Thresholds = { thresholds: number[]; likeliestFrom: number };

/**
 * The weight of the evidence from all themes together in each theme's threshold, in contributions that have
 * the theme: this multiple of the mean number for each theme, and at least this many. The more contributions
 * there are, the better the shared optimum is known.
 */
const LENT_SHARE = 1.5;
const LEAST_LENT = 20;
/** The weight of what a theme's own probabilities predict, in contributions that have the theme. */
const EXPECTED = 20;
/**
 * The probabilities that are tried as thresholds, and those tried for the most probable theme; 1 is never.
 */
const LOWEST = 0.1;
const STEP = 0.02;
const GRID = Array.from({ length: 33 }, (_, at) => LOWEST + at * STEP);
const FLOORS = [0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 1] as const;
/** With fewer themes found than this, thresholds are the initial ones, set by similarity to the codebook. */
const FEW_PRESENT = 10;
const START_SIMILARITY = 0.5;
const START_SIMILARITY_OF_LIKELIEST = 0.2;

type Counts = { right: number; said: number };

/**
 * The probability from which each theme is suggested: where its F1 would be best on contributions that its
 * model had not seen. For a theme with few contributions its own optimum is mostly chance, so it is pulled
 * towards the optimum of all themes together, and towards what its own probabilities predict on these
 * contributions and on unlabelled ones (`unlabelled`).
 */
export function thresholdsOf(
  contributions: readonly Scored[],
  themes: number,
  unlabelled: readonly Float64Array[] = [],
): Thresholds {
  const present = Array.from({ length: themes }, (_, k) =>
    contributions.reduce((sum, contribution) => sum + (contribution.present[k] ?? 0), 0),
  );
  const all = present.reduce((sum, count) => sum + count, 0);
  if (all < FEW_PRESENT) {
    const start = startingProbability(themes, START_SIMILARITY);
    return {
      thresholds: present.map(() => start),
      likeliestFrom: startingProbability(themes, START_SIMILARITY_OF_LIKELIEST),
    };
  }
  const lending = Math.max(LEAST_LENT, (LENT_SHARE * all) / themes);
  const counts = GRID.map((threshold) => countsAt(contributions, themes, threshold));
  const pooled = counts.map((byTheme) => ({
    right: byTheme.reduce((sum, count) => sum + count.right, 0) / all,
    said: byTheme.reduce((sum, count) => sum + count.said, 0) / all,
  }));
  const expected = expectedOf(
    [...contributions.map(({ probabilities }) => probabilities), ...unlabelled],
    themes,
  );
  const thresholds = present.map((found, k) => {
    const f1s = GRID.map((_, at) => {
      const own = counts[at]?.[k] ?? NOTHING;
      const lent = pooled[at] ?? NOTHING;
      const hoped = expected[k]?.[at] ?? NOTHING;
      const right = own.right + lending * lent.right + EXPECTED * hoped.right;
      const said = own.said + lending * lent.said + EXPECTED * hoped.said;
      return (2 * right) / (said + found + lending + EXPECTED);
    });
    return GRID[f1s.indexOf(Math.max(...f1s))] ?? 1;
  });
  return { thresholds, likeliestFrom: bestFloor(contributions, thresholds) };
}

const NOTHING: Counts = { right: 0, said: 0 };

function countsAt(contributions: readonly Scored[], themes: number, threshold: number): Counts[] {
  const counts = Array.from({ length: themes }, () => ({ right: 0, said: 0 }));
  for (const { probabilities, present, known } of contributions) {
    counts.forEach((count, k) => {
      if (!known[k] || (probabilities[k] ?? 0) < threshold) return;
      count.said += 1;
      if (present[k]) count.right += 1;
    });
  }
  return counts;
}

/**
 * Theme by theme and threshold by threshold, the expected number of contributions that have the theme, if the
 * probabilities are right.
 */
function expectedOf(contributions: readonly Float64Array[], themes: number): Counts[][] {
  return Array.from({ length: themes }, (_, k) => {
    const counts = GRID.map(() => ({ right: 0, said: 0 }));
    let present = 0;
    for (const probabilities of contributions) {
      const p = probabilities[k] ?? 0;
      present += p;
      const count = counts[Math.min(GRID.length - 1, Math.floor((p - LOWEST) / STEP + 1e-9))];
      if (!count) continue;
      count.right += p;
      count.said += 1;
    }
    // Each entry counts one interval so far; what exceeds a threshold also exceeds the lower ones.
    counts.reduceRight((above, count) => {
      count.right += above.right;
      count.said += above.said;
      return count;
    });
    for (const count of counts) {
      count.right /= present || 1;
      count.said /= present || 1;
    }
    return counts;
  });
}

/**
 * The probability from which suggesting the most probable theme is better than nothing, where none reaches
 * its threshold.
 */
function bestFloor(contributions: readonly Scored[], own: readonly number[]): number {
  const total = { right: 0, said: 0, present: 0 };
  const bare: { top: number; right: boolean }[] = [];
  for (const { probabilities, present, known } of contributions) {
    let top = -1;
    let any = false;
    own.forEach((threshold, k) => {
      if (!known[k]) return;
      const p = probabilities[k] ?? 0;
      total.present += present[k] ?? 0;
      if (top < 0 || p > (probabilities[top] ?? 0)) top = k;
      if (p < threshold) return;
      any = true;
      total.said += 1;
      total.right += present[k] ?? 0;
    });
    if (!any && top >= 0) bare.push({ top: probabilities[top] ?? 0, right: present[top] === 1 });
  }
  let best: number = 1;
  let bestF1 = -1;
  for (const floor of FLOORS) {
    const more = bare.filter((contribution) => contribution.top >= floor);
    const right = total.right + more.filter((contribution) => contribution.right).length;
    const f1 = (2 * right) / (total.said + more.length + total.present);
    if (f1 > bestF1) {
      bestF1 = f1;
      best = floor;
    }
  }
  return best;
}
