import { startingProbability } from "@/lib/tag/suggest/calibrate";

/** A line's probabilities and what was judged of it, the themes in their order; `known` where somebody did. */
export type Scored = { probabilities: Float64Array; present: Uint8Array; known: Uint8Array };

export type Thresholds = { thresholds: number[]; likeliestFrom: number };

/** How many present lines' worth of evidence all themes together lend to each single one. */
const LENT = 20;
/** The probabilities that are tried as thresholds, and those tried for the likeliest theme; 1 is for never. */
const GRID = Array.from({ length: 33 }, (_, at) => 0.1 + at * 0.02);
const FLOORS = [0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 1] as const;
/** With fewer themes found than this, thresholds are those of the start: set by likeness to the codebook. */
const FEW_PRESENT = 10;
const START_LIKENESS = 0.5;
const START_LIKENESS_OF_LIKELIEST = 0.2;

type Counts = { right: number; said: number };

/**
 * From which probability each theme is suggested: where its F1 would be best on lines its model had not seen. A
 * theme with few lines is held to what suits all of them together, since its own best is luck.
 */
export function thresholdsOf(lines: readonly Scored[], themes: number): Thresholds {
  const present = Array.from({ length: themes }, (_, k) =>
    lines.reduce((sum, line) => sum + (line.present[k] ?? 0), 0),
  );
  const all = present.reduce((sum, count) => sum + count, 0);
  if (all < FEW_PRESENT) {
    const start = startingProbability(themes, START_LIKENESS);
    return {
      thresholds: present.map(() => start),
      likeliestFrom: startingProbability(themes, START_LIKENESS_OF_LIKELIEST),
    };
  }
  const counts = GRID.map((threshold) => countsAt(lines, themes, threshold));
  const pooled = counts.map((byTheme) => ({
    right: byTheme.reduce((sum, count) => sum + count.right, 0) / all,
    said: byTheme.reduce((sum, count) => sum + count.said, 0) / all,
  }));
  const thresholds = present.map((found, k) => {
    const f1s = GRID.map((_, at) => {
      const own = counts[at]?.[k] ?? NOTHING;
      const lent = pooled[at] ?? NOTHING;
      return (2 * (own.right + LENT * lent.right)) / (own.said + LENT * lent.said + found + LENT);
    });
    return GRID[f1s.indexOf(Math.max(...f1s))] ?? 1;
  });
  return { thresholds, likeliestFrom: bestFloor(lines, thresholds) };
}

const NOTHING: Counts = { right: 0, said: 0 };

function countsAt(lines: readonly Scored[], themes: number, threshold: number): Counts[] {
  const counts = Array.from({ length: themes }, () => ({ right: 0, said: 0 }));
  for (const { probabilities, present, known } of lines) {
    counts.forEach((count, k) => {
      if (!known[k] || (probabilities[k] ?? 0) < threshold) return;
      count.said += 1;
      if (present[k]) count.right += 1;
    });
  }
  return counts;
}

/** From which probability the likeliest theme is better suggested than nothing, where none reaches its threshold. */
function bestFloor(lines: readonly Scored[], own: readonly number[]): number {
  const total = { right: 0, said: 0, present: 0 };
  const bare: { top: number; right: boolean }[] = [];
  for (const { probabilities, present, known } of lines) {
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
    const more = bare.filter((line) => line.top >= floor);
    const right = total.right + more.filter((line) => line.right).length;
    const f1 = (2 * right) / (total.said + more.length + total.present);
    if (f1 > bestF1) {
      bestF1 = f1;
      best = floor;
    }
  }
  return best;
}
