import type { Rows } from "./features";
import { scoreRow, type Linear } from "./solve";

/** At most this many contributions are the feedback for a theme, each with a similarity of at least LEAST. */
const MAX_CONTRIBUTIONS = 30;
const LEAST = 0.15;
/**
 * How much they add to the codebook's own words, and the smoothing that is added to the sum of their
 * similarities.
 */
const STRENGTH = 0.3;
const SMOOTHING = 0.5;

type Similarity = { similarity: number; row: number };

/**
 * The codebook's weights, expanded by pseudo-relevance feedback: a part of the mean vector of the
 * contributions most similar to each theme is added, as in Rocchio, "Relevance feedback in information
 * retrieval" (1971), with the highest ranked contributions taken as relevant. It finds words that occur with
 * the codebook's own in contributions that nobody has tagged.
 */
export function withFeedback(codebook: Linear, rows: Rows): Linear {
  const themes = codebook.bias.length;
  const weights = codebook.weights.slice();
  const mean = meanOf(rows, weights.length / themes);
  nearestRows(codebook, rows).forEach((nearest, k) => {
    const whole = nearest.reduce((sum, { similarity }) => sum + similarity, SMOOTHING);
    for (const { similarity, row } of nearest) {
      const share = (STRENGTH * similarity) / whole;
      const to = rows.starts[row + 1] ?? 0;
      for (let n = rows.starts[row] ?? 0; n < to; n += 1) {
        const id = rows.ids[n] ?? 0;
        const place = id * themes + k;
        weights[place] = (weights[place] ?? 0) + share * ((rows.values[n] ?? 0) - (mean[id] ?? 0));
      }
    }
  });
  return { weights, bias: codebook.bias };
}

function nearestRows(codebook: Linear, rows: Rows): Similarity[][] {
  const nearest = Array.from(codebook.bias, (): Similarity[] => []);
  const score = new Float64Array(codebook.bias.length);
  for (let row = 0; row < rows.starts.length - 1; row += 1) {
    scoreRow(codebook, rows, row, score);
    nearest.forEach((list, k) => {
      const similarity = score[k] ?? 0;
      if (similarity > LEAST) list.push({ similarity, row });
    });
  }
  return nearest.map((list) =>
    list.sort((a, b) => b.similarity - a.similarity || a.row - b.row).slice(0, MAX_CONTRIBUTIONS),
  );
}

/** The mean value of each feature in a contribution. */
function meanOf({ starts, ids, values }: Rows, features: number): Float64Array {
  const mean = new Float64Array(features);
  const contributions = Math.max(1, starts.length - 1);
  ids.forEach((id, n) => (mean[id] = (mean[id] ?? 0) + (values[n] ?? 0) / contributions));
  return mean;
}
