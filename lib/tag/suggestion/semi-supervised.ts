import type { Rows } from "./features";
import type { Linear } from "./solve";

/** Dirichlet smoothing: this much of the average text is added to each theme, in sums of TF-IDF values. */
const SMOOTHING = 150;
/** This many texts are added to each theme when its share of all texts is estimated. */
const SHARE_SMOOTHING = 3;
/**
 * The factors of a word's log-likelihood ratio, and of the log of a theme's share, when they are added to the
 * similarity to the codebook.
 */
const STRENGTH = 0.1;
const SHARE_STRENGTH = 0.075;
/** With this many labelled texts the estimate counts half: what is learned from labels replaces it. */
const HALF_AT = 300;

/**
 * The E step: the probability that each text belongs to each theme, if it belonged to exactly one, from its
 * log-odds (softmax). Texts and themes are in the given order.
 */
export function responsibilitiesOf(logOdds: readonly Float64Array[]): Float64Array[] {
  return logOdds.map((row) => {
    const most = Math.max(...row);
    const odds = row.map((value) => Math.exp(value - most));
    const sum = odds.reduce((all, value) => all + value, 0);
    return odds.map((value) => value / sum);
  });
}

/**
 * The M step: the codebook's weights, plus those of a naive Bayes classifier that is estimated from all
 * texts, labelled or not, by their responsibilities. It is one step of expectation maximisation after Nigam,
 * McCallum, Thrun and Mitchell, "Text classification from labeled and unlabeled documents using EM" (Machine
 * Learning 39, 2000), started from words for each theme as in McCallum and Nigam, "Text classification by
 * bootstrapping with keywords, EM and shrinkage" (1999). Further steps drift away from the codebook. Counts
 * are TF-IDF values, after Rennie and others, "Tackling the poor assumptions of naive Bayes" (ICML 2003),
 * with Dirichlet smoothing towards the average text.
 */
export function withNaiveBayes(
  codebook: Linear,
  rows: Rows,
  responsibilities: readonly Float64Array[],
  labelled: number,
): Linear {
  const themes = codebook.bias.length;
  const { all, total, byTheme, sizes, texts } = sumsOf(codebook, rows, responsibilities);
  const fade = HALF_AT / (HALF_AT + labelled);
  const weights = codebook.weights.slice();
  all.forEach((sum, feature) => {
    if (!(sum > 0)) return;
    const expected = sum / total;
    for (let k = 0; k < themes; k += 1) {
      const at = feature * themes + k;
      const found = ((byTheme[at] ?? 0) + SMOOTHING * expected) / ((sizes[k] ?? 0) + SMOOTHING);
      weights[at] = (weights[at] ?? 0) + fade * STRENGTH * Math.log(found / expected);
    }
  });
  const every = responsibilities.length + SHARE_SMOOTHING * themes;
  const bias = codebook.bias.map((value, k) => {
    const share = ((texts[k] ?? 0) + SHARE_SMOOTHING) / every;
    return value + fade * SHARE_STRENGTH * Math.log(themes * share);
  });
  return { weights, bias };
}

/**
 * Sums of values over texts: of each feature (`all`), of all features (`total`), of each feature by theme
 * (`byTheme`, in the layout of the weights) and of each theme (`sizes`); and how many texts each theme has
 * (`texts`).
 */
function sumsOf({ weights, bias }: Linear, rows: Rows, responsibilities: readonly Float64Array[]) {
  const themes = bias.length;
  const all = new Float64Array(weights.length / Math.max(1, themes));
  const byTheme = new Float64Array(weights.length);
  const sizes = new Float64Array(themes);
  const texts = new Float64Array(themes);
  let total = 0;
  responsibilities.forEach((shares, row) => {
    const to = rows.starts[row + 1] ?? 0;
    let size = 0;
    for (let n = rows.starts[row] ?? 0; n < to; n += 1) {
      const feature = rows.ids[n] ?? 0;
      const value = rows.values[n] ?? 0;
      size += value;
      all[feature] = (all[feature] ?? 0) + value;
      const base = feature * themes;
      for (let k = 0; k < themes; k += 1)
        byTheme[base + k] = (byTheme[base + k] ?? 0) + value * (shares[k] ?? 0);
    }
    total += size;
    for (let k = 0; k < themes; k += 1) {
      sizes[k] = (sizes[k] ?? 0) + size * (shares[k] ?? 0);
      texts[k] = (texts[k] ?? 0) + (shares[k] ?? 0);
    }
  });
  return { all, total, byTheme, sizes, texts };
}
