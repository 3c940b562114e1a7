import { STANCE_ORDER } from "@/lib/capture/contribution/stance";
import { less, ProblemBuilder, type CountOf, type Problem, type Terms } from "./problem";
import { addBreakdowns, type GroupMoves } from "./problem-breakdowns";
import { addFindings } from "./problem-findings";
import {
  CHANGES,
  changeTerms,
  COUNTED,
  knownBy,
  peopleWith,
  tableBlock,
  termsOf,
  type Block,
  type Counted,
} from "./table-block";
import type { CountedTable, ReleasedCounts, ThemeHistory } from "./theme-history";

/** What one release says about the theme, as sums of unknown numbers. */
export type ReleaseBlocks = {
  release: ReleasedCounts;
  review: Block;
  /** Whether the review has unknowns of its own, because somebody came to two roundtables. */
  own: boolean;
  roundtables: ReadonlyMap<string, Block>;
};

/** A roundtable as it was counted from one release on, until something in it changed. */
type Edition = { table: CountedTable; block: Block };

/**
 * The integer program of one theme over all its releases. The unknown numbers are, for each roundtable, how many people
 * raised the theme and took each stance. A roundtable that did not change between two releases has the same unknowns in
 * both. Where it did, each of its numbers changed by at most as many people as it takes to explain the largest change.
 */
export function themeProblem({ threshold, releases }: ThemeHistory): Problem {
  const builder = new ProblemBuilder(threshold);
  const editions = new Map<string, Edition[]>();
  const all: ReleaseBlocks[] = [];
  for (const release of releases) {
    const roundtables = new Map(
      release.roundtables.map((table) => [
        table.roundtableId,
        roundtableBlock(builder, editions, release, table),
      ]),
    );
    const before = all.at(-1);
    const now = { release, roundtables, ...reviewBlock(builder, release, roundtables) };
    publish(builder, now.review, release.review);
    protect(builder, now.review, { release: release.number, place: "review" }, release.review.present);
    if (before) followOn(builder, before, now);
    all.push(now);
  }
  const groupMoves = addBreakdowns(builder, all);
  addFindings(builder, all);
  for (const [roundtableId, own] of editions) {
    addMoves(
      builder,
      own,
      all.filter((one) => one.own && one.roundtables.has(roundtableId)),
      groupMoves,
    );
    addInsiders(builder, own);
  }
  return builder.build();
}

type Where = Pick<CountOf, "release" | "place">;

/** The block of the edition before where nothing changed; else a new one, tied to it. */
function roundtableBlock(
  builder: ProblemBuilder,
  editions: Map<string, Edition[]>,
  { number }: ReleasedCounts,
  table: ReleasedCounts["roundtables"][number],
): Block {
  const { roundtableId } = table;
  const before = editions.get(roundtableId) ?? [];
  const last = before.at(-1);
  const same = last !== undefined && sameCounts(last.table, table);
  const block = same ? last.block : tableBlock(builder, table);
  publish(builder, block, table);
  if (same) return block;
  const where: Where = { release: number, place: { roundtable: roundtableId } };
  protect(builder, block, where, table.present);
  if (last) changedFrom(builder, last, { table, block }, where);
  editions.set(roundtableId, [...before, { table, block }]);
  return block;
}

function sameCounts(a: CountedTable, b: CountedTable): boolean {
  return (
    a.present === b.present &&
    COUNTED.every((counted) => peopleWith(a.patterns, counted) === peopleWith(b.patterns, counted))
  );
}

/** The published figures of a table, as limits. */
function publish(builder: ProblemBuilder, block: Block, { published }: CountedTable): void {
  if (!published) return;
  builder.publish(block.people, published.people);
  for (const stance of STANCE_ORDER) builder.publish(block.stances[stance], published.stances[stance]);
}

function protect(builder: ProblemBuilder, block: Block, where: Where, present: number): void {
  for (const counted of COUNTED) builder.protect({ ...where, counted }, termsOf(block, counted), present);
}

/** A reader may know how many people's contributions were corrected or erased, and so how far each number moved. */
function changedFrom(builder: ProblemBuilder, before: Edition, now: Edition, where: Where): void {
  const change = (counted: Counted) => less(termsOf(now.block, counted), termsOf(before.block, counted));
  const largest = Math.max(...COUNTED.map((counted) => Math.abs(builder.truthOf(change(counted)))));
  for (const counted of COUNTED) {
    builder.constrain(change(counted), -largest, largest);
    builder.protect({ ...where, counted, change: true }, change(counted), now.table.present);
  }
}

/** Where nobody came twice, the roundtables add up to the review. Else the review has unknowns of its own. */
function reviewBlock(
  builder: ProblemBuilder,
  { review, roundtables: tables }: ReleasedCounts,
  roundtables: ReadonlyMap<string, Block>,
): { review: Block; own: boolean } {
  const blocks = [...roundtables.values()];
  const together = (counted: Counted): Terms => blocks.flatMap((block) => termsOf(block, counted));
  const twice = tables.reduce((sum, { present }) => sum + present, 0) - review.present;
  if (twice === 0) {
    const [strength, improvement, ask, observation] = STANCE_ORDER.map(together);
    if (!strength || !improvement || !ask || !observation) throw new Error("A stance is missing.");
    return {
      review: { people: together(null), stances: { strength, improvement, ask, observation } },
      own: false,
    };
  }
  const block = tableBlock(builder, review);
  for (const counted of COUNTED) {
    const own = termsOf(block, counted);
    builder.constrainAtLeast(less(together(counted), own), 0, twice);
    for (const part of blocks) builder.constrainAtLeast(less(own, termsOf(part, counted)), 0, Infinity);
  }
  return { review: block, own: true };
}

/** From one release to the next a count grows by at most the people who are new. */
function followOn(builder: ProblemBuilder, before: ReleaseBlocks, now: ReleaseBlocks): void {
  const added = Math.max(0, now.release.review.present - before.release.review.present);
  for (const counted of COUNTED) {
    const change = less(termsOf(now.review, counted), termsOf(before.review, counted));
    builder.constrainAtLeast(change, 0, added);
    builder.protect({ release: now.release.number, place: "review", counted, change: true }, change);
  }
}

/** Somebody at the roundtable said something else, in all its editions and in the review. */
function addMoves(
  builder: ProblemBuilder,
  editions: readonly Edition[],
  reviews: readonly ReleaseBlocks[],
  groups: GroupMoves,
): void {
  const blocks = [...editions.map(({ block }) => block), ...reviews.map(({ review }) => review)];
  for (const change of CHANGES) {
    const move = changeTerms(blocks, change);
    const placed = change.people > 0 ? groups.more : change.people < 0 ? groups.fewer : [[]];
    for (const group of placed) builder.move([...move, ...group]);
  }
}

/** A participant knows the set of stances that they took, in the last edition. */
function addInsiders(builder: ProblemBuilder, editions: readonly Edition[]): void {
  const last = editions.at(-1);
  if (!last) return;
  const { present, patterns } = last.table;
  const silent = present - peopleWith(patterns, null);
  const taken = Object.entries(patterns).filter(([, people]) => people > 0);
  for (const pattern of [...(silent > 0 ? [0] : []), ...taken.map(([one]) => Number(one))])
    builder.insider(knownBy(pattern, present, last.block));
}
