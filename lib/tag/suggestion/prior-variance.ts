import type { Rows } from "./features";
import type { Linear } from "./solve";

/**
 * Additive smoothing: so many contributions with the theme, and without, are added that have features as
 * often as all contributions.
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
 * The variance of each weight's Gaussian prior: feature by feature, the themes side by side. It is the size
 * of the log of how much oftener contributions with the theme have the feature than contributions without, so
 * that what is as common in both is held near 0; and what the codebook says of the theme adds to it, since a
 * few contributions cannot tell yet. To scale features by their naive Bayes ratio is of Wang and Manning,
 * "Baselines and bigrams" (ACL 2012), where the variance comes to the ratio's square, which trusts rare words
 * too much here.
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
 * How many contributions have each feature: those labelled on every theme (`fully`), those labelled on some
 * by theme (`partly`), and those that have the theme as well (`having`).
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
