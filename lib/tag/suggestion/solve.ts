import { seededRandom } from "@/lib/platform/random";
import type { Rows } from "./features";

/**
 * A theme's score is its bias plus the sum of a contribution's features, each times its weight for that
 * theme.
 */
export type Linear = {
  /** Feature by feature, with the themes next to each other. */
  weights: Float32Array;
  bias: Float32Array;
};

export type Problem = {
  rows: Rows;
  /** Which of the rows to learn from. */
  chosen: Int32Array;
  features: number;
  themes: number;
  /** Row by row, with the themes next to each other: 1 where the theme is present. */
  targets: Uint8Array;
  /** In the same layout, the cost of an error; 0 where nobody has labelled it. */
  costs: Float32Array;
  /** The variance of each weight's prior, in the layout of the weights. */
  priorVariance: Float32Array;
  passes: number;
  seed: number;
};

/** A change of a weight, before strength and prior variance, below which it is skipped. */
const SLIGHT = 1e-3;

/**
 * Logistic regression, independently for each theme, all in one pass: dual coordinate ascent after Yu, Huang
 * and Lin, "Dual coordinate descent methods for logistic regression and maximum entropy models" (Machine
 * Learning 85, 2011).
 */
export function solve(problem: Problem): Linear {
  const { rows, chosen, themes, targets, costs, priorVariance } = problem;
  const linear = { weights: new Float32Array(problem.features * themes), bias: new Float32Array(themes) };
  const believed = Float32Array.from(targets);
  const squares = new Float32Array(chosen.length * themes);
  const order = Int32Array.from(chosen, (_, at) => at);
  const random = seededRandom(problem.seed);
  const score = new Float64Array(themes);
  const change: Change = { themes: new Int32Array(themes), by: new Float64Array(themes), count: 0 };
  for (let pass = 0; pass < problem.passes; pass += 1) {
    shuffle(order, random);
    for (const at of order) {
      const row = chosen[at] ?? 0;
      const square = squares.subarray(at * themes, (at + 1) * themes);
      if (pass === 0) squareRow(priorVariance, rows, row, square);
      scoreRow(linear, rows, row, score);
      change.count = 0;
      for (let k = 0; k < themes; k += 1) {
        const place = row * themes + k;
        const cost = costs[place] ?? 0;
        if (cost === 0) continue;
        const before = believed[place] ?? 0;
        const now = settle(score[k] ?? 0, cost * (square[k] ?? 0), before);
        const by = cost * (before - now);
        if (by < SLIGHT && by > -SLIGHT) continue;
        believed[place] = now;
        change.themes[change.count] = k;
        change.by[change.count] = by;
        change.count += 1;
      }
      addRow(linear, rows, row, priorVariance, change);
    }
  }
  return linear;
}

/**
 * Solves p = sigmoid(score - pull (p - before)) by Newton's method on the log-odds; started at 0, the
 * inflection point, it cannot overshoot.
 */
function settle(score: number, pull: number, before: number): number {
  let odds = 0;
  let p = 0.5;
  for (let turn = 0; turn < 8; turn += 1) {
    const by = (odds - score + pull * (p - before)) / (1 + pull * p * (1 - p));
    odds -= by;
    p = 1 / (1 + Math.exp(-odds));
    if (by < 1e-3 && by > -1e-3) break;
  }
  return p;
}

/** Writes the themes' scores of one row into `score`. */
export function scoreRow({ weights, bias }: Linear, rows: Rows, row: number, score: Float64Array): void {
  const themes = bias.length;
  for (let k = 0; k < themes; k += 1) score[k] = bias[k] ?? 0;
  const to = rows.starts[row + 1] ?? 0;
  for (let n = rows.starts[row] ?? 0; n < to; n += 1) {
    const value = rows.values[n] ?? 0;
    const base = (rows.ids[n] ?? 0) * themes;
    for (let k = 0; k < themes; k += 1) score[k] = (score[k] ?? 0) + value * (weights[base + k] ?? 0);
  }
}

/** The themes whose weights a row changes, and by how much; most rows soon change few. */
type Change = { themes: Int32Array; by: Float64Array; count: number };

function addRow(
  { weights, bias }: Linear,
  rows: Rows,
  row: number,
  priorVariance: Float32Array,
  change: Change,
) {
  const { themes, by, count } = change;
  for (let c = 0; c < count; c += 1) {
    const k = themes[c] ?? 0;
    bias[k] = (bias[k] ?? 0) + (by[c] ?? 0);
  }
  const to = count === 0 ? 0 : (rows.starts[row + 1] ?? 0);
  for (let n = rows.starts[row] ?? 0; n < to; n += 1) {
    const value = rows.values[n] ?? 0;
    const base = (rows.ids[n] ?? 0) * bias.length;
    for (let c = 0; c < count; c += 1) {
      const at = base + (themes[c] ?? 0);
      weights[at] = (weights[at] ?? 0) + value * (priorVariance[at] ?? 0) * (by[c] ?? 0);
    }
  }
}

/**
 * Theme by theme the squared norm of a row, each feature scaled by its prior variance, with the bias as a
 * feature of value 1.
 */
function squareRow(priorVariance: Float32Array, rows: Rows, row: number, square: Float32Array) {
  const themes = square.length;
  square.fill(1);
  const to = rows.starts[row + 1] ?? 0;
  for (let n = rows.starts[row] ?? 0; n < to; n += 1) {
    const value = (rows.values[n] ?? 0) ** 2;
    const base = (rows.ids[n] ?? 0) * themes;
    for (let k = 0; k < themes; k += 1) square[k] = (square[k] ?? 0) + value * (priorVariance[base + k] ?? 0);
  }
}

export function shuffle(order: Int32Array, random: () => number): void {
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const held = order[last] ?? 0;
    order[last] = order[other] ?? 0;
    order[other] = held;
  }
}
