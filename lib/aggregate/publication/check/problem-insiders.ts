import { less, type Constraint, type ProblemBuilder } from "./problem";
import { COUNTED, knownBy, peopleWith, termsOf, type Block } from "./table-block";
import type { CountedTable, Patterns } from "./theme-history";

/** A roundtable as it was counted from one release on, until something in it changed. */
export type Edition = {
  table: CountedTable;
  block: Block;
  /** So many people at most are counted otherwise than in the edition before. */
  moved: number;
};

/** The set that somebody took in each edition of a roundtable; null: nothing is known of it. */
export type Path = readonly (number | null)[];

/**
 * A participant knows which stances they took, in every edition of their roundtable's figures: the same throughout, or
 * others after a correction or an erasure. The history does not say who changed, so that everybody is reckoned with who
 * may be there: one set throughout, or a set that fewer people have from some edition on and another that more have.
 */
export function addInsiders(
  builder: ProblemBuilder,
  [roundtableId, editions]: readonly [string, readonly Edition[]],
  reckonedWith: ReadonlySet<string>,
): void {
  for (const path of pathsThrough(editions))
    if (!reckonedWith.has(pathName(roundtableId, path))) builder.insider(knownAlong(builder, editions, path));
}

export function pathName(roundtableId: string, path: Path): string {
  return `${roundtableId} ${path.join()}`;
}

/** What somebody knows who took these sets. */
export function knownAlong(builder: ProblemBuilder, editions: readonly Edition[], path: Path): Constraint[] {
  return editions.flatMap(({ table, block }, at) => {
    const set = path[at] ?? null;
    if (set === null) return [];
    return [...knownBy(set, table.present, block), ...movedToo(builder, editions, path, at)];
  });
}

/** Who was corrected knows that one of those who moved is themselves, so that one fewer is left to move a number. */
function movedToo(
  builder: ProblemBuilder,
  editions: readonly Edition[],
  path: Path,
  at: number,
): Constraint[] {
  const [last, now] = [editions[at - 1], editions[at]];
  const [before, after] = [path[at - 1] ?? null, path[at] ?? null];
  if (!last || !now || before === null || after === null || before === after) return [];
  return COUNTED.map((counted): Constraint => {
    const terms = less(termsOf(now.block, counted), termsOf(last.block, counted));
    const own = peopleWith(somebody(after), counted) - peopleWith(somebody(before), counted);
    const truth = builder.truthOf(terms);
    const others = Math.max(0, now.moved - 1);
    return { terms, low: Math.min(truth, own - others), high: Math.max(truth, own + others) };
  });
}

/** One person with that set of stances. */
export function somebody(set: number): Patterns {
  return set === 0 ? {} : { [set]: 1 };
}

/** How many people took each set of stances; 0: those who did not raise the theme. Sets that nobody took are not in it. */
function peopleBySet({ present, patterns }: CountedTable): ReadonlyMap<number, number> {
  const silent = present - peopleWith(patterns, null);
  const taken = Object.entries(patterns).map(([pattern, people]) => [Number(pattern), people] as const);
  return new Map([[0, silent] as const, ...taken].filter(([, people]) => people > 0));
}

export function pathsThrough(editions: readonly Edition[]): Path[] {
  const taken = editions.map(({ table }) => peopleBySet(table));
  const throughout = (some: readonly ReadonlyMap<number, number>[]) =>
    [...(some[0]?.keys() ?? [])].filter((set) => some.every((one) => one.has(set)));
  const same = throughout(taken).map((set) => taken.map(() => set));
  const changed = taken.slice(1).flatMap((now, at) => {
    const from = at + 1;
    const grown = (set: number) => (now.get(set) ?? 0) - (taken[at]?.get(set) ?? 0);
    return throughout(taken.slice(0, from))
      .filter((before) => grown(before) < 0)
      .flatMap((before) =>
        throughout(taken.slice(from))
          .filter((after) => grown(after) > 0)
          .map((after) => taken.map((_, edition) => (edition < from ? before : after))),
      );
  });
  return [...same, ...changed];
}
