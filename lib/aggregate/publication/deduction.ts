/** A figure that is made of others: `total` is the sum of `parts`. */
export type Relation = { total: string; parts: readonly string[] };

/** A linear equation, Σ coefficient × hidden value = sum, that a reader can derive from the shown figures. */
type Equation = { terms: Map<string, number>; sum: number };
type Bounds = { low: number; high: number };

const ROUNDS = 200;

/**
 * The hidden figures whose exact value a reader could deduce. The reader knows every shown figure, every
 * relation, and that a hidden figure is at least 1 (a true 0 is shown). Equations are combined by Gaussian
 * elimination, and bounds are narrowed by interval propagation until nothing changes. This finds more than
 * subtraction does and less than linear programming would. A relation that does not add up (somebody attended
 * two roundtables) gives the reader no equation, and is left out.
 */
export function deducible(
  values: ReadonlyMap<string, number>,
  hidden: ReadonlySet<string>,
  relations: readonly Relation[],
): Set<string> {
  const given = relations.filter((one) => addsUp(one, values)).map((one) => equation(one, values, hidden));
  const equations = given.filter(({ terms }) => terms.size > 0);
  const reduced = eliminate(equations);
  const found = new Set(
    reduced.filter(({ terms }) => terms.size === 1).flatMap(({ terms }) => [...terms.keys()]),
  );
  for (const [cell, { low, high }] of narrow([...equations, ...reduced])) if (low === high) found.add(cell);
  return found;
}

function addsUp({ total, parts }: Relation, values: ReadonlyMap<string, number>): boolean {
  return parts.reduce((sum, part) => sum + (values.get(part) ?? 0), 0) === values.get(total);
}

function equation(
  { total, parts }: Relation,
  values: ReadonlyMap<string, number>,
  hidden: ReadonlySet<string>,
): Equation {
  const terms = new Map<string, number>();
  for (const part of parts) if (hidden.has(part)) terms.set(part, 1);
  if (hidden.has(total)) terms.set(total, -1);
  let sum = 0;
  for (const [cell, factor] of terms) sum += factor * (values.get(cell) ?? 0);
  return { terms, sum };
}

/** Reduced row echelon form: a cell that the equations determine is then the only cell of one of them. */
function eliminate(equations: readonly Equation[]): Equation[] {
  let rows = equations.map(({ terms, sum }) => ({ terms: new Map(terms), sum }));
  const done: Equation[] = [];
  for (;;) {
    const pivotRow = rows.find(({ terms }) => terms.size > 0);
    const [pivot] = pivotRow?.terms ?? [];
    if (!pivotRow || !pivot) return done;
    const [cell, factor] = pivot;
    const unit = scaled(pivotRow, 1 / factor);
    const without = (row: Equation) => minus(row, unit, row.terms.get(cell) ?? 0);
    rows = rows.filter((row) => row !== pivotRow).map(without);
    done.splice(0, done.length, ...done.map(without), unit);
  }
}

function scaled({ terms, sum }: Equation, by: number): Equation {
  return { terms: new Map([...terms].map(([cell, factor]) => [cell, factor * by])), sum: sum * by };
}

function minus(row: Equation, other: Equation, times: number): Equation {
  if (times === 0) return row;
  const terms = new Map(row.terms);
  for (const [cell, factor] of other.terms) {
    const left = (terms.get(cell) ?? 0) - times * factor;
    if (Math.abs(left) < 1e-9) terms.delete(cell);
    else terms.set(cell, left);
  }
  return { terms, sum: row.sum - times * other.sum };
}

function narrow(equations: readonly Equation[]): Map<string, Bounds> {
  const bounds = new Map<string, Bounds>();
  for (const { terms } of equations)
    for (const cell of terms.keys()) bounds.set(cell, { low: 1, high: Infinity });
  for (let round = 0; round < ROUNDS; round++) {
    // Every equation is visited in every pass, so this must not short-circuit.
    const moved = equations.map((one) => tighten(one, bounds));
    if (!moved.includes(true)) break;
  }
  return bounds;
}

/** A sum that may hold infinite terms; it counts them, so that one can be taken out again. */
type Open = { finite: number; endless: number; sign: number };

/** Narrows the bounds of the equation's cells by what it leaves for each; returns whether a bound moved. */
function tighten({ terms, sum }: Equation, bounds: Map<string, Bounds>): boolean {
  const ends = new Map([...terms].map(([cell, factor]) => [cell, reach(factor, bounds.get(cell))]));
  const least = add([...ends.values()].map(([low]) => low));
  const most = add([...ends.values()].map(([, high]) => high));
  let moved = false;
  for (const [cell, factor] of terms) {
    const now = bounds.get(cell);
    const mine = ends.get(cell);
    if (!now || !mine) continue;
    const left = [(sum - without(most, mine[1])) / factor, (sum - without(least, mine[0])) / factor];
    const low = Math.max(now.low, Math.ceil(Math.min(...left) - 1e-9));
    const high = Math.min(now.high, Math.floor(Math.max(...left) + 1e-9));
    if (low === now.low && high === now.high) continue;
    bounds.set(cell, { low, high });
    moved = true;
  }
  return moved;
}

/** The lowest and highest value of a term. */
function reach(factor: number, { low, high }: Bounds = { low: 1, high: Infinity }): [number, number] {
  return factor > 0 ? [factor * low, factor * high] : [factor * high, factor * low];
}

function add(values: readonly number[]): Open {
  const finite = values.filter(Number.isFinite).reduce((all, value) => all + value, 0);
  const endless = values.filter((value) => !Number.isFinite(value));
  return { finite, endless: endless.length, sign: endless[0] ?? 0 };
}

/** The sum of the other terms: infinite while one of them is. */
function without({ finite, endless, sign }: Open, mine: number): number {
  const others = Number.isFinite(mine) ? endless : endless - 1;
  if (others > 0) return sign;
  return Number.isFinite(mine) ? finite - mine : finite;
}
