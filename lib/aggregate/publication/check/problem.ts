import type { Stance } from "@/lib/capture/contribution/stance";
import { intervalOf } from "../published-count";
import type { PublishedFigure } from "../shape/published-shape";

/**
 * Everything that was published of one theme, as an integer program: whole numbers that a reader does not know, and what
 * the published figures and the numbers present say about sums of them.
 */
export type Problem = {
  /** The number that each variable has in truth; every variable is at least 0. */
  truth: readonly number[];
  constraints: readonly Constraint[];
  /** What must not follow: counts that are small in truth. */
  counts: readonly ProtectedCount[];
  /** What each participant knows of themselves. */
  insiders: readonly Insider[];
  /** Changes that one person may make to the truth, to look for other numbers that fit as well. */
  moves: readonly Terms[];
};

/** Variables and their factors. */
export type Terms = readonly (readonly [variable: number, factor: number])[];

/** low ≤ Σ factor × variable ≤ high */
export type Constraint = { terms: Terms; low: number; high: number };

export type ProtectedCount = {
  of: CountOf;
  terms: Terms;
  /**
   * How many people could be in it, where that is fewer than the threshold: a roundtable of two or three. They all heard
   * one another, and so no more can be asked than that nobody else can tell.
   */
  outOf: number | null;
};

/** What a participant knows of themselves, as limits that hold for them alone. */
export type Insider = readonly Constraint[];

/** Which count it is, for words. */
export type CountOf = {
  release: number;
  place:
    | { roundtable: string }
    | { group: string; attribute: string }
    /** One side of it, of the review as a whole, or of one roundtable, of which reports alone tell. */
    | { finding: string; roundtable?: string }
    | "review";
  /** People who took that stance; null: everybody who raised the theme. */
  counted: Stance | null;
  /** The count is by how many people a figure differs from that of an earlier release. */
  change?: boolean;
};

export function valueOf(terms: Terms, values: readonly number[]): number {
  let sum = 0;
  for (const [variable, factor] of terms) sum += factor * (values[variable] ?? 0);
  return sum;
}

/** Whether the numbers are within all the limits. */
export function meets(constraints: readonly Constraint[], values: readonly number[]): boolean {
  return constraints.every(({ terms, low, high }) => {
    const value = valueOf(terms, values);
    return value >= low && value <= high;
  });
}

/** a − b, where both may contain the same variables. */
export function less(a: Terms, b: Terms): Terms {
  const sum = new Map<number, number>();
  for (const [variable, factor] of a) sum.set(variable, (sum.get(variable) ?? 0) + factor);
  for (const [variable, factor] of b) sum.set(variable, (sum.get(variable) ?? 0) - factor);
  return [...sum].filter(([, factor]) => factor !== 0);
}

/** Collects variables and constraints. A constraint that the truth does not meet is a fault of the model, and throws. */
export class ProblemBuilder {
  readonly #truth: number[] = [];
  readonly #constraints: Constraint[] = [];
  readonly #counts: ProtectedCount[] = [];
  readonly #insiders: Insider[] = [];
  readonly #moves: Terms[] = [];

  constructor(readonly threshold: number) {}

  variable(truth: number): number {
    this.#truth.push(truth);
    return this.#truth.length - 1;
  }

  truthOf(terms: Terms): number {
    return valueOf(terms, this.#truth);
  }

  constrain(terms: Terms, low: number, high: number): void {
    this.#require(terms, low, high);
    if (terms.length > 0) this.#constraints.push({ terms, low, high });
  }

  /** A limit that follows from the rules, widened where the truth is beyond it (after a correction, say). */
  constrainAtLeast(terms: Terms, low: number, high: number): void {
    const truth = this.truthOf(terms);
    this.constrain(terms, Math.min(low, truth), Math.max(high, truth));
  }

  /** What a published figure says about the count. */
  publish(terms: Terms, figure: PublishedFigure): void {
    const { low, high } = intervalOf(figure);
    this.constrain(terms, low, high);
  }

  /** Protects the count where it is small in truth; a true 0 may be known. */
  protect(of: CountOf, terms: Terms, present = Infinity): void {
    const truth = Math.abs(this.truthOf(terms));
    const outOf = present < this.threshold ? present : null;
    if (truth > 0 && truth < this.threshold) this.#counts.push({ of, terms, outOf });
  }

  insider(known: Insider): void {
    for (const { terms, low, high } of known) this.#require(terms, low, high);
    this.#insiders.push(known);
  }

  move(terms: Terms): void {
    this.#moves.push(terms);
  }

  #require(terms: Terms, low: number, high: number): void {
    const truth = this.truthOf(terms);
    if (truth < low || truth > high)
      throw new Error(`The check's model does not hold: ${truth} is not between ${low} and ${high}.`);
  }

  build(): Problem {
    return {
      truth: this.#truth,
      constraints: this.#constraints,
      counts: this.#counts,
      insiders: this.#insiders,
      moves: this.#moves,
    };
  }
}
