/** A figure that is made of others: `total` is the sum of `parts`. */
export type Relation = { total: string; parts: readonly string[] };

/** Σ of coefficient times hidden value = sum, for what a reader can work out from the figures that are shown. */
type Equation = { terms: Map<string, number>; sum: number };
type Bounds = { low: number; high: number };

const ROUNDS = 200;

/**
 * The hidden figures that a reader could work out to one value. The reader knows that a hidden figure is at
 * least 1 (a true 0 is shown), every shown figure and every relation, and combines relations (Gaussian
 * elimination) and narrows ranges until nothing moves (interval propagation). That is less than linear
 * programming would find, and more than subtraction. A relation that does not add up (somebody came to two
 * roundtables) tells the reader nothing exact, and is left out.
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

/** Reduced row echelon form: a cell that the equations fix alone is left alone in one of them. */
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
    // Every equation is looked at in every round, so no short circuit.
    const moved = equations.map((one) => tighten(one, bounds));
    if (!moved.includes(true)) break;
  }
  return bounds;
}

/** A sum that may hold endless terms, so that one of them can be taken out again. */
type Open = { finite: number; endless: number; sign: number };

/** Narrows the equation's cells by what it leaves for each; true when that moved a bound. */
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

/** The least and the most that a term may come to. */
function reach(factor: number, { low, high }: Bounds = { low: 1, high: Infinity }): [number, number] {
  return factor > 0 ? [factor * low, factor * high] : [factor * high, factor * low];
}

function add(values: readonly number[]): Open {
  const finite = values.filter(Number.isFinite).reduce((all, value) => all + value, 0);
  const endless = values.filter((value) => !Number.isFinite(value));
  return { finite, endless: endless.length, sign: endless[0] ?? 0 };
}

/** The sum of the other terms: endless while one of them is. */
function without({ finite, endless, sign }: Open, mine: number): number {
  const others = Number.isFinite(mine) ? endless : endless - 1;
  if (others > 0) return sign;
  return Number.isFinite(mine) ? finite - mine : finite;
}
