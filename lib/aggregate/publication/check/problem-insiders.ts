import { less, type Constraint, type ProblemBuilder } from "./problem";
import { COUNTED, knownBy, peopleWith, termsOf, type Block } from "./table-block";
import type { CountedTable, Patterns } from "./theme-history";

/** `moved`: so many people at most are counted otherwise than in the edition before. */
type Edition = { table: CountedTable; block: Block; moved: number };
type Path = { before: number; after: number; from: number };

/**
 * A participant knows which stances they took, in every edition of their roundtable's figures: the same throughout, or
 * others after a correction or an erasure. The history does not say who changed, so that everybody is reckoned with who
 * may be there: one set throughout, or a set that fewer people have from some edition on and another that more have.
 */
export function addInsiders(builder: ProblemBuilder, editions: readonly Edition[]): void {
  const taken = editions.map(({ table }) => peopleBySet(table));
  for (const path of paths(taken)) {
    const { before, after, from } = path;
    const there = editions.flatMap(({ table, block }, at) =>
      knownBy(at < from ? before : after, table.present, block),
    );
    builder.insider([...there, ...movedToo(builder, editions, path)]);
  }
}

/** Who was corrected knows that one of those who moved is themselves, so that one fewer is left to move a number. */
function movedToo(
  builder: ProblemBuilder,
  editions: readonly Edition[],
  { before, after, from }: Path,
): Constraint[] {
  const last = editions[from - 1];
  const now = editions[from];
  if (!last || !now) return [];
  return COUNTED.map((counted): Constraint => {
    const terms = less(termsOf(now.block, counted), termsOf(last.block, counted));
    const own = peopleWith(somebody(after), counted) - peopleWith(somebody(before), counted);
    const truth = builder.truthOf(terms);
    const others = Math.max(0, now.moved - 1);
    return { terms, low: Math.min(truth, own - others), high: Math.max(truth, own + others) };
  });
}

function somebody(pattern: number): Patterns {
  return pattern === 0 ? {} : { [pattern]: 1 };
}

/** How many people took each set of stances; 0: those who did not raise the theme. Sets that nobody took are not in it. */
function peopleBySet({ present, patterns }: CountedTable): ReadonlyMap<number, number> {
  const silent = present - peopleWith(patterns, null);
  const taken = Object.entries(patterns).map(([pattern, people]) => [Number(pattern), people] as const);
  return new Map([[0, silent] as const, ...taken].filter(([, people]) => people > 0));
}

function paths(taken: readonly ReadonlyMap<number, number>[]): Path[] {
  const throughout = (some: readonly ReadonlyMap<number, number>[]) =>
    [...(some[0]?.keys() ?? [])].filter((pattern) => some.every((one) => one.has(pattern)));
  const same = throughout(taken).map((pattern) => ({ before: pattern, after: pattern, from: 0 }));
  const changed = taken.slice(1).flatMap((now, at) => {
    const from = at + 1;
    const grown = (pattern: number) => (now.get(pattern) ?? 0) - (taken[at]?.get(pattern) ?? 0);
    return throughout(taken.slice(0, from))
      .filter((before) => grown(before) < 0)
      .flatMap((before) =>
        throughout(taken.slice(from))
          .filter((after) => grown(after) > 0)
          .map((after) => ({ before, after, from })),
      );
  });
  return [...same, ...changed];
}
