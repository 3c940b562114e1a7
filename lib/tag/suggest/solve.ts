import { seededRandom } from "@/lib/tag/random";
import type { Rows } from "@/lib/tag/suggest/features";

/** A score of a theme is its bias and the sum of a line's features, each by its weight for that theme. */
export type Linear = {
  /** Feature by feature, the themes side by side. */
  weights: Float32Array;
  bias: Float32Array;
};

export type Problem = {
  rows: Rows;
  /** Which of the rows to learn from. */
  chosen: Int32Array;
  features: number;
  themes: number;
  /** Row by row, the themes side by side: 1 where the theme is present. */
  targets: Uint8Array;
  /** Beside each target what an error there costs; 0 where nobody has said. */
  costs: Float32Array;
  passes: number;
  seed: number;
};

/** So many rows are gone through before training pauses. */
export const ROWS_A_STEP = 200;
const SLIGHT = 1e-4;

/**
 * Logistic regression, each theme by itself, all in one sweep: coordinate ascent in the dual after Yu, Huang and
 * Lin, "Dual coordinate descent methods for logistic regression and maximum entropy models" (Machine Learning 85,
 * 2011). Yields after every ROWS_A_STEP rows.
 */
export function* solve(problem: Problem): Generator<void, Linear, void> {
  const { rows, chosen, themes, targets, costs } = problem;
  const linear = { weights: new Float32Array(problem.features * themes), bias: new Float32Array(themes) };
  const believed = Float32Array.from(targets);
  const squares = Float64Array.from(chosen, (row) => squareOf(rows, row));
  const order = Int32Array.from(chosen, (_, at) => at);
  const random = seededRandom(problem.seed);
  const score = new Float64Array(themes);
  const change = new Float64Array(themes);
  for (let pass = 0; pass < problem.passes; pass += 1) {
    shuffle(order, random);
    for (let turn = 0; turn < order.length; turn += 1) {
      if (turn % ROWS_A_STEP === ROWS_A_STEP - 1) yield;
      const at = order[turn] ?? 0;
      const row = chosen[at] ?? 0;
      scoreRow(linear, rows, row, score);
      let largest = 0;
      for (let k = 0; k < themes; k += 1) {
        const place = row * themes + k;
        const cost = costs[place] ?? 0;
        const before = believed[place] ?? 0;
        const now = cost === 0 ? before : settle(score[k] ?? 0, cost * (squares[at] ?? 0), before);
        believed[place] = now;
        const by = cost * (before - now);
        change[k] = by;
        largest = Math.max(largest, Math.abs(by));
      }
      if (largest > SLIGHT) addRow(linear, rows, row, change);
    }
  }
  return linear;
}

/**
 * Solves p = sigmoid(score - pull (p - before)) by Newton's method on the log-odds; started at 0, where the curve
 * bends over, it cannot overshoot.
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

function addRow({ weights, bias }: Linear, rows: Rows, row: number, change: Float64Array) {
  const themes = bias.length;
  for (let k = 0; k < themes; k += 1) bias[k] = (bias[k] ?? 0) + (change[k] ?? 0);
  const to = rows.starts[row + 1] ?? 0;
  for (let n = rows.starts[row] ?? 0; n < to; n += 1) {
    const value = rows.values[n] ?? 0;
    const base = (rows.ids[n] ?? 0) * themes;
    for (let k = 0; k < themes; k += 1) {
      weights[base + k] = (weights[base + k] ?? 0) + value * (change[k] ?? 0);
    }
  }
}

/** The square of a row's length, the bias counting as a feature of strength 1. */
function squareOf(rows: Rows, row: number): number {
  let square = 1;
  const to = rows.starts[row + 1] ?? 0;
  for (let n = rows.starts[row] ?? 0; n < to; n += 1) square += (rows.values[n] ?? 0) ** 2;
  return square;
}

export function shuffle(order: Int32Array, random: () => number): void {
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const held = order[last] ?? 0;
    order[last] = order[other] ?? 0;
    order[other] = held;
  }
}
