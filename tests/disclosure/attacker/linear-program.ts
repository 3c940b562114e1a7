import { solve } from "yalps";

export type Sum = readonly (readonly [unknown: number, factor: number])[];
export type Row = { sum: Sum; low: number; high: number };

export const plus = (...sums: readonly Sum[]): Sum => sums.flat();
export const times = (factor: number, sum: Sum): Sum => sum.map(([unknown, by]) => [unknown, factor * by]);

const OBJECTIVE = -1;
const TOLERANCE = 1e-6;
const TIMEOUT = 4000;

/** Whole numbers from 0 up that nobody outside knows, and what is known of sums of them. */
export class LinearProgram {
  #unknowns = 0;
  readonly #rows: Row[] = [];
  /** Whole numbers for every unknown that were found to fit all the rows. */
  readonly #found: (readonly number[])[] = [];

  unknown(): Sum {
    this.#unknowns += 1;
    return [[this.#unknowns - 1, 1]];
  }

  unknowns(many: number): Sum[] {
    return Array.from({ length: many }, () => this.unknown());
  }

  add(sum: Sum, low: number, high: number): void {
    if (low > -Infinity || high < Infinity) this.#rows.push({ sum, low, high });
  }

  /** What the sum may be at least and at most, in fractions too: the whole numbers that are possible lie between. */
  bounds(sum: Sum, known: readonly Row[]): { low: number; high: number } {
    const low = this.#solve("minimize", sum, known, false);
    const high = this.#solve("maximize", sum, known, false);
    return {
      low: low.status === "optimal" ? Math.ceil(low.result - TOLERANCE) : -Infinity,
      high: high.status === "optimal" ? Math.floor(high.result + TOLERANCE) : Infinity,
    };
  }

  /** Whether whole numbers exist that give the sum this value; undecided where the time does not suffice. */
  isPossible(sum: Sum, value: number, known: readonly Row[]): boolean | "undecided" {
    const asked = [...known, { sum, low: value, high: value }];
    if (this.#found.some((numbers) => fits(asked, numbers))) return true;
    const { status, variables } = this.#solve(undefined, [], asked, true);
    if (status === "infeasible") return false;
    if (status !== "optimal") return "undecided";
    const numbers = Array.from({ length: this.#unknowns }, () => 0);
    for (const [unknown, number] of variables) numbers[unknown] = Math.round(number);
    // The solver works in floating point, so that its answer is checked in whole numbers.
    if (!fits([...this.#rows, ...asked], numbers)) return "undecided";
    this.#found.push(numbers);
    return true;
  }

  #solve(
    direction: "minimize" | "maximize" | undefined,
    objective: Sum,
    known: readonly Row[],
    integers: boolean,
  ) {
    const rows = [...this.#rows, ...known];
    const columns = Array.from({ length: this.#unknowns }, () => new Map<number, number>());
    const put = (row: number, sum: Sum) => {
      for (const [unknown, factor] of sum) {
        const column = columns[unknown];
        column?.set(row, (column.get(row) ?? 0) + factor);
      }
    };
    rows.forEach(({ sum }, row) => put(row, sum));
    if (direction) put(OBJECTIVE, objective);
    const constraints = rows.map(({ low, high }, row) => [row, limitsOf(low, high)] as const);
    const variables = columns.map((column, unknown) => [unknown, column] as const);
    const aim = direction ? { direction, objective: OBJECTIVE } : {};
    return solve({ ...aim, constraints, variables, integers }, { timeout: TIMEOUT });
  }
}

function fits(rows: readonly Row[], numbers: readonly number[]): boolean {
  return rows.every(({ sum, low, high }) => {
    const value = sum.reduce((total, [unknown, factor]) => total + factor * (numbers[unknown] ?? 0), 0);
    return value >= low && value <= high;
  });
}

function limitsOf(low: number, high: number) {
  if (low === high) return { equal: low };
  return { ...(low > -Infinity ? { min: low } : {}), ...(high < Infinity ? { max: high } : {}) };
}
