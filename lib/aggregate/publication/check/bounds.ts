import { solve, type Model } from "yalps";
import type { Interval } from "../published-count";
import { meets, type Insider, type Problem, type Terms } from "./problem";

/** One problem takes some milliseconds; what takes longer than this counts as not shown. */
const LIMIT_MS = 1000;
const TOLERANCE = 1e-6;
const OBJECTIVE = -1;

/** Whole numbers for every variable that fit everything published. */
export type World = readonly number[];

/**
 * The whole numbers between which `terms` lies in every world, from the linear relaxation: no world is outside, and a
 * number inside may still be impossible.
 */
export function outerBounds(problem: Problem, terms: Terms, insider: Insider | null): Interval {
  const ends = (["minimize", "maximize"] as const).map((direction) => {
    const aim = { direction, objective: OBJECTIVE };
    return solved(rowsOf(problem, insider), problem.truth.length, aim, terms, false).result;
  });
  const [low = Number.NaN, high = Number.NaN] = ends;
  return {
    low: Number.isFinite(low) ? Math.ceil(low - TOLERANCE) : -Infinity,
    high: Number.isFinite(high) ? Math.floor(high + TOLERANCE) : Infinity,
  };
}

/** A world in which `terms` is `value`; null where there is none, or none was found within the time. */
export function worldWith(
  problem: Problem,
  terms: Terms,
  value: number,
  insider: Insider | null,
): World | null {
  const rows = [...rowsOf(problem, insider), { terms, low: value, high: value }];
  const { status, variables } = solved(rows, problem.truth.length, {}, terms, true);
  if (status !== "optimal") return null;
  const world = problem.truth.map(() => 0);
  for (const [variable, number] of variables) world[variable] = Math.round(number);
  // The solver works in floating point, so that its answer is checked in whole numbers.
  return meets(rows, world) ? world : null;
}

function rowsOf({ constraints }: Problem, insider: Insider | null): Problem["constraints"] {
  return [...constraints, ...(insider ?? [])];
}

type Aim = Pick<Model<number, number>, "direction" | "objective">;

/** The simplex method, with branch and cut where whole numbers are wanted (yalps). */
function solved(rows: Problem["constraints"], variables: number, aim: Aim, objective: Terms, whole: boolean) {
  const columns = Array.from({ length: variables }, () => new Map<number, number>());
  rows.forEach(({ terms }, row) => {
    for (const [variable, factor] of terms) columns[variable]?.set(row, factor);
  });
  if (aim.objective !== undefined)
    for (const [variable, factor] of objective) columns[variable]?.set(OBJECTIVE, factor);
  return solve<number, number>(
    {
      ...aim,
      constraints: rows.map(({ low, high }, row) => [
        row,
        low === high ? { equal: low } : { min: low, max: high },
      ]),
      variables: columns.map((column, variable) => [variable, column]),
      integers: whole,
    },
    { timeout: LIMIT_MS, includeZeroVariables: true },
  );
}
