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
  readonly #rows: Sums;
  readonly #known: Sums;
  readonly #counts: Sums;
  /** What several participants know is one limit. */
  readonly #ownersOf = new Map<Constraint, Insider[]>();

  constructor(problem: Problem) {
    const { truth, constraints, insiders, counts, moves } = problem;
    this.#problem = problem;
    this.values = counts.map(() => new Values());
    this.#rows = new Sums(constraints, truth);
    for (const insider of insiders)
      for (const limit of insider) {
        const owners = this.#ownersOf.get(limit);
        if (owners) owners.push(insider);
        else this.#ownersOf.set(limit, [insider]);
      }
    this.#known = new Sums([...this.#ownersOf.keys()], truth);
    this.#counts = new Sums(
      counts.map(({ terms }) => ({ terms, low: -Infinity, high: Infinity })),
      truth,
    );
    this.add(truth);
    // Most counts are shown to be safe by a person more or fewer somewhere, long before a program is solved.
    for (const move of moves) for (const more of repeated(move)) if (!this.#addMoved(more)) break;
  }

  add(world: World): void {
    const closedTo = new Set(this.#problem.insiders.filter((known) => !meets(known, world)));
    this.#problem.counts.forEach(({ terms }, at) => this.values[at]?.add(valueOf(terms, world), closedTo));
  }

  /** Whether the truth with the move made fits. The counts that it does not change have the values of the truth. */
  #addMoved(move: Terms): boolean {
    const changes = new Map<number, number>();
    for (const [variable, by] of move) changes.set(variable, (changes.get(variable) ?? 0) + by);
    const { truth } = this.#problem;
    for (const [variable, by] of changes) if ((truth[variable] ?? 0) + by < 0) return false;
    if (this.#rows.broken(move).length > 0) return false;
    const closedTo = new Set(this.#known.broken(move).flatMap((limit) => this.#ownersOf.get(limit) ?? []));
    for (const [at, value] of this.#counts.changed(move)) this.values[at]?.add(value, closedTo);
    return true;
  }
}

function repeated(move: Terms): Terms[] {
  return Array.from({ length: MAX_PEOPLE }, (_, at) =>
    move.map(([variable, by]) => [variable, (at + 1) * by] as const),
  );
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

  /** The sums that the move changes, with what they come to then. */
  changed(move: Terms): Map<number, number> {
    const values = new Map<number, number>();
    for (const [variable, by] of move)
      for (const [row, factor] of this.#of.get(variable) ?? [])
        values.set(row, (values.get(row) ?? this.#truth[row] ?? 0) + by * factor);
    return values;
  }

  /** The limits that it breaks. */
  broken(move: Terms): Constraint[] {
    return [...this.changed(move)].flatMap(([row, value]) => {
      const constraint = this.#constraints[row];
      return constraint && (value < constraint.low || value > constraint.high) ? [constraint] : [];
    });
  }
}
