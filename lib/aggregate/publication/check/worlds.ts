import type { World } from "./bounds";
import { meets, valueOf, type Insider, type Problem, type Terms } from "./problem";

/** The same person's change, made by up to so many. */
const MAX_PEOPLE = 3;

/**
 * Which values a protected count may have, as far as worlds were found, and for whom: a world in which nobody is where a
 * participant knows that they are is none for that participant.
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

  /** Most counts are shown to be safe by a person more or fewer somewhere, long before an integer program is solved. */
  #addNearTruth(): void {
    const { truth, constraints, moves } = this.#problem;
    const sums = constraints.map(({ terms }) => valueOf(terms, truth));
    const rowsOf = truth.map((): [row: number, factor: number][] => []);
    constraints.forEach(({ terms }, row) => {
      for (const [variable, factor] of terms) rowsOf[variable]?.push([row, factor]);
    });
    const fitsWith = (move: Terms, times: number) => {
      const changes = new Map<number, number>();
      for (const [variable, by] of move) {
        if ((truth[variable] ?? 0) + times * by < 0) return false;
        for (const [row, factor] of rowsOf[variable] ?? [])
          changes.set(row, (changes.get(row) ?? 0) + times * by * factor);
      }
      return [...changes].every(([row, change]) => {
        const constraint = constraints[row];
        const sum = (sums[row] ?? 0) + change;
        return constraint !== undefined && sum >= constraint.low && sum <= constraint.high;
      });
    };
    for (const move of moves)
      for (let times = 1; times <= MAX_PEOPLE && fitsWith(move, times); times++) {
        const world = [...truth];
        for (const [variable, by] of move) world[variable] = (world[variable] ?? 0) + times * by;
        this.add(world);
      }
  }
}
