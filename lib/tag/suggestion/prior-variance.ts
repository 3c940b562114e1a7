import type { Rows } from "./features";
import type { Linear } from "./solve";

/**
 * Additive smoothing: this many contributions with the theme, and without it, are added, with features as
 * frequent as in all contributions.
 */
const SMOOTHING = 4;

type Contributions = {
  rows: Rows;
  chosen: Int32Array;
  features: number;
  themes: number;
  targets: Uint8Array;
  costs: Float32Array;
  codebook: Linear;
};

/**
 * The variance of each weight's Gaussian prior: feature by feature, with the themes next to each other. It is
 * the absolute log-ratio of how frequent the feature is with the theme and without it, so that the weight of
 * a feature that is equally common in both stays near 0. Words in the theme's entry have a larger variance,
 * because a few contributions are not enough evidence. Scaling features by their naive Bayes log-count ratio
 * comes from Wang and Manning, "Baselines and bigrams" (ACL 2012); there the variance would be the square of
 * the ratio, which trusts rare words too much here.
 */
export function priorVarianceOf(contributions: Contributions): Float32Array {
  const { features, themes, codebook } = contributions;
  const { fully, partly, having, withTheme, labels } = countsOf(contributions);
  const priorVariance = new Float32Array(features * themes);
  for (let feature = 0; feature < features; feature += 1) {
    for (let k = 0; k < themes; k += 1) {
      const at = feature * themes + k;
      const has = having[at] ?? 0;
      const all = (fully[feature] ?? 0) + (partly[at] ?? 0);
      const present = withTheme[k] ?? 0;
      const known = labels[k] ?? 0;
      const smoothing = (SMOOTHING * (all + 1)) / (known + 2);
      const within = (has + smoothing) / (present + SMOOTHING);
      const without = (all - has + smoothing) / (known - present + SMOOTHING);
      priorVariance[at] = Math.abs(Math.log(within / without)) + Math.max(0, codebook.weights[at] ?? 0);
    }
  }
  return priorVariance;
}

/**
 * How many contributions have each feature: those labelled for every theme (`fully`), those labelled for
 * some, by theme (`partly`), and those that also have the theme (`having`).
 */
function countsOf({ rows, chosen, features, themes, targets, costs }: Contributions) {
  const fully = new Float32Array(features);
  const partly = new Float32Array(features * themes);
  const having = new Float32Array(features * themes);
  const withTheme = new Float32Array(themes);
  const labels = new Float32Array(themes);
  for (const row of chosen) {
    const known: number[] = [];
    const present: number[] = [];
    for (let k = 0; k < themes; k += 1) {
      if ((costs[row * themes + k] ?? 0) === 0) continue;
      known.push(k);
      labels[k] = (labels[k] ?? 0) + 1;
      if (targets[row * themes + k]) present.push(k);
    }
    for (const k of present) withTheme[k] = (withTheme[k] ?? 0) + 1;
    const to = rows.starts[row + 1] ?? 0;
    for (let n = rows.starts[row] ?? 0; n < to; n += 1) {
      const feature = rows.ids[n] ?? 0;
      const base = feature * themes;
      for (const k of present) having[base + k] = (having[base + k] ?? 0) + 1;
      if (known.length === themes) fully[feature] = (fully[feature] ?? 0) + 1;
      else for (const k of known) partly[base + k] = (partly[base + k] ?? 0) + 1;
    }
  }
  return { fully, partly, having, withTheme, labels };
}
