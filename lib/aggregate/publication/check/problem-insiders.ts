import type { ProblemBuilder } from "./problem";
import { knownBy, peopleWith, type Block } from "./table-block";
import type { CountedTable, Patterns } from "./theme-history";

type Edition = { table: CountedTable; block: Block };

/**
 * A participant knows which stances they took, in every edition of their roundtable's figures: the same throughout, or
 * others after a correction or an erasure. The history does not say who changed, so that everybody is reckoned with who
 * may be there: one set throughout, or one set before some edition and another from it on.
 */
export function addInsiders(builder: ProblemBuilder, editions: readonly Edition[]): void {
  const present = editions[0]?.table.present ?? 0;
  const taken = editions.map(({ table }) => patternsTaken(table.patterns, present));
  for (const { before, after, from } of paths(taken))
    builder.insider(
      editions.flatMap(({ table, block }, at) => knownBy(at < from ? before : after, table.present, block)),
    );
}

/** The sets of stances that somebody took; 0 where somebody raised the theme not at all. */
function patternsTaken(patterns: Patterns, present: number): ReadonlySet<number> {
  const taken = Object.entries(patterns).filter(([, people]) => people > 0);
  const silent = present > peopleWith(patterns, null) ? [0] : [];
  return new Set([...silent, ...taken.map(([pattern]) => Number(pattern))]);
}

function paths(taken: readonly ReadonlySet<number>[]): { before: number; after: number; from: number }[] {
  const throughout = (some: readonly ReadonlySet<number>[]) =>
    [...(some[0] ?? [])].filter((pattern) => some.every((one) => one.has(pattern)));
  const same = throughout(taken).map((pattern) => ({ before: pattern, after: pattern, from: 0 }));
  const changed = taken.slice(1).flatMap((_, at) => {
    const from = at + 1;
    return throughout(taken.slice(0, from)).flatMap((before) =>
      throughout(taken.slice(from))
        .filter((after) => after !== before)
        .map((after) => ({ before, after, from })),
    );
  });
  return [...same, ...changed];
}
