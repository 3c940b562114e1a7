import type { World } from "./bounds";
import { meets, valueOf, type Constraint, type Insider, type Problem, type Terms } from "./problem";

/** The same person's change, made by up to so many. */
const MAX_PEOPLE = 3;

/**
 * Which values a protected count may have, as far as worlds were found, and for whom: a world that contradicts what a
 * participant knows of themselves is none for that participant.
 */
export class Values {
  /** For each value, the insiders whom every world found so far contradicts. */
  readonly #closedTo = new Map<number, ReadonlySet<Insider>>();

  add(value: number, closedTo: ReadonlySet<Insider>): void {
    const before = this.#closedTo.get(value);
    if (before?.size === 0) return;
    this.#closedTo.set(
      value,
      before ? new Set([...before].filter((insider) => closedTo.has(insider))) : closedTo,
    );
  }

  has(value: number, insider: Insider | null): boolean {
    const closedTo = this.#closedTo.get(value);
    return closedTo !== undefined && (insider === null || !closedTo.has(insider));
  }

  /** How many values are possible, to somebody who took no part (null) or to a participant. */
  count(insider: Insider | null): number {
    if (insider === null) return this.#closedTo.size;
    return [...this.#closedTo.values()].filter((closedTo) => !closedTo.has(insider)).length;
  }

  /** The participants to whom some value is closed so far. */
  limited(): Set<Insider> {
    return new Set([...this.#closedTo.values()].flatMap((closedTo) => [...closedTo]));
  }
}

/** The values that protected counts have in the truth and in worlds close to it, and in further ones as they are found. */
export class WorldValues {
  readonly values: readonly Values[];
  readonly #problem: Problem;

  constructor(problem: Problem) {
    this.#problem = problem;
    this.values = problem.counts.map(() => new Values());
    this.add(problem.truth);
    this.#addNearTruth();
  }

  add(world: World): void {
    const closedTo = new Set(this.#problem.insiders.filter((known) => !meets(known, world)));
    this.#problem.counts.forEach(({ terms }, at) => this.values[at]?.add(valueOf(terms, world), closedTo));
  }

  /**
   * Most counts are shown to be safe by a person more or fewer somewhere, long before an integer program is solved. Only
   * the sums that contain a changed variable are looked at: the others have the values of the truth.
   */
  #addNearTruth(): void {
    const { truth, constraints, insiders, counts, moves } = this.#problem;
    const rows = new Sums(constraints, truth);
    const known = new Sums(insiders.flat(), truth);
    const owner = new Map(insiders.flatMap((insider) => insider.map((limit) => [limit, insider] as const)));
    const values = new Sums(
      counts.map(({ terms }) => ({ terms, low: -Infinity, high: Infinity })),
      truth,
    );
    for (const move of moves)
      for (let times = 1; times <= MAX_PEOPLE; times++) {
        if (move.some(([variable, by]) => (truth[variable] ?? 0) + times * by < 0)) break;
        if (rows.broken(move, times).length > 0) break;
        const closed = known.broken(move, times).map((limit) => owner.get(limit));
        const closedTo = new Set(closed.filter((insider) => insider !== undefined));
        for (const [at, value] of values.changed(move, times)) this.values[at]?.add(value, closedTo);
      }
  }
}

/** Sums of variables with their limits, and what they come to in the truth. */
class Sums {
  readonly #constraints: readonly Constraint[];
  readonly #truth: readonly number[];
  readonly #of = new Map<number, [row: number, factor: number][]>();

  constructor(constraints: readonly Constraint[], truth: readonly number[]) {
    this.#constraints = constraints;
    this.#truth = constraints.map(({ terms }) => valueOf(terms, truth));
    constraints.forEach(({ terms }, row) => {
      for (const [variable, factor] of terms) {
        const rows = this.#of.get(variable);
        if (rows) rows.push([row, factor]);
        else this.#of.set(variable, [[row, factor]]);
      }
    });
  }

  /** The sums that the move, made so many times, changes, with what they come to then. */
  changed(move: Terms, times: number): Map<number, number> {
    const values = new Map<number, number>();
    for (const [variable, by] of move)
      for (const [row, factor] of this.#of.get(variable) ?? [])
        values.set(row, (values.get(row) ?? this.#truth[row] ?? 0) + times * by * factor);
    return values;
  }

  /** The limits that it breaks. */
  broken(move: Terms, times: number): Constraint[] {
    return [...this.changed(move, times)].flatMap(([row, value]) => {
      const constraint = this.#constraints[row];
      return constraint && (value < constraint.low || value > constraint.high) ? [constraint] : [];
    });
  }
}
