import { outerBounds, worldWith } from "./bounds";
import { valueOf, type CountOf, type Insider, type Problem } from "./problem";
import { themeProblem } from "./theme-problem";
import type { ThemeHistory } from "./theme-history";
import { WorldValues } from "./worlds";

/** So many values of a small count must stay possible (0 may be one of them). */
const LEAST_VALUES = 3;

/** A small count that follows, nearly or wholly, from what is published. */
export type Disclosure = {
  of: CountOf;
  /** How many values stay possible: 1 where it is determined. */
  values: number;
  /** Only a participant, who knows what they said, could tell. */
  toParticipant: boolean;
};

/**
 * The small counts of a theme (or those `among` them) of which fewer than three values stay possible, to a reader who has everything that was
 * ever published of it and knows the rule of rounding, or to a participant who has that and knows what they said
 * themselves. Each is shown to be safe by three worlds: whole numbers that fit everything published and give three
 * values. Where they cannot be found close to the truth, an integer program says what is possible.
 *
 * The model is that of cell suppression's audit by linear programming (Fischetti and Salazar-González, Solving the cell
 * suppression problem on tabular data with linear constraints, Management Science 47, 2001).
 */
export function checkTheme(history: ThemeHistory, among?: readonly Pick<Disclosure, "of">[]): Disclosure[] {
  const problem = themeProblem(history);
  if (!among) return checkProblem(problem);
  const named = new Set(among.map(({ of }) => JSON.stringify(of)));
  return checkProblem({
    ...problem,
    counts: problem.counts.filter(({ of }) => named.has(JSON.stringify(of))),
  });
}

/** Of what follows now, what did not follow before, or left more values, or was known to a participant alone. */
export function worseThan(before: readonly Disclosure[], now: readonly Disclosure[]): Disclosure[] {
  const byCount = new Map(before.map((one) => [JSON.stringify(one.of), one]));
  return now.filter(({ of, values, toParticipant }) => {
    const then = byCount.get(JSON.stringify(of));
    return !then || values < then.values || (then.toParticipant && !toParticipant);
  });
}

function checkProblem(problem: Problem): Disclosure[] {
  const found = new WorldValues(problem);
  return problem.counts.flatMap(({ of, outOf }, at): Disclosure[] => {
    const least = outOf === null ? LEAST_VALUES : Math.min(LEAST_VALUES, outOf + 1);
    const values = possible(problem, found, at, null);
    if (values < least) return [{ of, values, toParticipant: false }];
    if (outOf !== null) return [];
    for (const insider of found.values[at]?.limited() ?? []) {
      const own = possible(problem, found, at, insider);
      if (own < least) return [{ of, values: own, toParticipant: true }];
    }
    return [];
  });
}

/** How many values of a count are possible, at most three: those that were found, and else those that can be. */
function possible(problem: Problem, found: WorldValues, at: number, insider: Insider | null): number {
  const values = found.values[at];
  const terms = problem.counts[at]?.terms;
  if (!values || !terms) return LEAST_VALUES;
  if (values.count(insider) >= LEAST_VALUES) return LEAST_VALUES;
  const truth = valueOf(terms, problem.truth);
  const search = (candidates: readonly number[]) => {
    for (const value of candidates) {
      if (values.count(insider) >= LEAST_VALUES) return;
      if (values.has(value, insider)) continue;
      const world = worldWith(problem, terms, value, insider);
      if (world) found.add(world);
    }
  };
  // Two more values are mostly found next to the truth, and then no bounds are needed.
  search([truth + 1, truth - 1, truth + 2]);
  if (values.count(insider) >= LEAST_VALUES) return LEAST_VALUES;
  const { low, high } = outerBounds(problem, terms, insider);
  if (high - low + 1 < LEAST_VALUES) return high - low + 1;
  search(nearestFirst(truth, Math.max(low, truth - REACH), Math.min(high, truth + REACH)));
  return values.count(insider);
}

/** Values further from the truth than this are not tried: where they are possible, nearer ones are. */
const REACH = 4;

function nearestFirst(truth: number, low: number, high: number): number[] {
  return Array.from({ length: high - low + 1 }, (_, at) => low + at)
    .filter((value) => value !== truth)
    .sort((a, b) => Math.abs(a - truth) - Math.abs(b - truth));
}
