import type { ReviewHistory } from "../history";
import type { Counted, Published } from "../statements";
import { plus, times, type Row, type Sum } from "./linear-program";
import { Pages } from "./pages";
import { PeopleSearch } from "./people-search";
import { StanceSets } from "./stance-sets";
import { targetsOf, type Target } from "./targets";

/** So many values of a small count must stay possible. */
const LEAST_VALUES = 3;
/** Values further from the truth than this are not tried. */
const REACH = 4;

/** A small count of which fewer than three values are left. */
export type Breach = {
  count: string;
  truth: number;
  values: number;
  /** What the participant is like who could tell; null: anybody could. */
  insider: string | null;
  /** The integer program ruled the others out; else no review was found that has them. */
  proven: boolean;
};

export type Attack = {
  targets: number;
  breaches: Breach[];
  /** Counts that are safe according to the integer program alone: no other review was found. */
  byProgramAlone: number;
};

/**
 * What follows from the published pages of a review about its small counts. The truth says which counts to attack, and
 * where to begin to look for other reviews with the same pages; what is ruled out is ruled out by the pages alone.
 */
export function attack(published: Published, review: ReviewHistory): Attack {
  const pages = new Pages(published);
  const truth = pages.numbersOfReview(review);
  pages.requireTrue(truth);
  const targets = targetsOf(pages, truth);
  const search = new PeopleSearch(pages, targets, review, targets.length);
  const found: Attack = { targets: targets.length, breaches: [], byProgramAlone: 0 };
  let model: StanceSets | undefined;
  const program = () => (model ??= new StanceSets(published));
  targets.forEach((target, at) => {
    const first = attackOne(search, at, target, null, program);
    if (first === "program alone") found.byProgramAlone += 1;
    else if (first) {
      found.breaches.push(first);
      return;
    }
    for (const insider of search.values[at]?.limited() ?? []) {
      const own = attackOne(search, at, target, insider, program);
      if (own === "program alone") found.byProgramAlone += 1;
      else if (own) {
        found.breaches.push(own);
        return;
      }
    }
  });
  return found;
}

function attackOne(
  search: PeopleSearch,
  at: number,
  target: Target,
  insider: string | null,
  program: () => StanceSets,
): Breach | "program alone" | null {
  const values = search.values[at];
  if (!values || values.count(insider) >= LEAST_VALUES) return null;
  for (const value of nearest(target.truth)) {
    if (!values.has(value, insider)) search.reach(at, value, insider);
    if (values.count(insider) >= LEAST_VALUES) return null;
  }
  const model = program();
  const sum = sumOf(model, search.pages, target);
  const person = insider === null ? undefined : search.kinds.get(insider);
  const known = person ? model.knownTo(person) : [];
  const { possible, proven } = possibleValues(model, sum, target.truth, known);
  const left = Math.max(possible, values.count(insider));
  if (left >= LEAST_VALUES) return "program alone";
  return { count: target.name, truth: target.truth, values: left, insider, proven };
}

/** How many values the integer program allows, at most three; where they are fewer, the bounds are asked as well. */
function possibleValues(model: StanceSets, sum: Sum, truth: number, known: readonly Row[]) {
  let possible = 1;
  let proven = true;
  for (const value of nearest(truth)) {
    const verdict = model.program.isPossible(sum, value, known);
    if (verdict === true) possible += 1;
    if (verdict === "undecided") proven = false;
    if (possible >= LEAST_VALUES) return { possible, proven: true };
  }
  const { low, high } = model.program.bounds(sum, known);
  return high - low + 1 < LEAST_VALUES ? { possible: high - low + 1, proven: true } : { possible, proven };
}

function sumOf(model: StanceSets, pages: Pages, { plus: more, minus }: Target): Sum {
  const of = (entry: number) => {
    const statement = pages.entries[entry]?.statement;
    if (!statement) throw new RangeError("Only a figure can be attacked.");
    return model.sumOf(statement.release, statement.place, statement.counted satisfies Counted);
  };
  return minus === null ? of(more) : plus(of(more), times(-1, of(minus)));
}

/** truth + 1, − 1, + 2, − 2 … */
function nearest(truth: number): number[] {
  return Array.from({ length: REACH }, (_, at) => at + 1).flatMap((away) => [truth + away, truth - away]);
}
