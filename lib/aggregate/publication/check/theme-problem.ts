import { STANCE_ORDER } from "@/lib/capture/contribution/stance";
import { intervalOf, publishCount } from "../published-count";
import { less, ProblemBuilder, type CountOf, type Problem, type Terms } from "./problem";
import { addBreakdowns, type GroupMoves } from "./problem-breakdowns";
import { addFindings } from "./problem-findings";
import { addCombinations } from "./problem-combinations";
import { addInsiders, type Edition } from "./problem-insiders";
import { addTold } from "./problem-told";
import {
  CHANGES,
  changeTerms,
  COUNTED,
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
  /** How often somebody came again, over all the roundtables. */
  again: number;
  /** So many people at most are counted otherwise than in the release before, after a correction or an erasure. */
  moved: number;
};

/**
 * The integer program of one theme over all its releases. The unknown numbers are, for each roundtable, how many people
 * raised the theme and took each stance. A roundtable that did not change between two releases has the same unknowns in
 * both. Where it did, each of its numbers changed by at most as many people as it takes to explain the largest change.
 */
export function themeProblem({ threshold, releases, told }: ThemeHistory): Problem {
  const builder = new ProblemBuilder(threshold);
  const editions = new Map<string, Edition[]>();
  const all: ReleaseBlocks[] = [];
  for (const release of releases) {
    const counted = release.roundtables.map((table) => roundtableBlock(builder, editions, release, table));
    const roundtables = new Map(
      release.roundtables.flatMap(({ roundtableId }, at) => {
        const edition = counted[at];
        return edition ? [[roundtableId, edition.block] as const] : [];
      }),
    );
    const before = all.at(-1);
    const now: ReleaseBlocks = {
      release,
      roundtables,
      ...reviewBlock(builder, release, roundtables),
      again: timesAgain(release),
      moved: counted.reduce((sum, { moved }) => sum + moved, 0),
    };
    publish(builder, now.review, release.review);
    protect(builder, now.review, { release: release.number, place: "review" }, release.review.present);
    if (before) followOn(builder, before, now);
    for (const earlier of all)
      protectChange(builder, now.review, earlier.review, { release: release.number, place: "review" });
    all.push(now);
  }
  const groupMoves = addBreakdowns(builder, all);
  addTold(builder, all, told, addFindings(builder, all));
  for (const [roundtableId, own] of editions) {
    addMoves(
      builder,
      own,
      all.filter((one) => one.own && one.roundtables.has(roundtableId)),
      groupMoves,
    );
  }
  const reckonedWith = addCombinations(builder, editions, all);
  for (const one of editions) addInsiders(builder, one, reckonedWith);
  return builder.build();
}

type Where = Pick<CountOf, "release" | "place">;

/** The edition before where nothing changed; else a new one, tied to it. */
function roundtableBlock(
  builder: ProblemBuilder,
  editions: Map<string, Edition[]>,
  { number }: ReleasedCounts,
  table: ReleasedCounts["roundtables"][number],
): Edition {
  const { roundtableId } = table;
  const before = editions.get(roundtableId) ?? [];
  const last = before.at(-1);
  if (last && sameCounts(last.table, table)) {
    publish(builder, last.block, table);
    return { ...last, moved: 0 };
  }
  const block = tableBlock(builder, table);
  publish(builder, block, table);
  const where: Where = { release: number, place: { roundtable: roundtableId } };
  protect(builder, block, where, table.present);
  const moved = last ? changedFrom(builder, last, table, block) : 0;
  for (const earlier of before) protectChange(builder, block, earlier.block, where);
  const edition = { table, block, moved };
  editions.set(roundtableId, [...before, edition]);
  return edition;
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

/**
 * A reader may know how many people's contributions were corrected or erased, in words as for every figure, and so how
 * far each number moved at most: that is returned.
 */
function changedFrom(
  builder: ProblemBuilder,
  before: Edition,
  { present }: CountedTable,
  block: Block,
): number {
  const change = (counted: Counted) => less(termsOf(block, counted), termsOf(before.block, counted));
  const largest = Math.max(...COUNTED.map((counted) => Math.abs(builder.truthOf(change(counted)))));
  const atMost = intervalOf(publishCount(Math.min(largest, present), present, builder.threshold)).high;
  const moved = Math.max(largest, atMost);
  for (const counted of COUNTED) builder.constrain(change(counted), -moved, moved);
  return moved;
}

/** By how many people a table differs from any of its earlier ones. */
function protectChange(builder: ProblemBuilder, now: Block, before: Block, where: Where): void {
  for (const counted of COUNTED)
    builder.protect(
      { ...where, counted, change: true },
      less(termsOf(now, counted), termsOf(before, counted)),
    );
}

function timesAgain({ review, roundtables }: ReleasedCounts): number {
  return roundtables.reduce((sum, { present }) => sum + present, 0) - review.present;
}

/** Where nobody came twice, the roundtables add up to the review. Else the review has unknowns of its own. */
function reviewBlock(
  builder: ProblemBuilder,
  release: ReleasedCounts,
  roundtables: ReadonlyMap<string, Block>,
): { review: Block; own: boolean } {
  const blocks = [...roundtables.values()];
  const together = (counted: Counted): Terms => blocks.flatMap((block) => termsOf(block, counted));
  const twice = timesAgain(release);
  if (twice === 0) {
    const [strength, improvement, ask, observation] = STANCE_ORDER.map(together);
    if (!strength || !improvement || !ask || !observation) throw new Error("A stance is missing.");
    return {
      review: { people: together(null), stances: { strength, improvement, ask, observation } },
      own: false,
    };
  }
  const block = tableBlock(builder, release.review);
  const both = (counted: Counted) => less(together(counted), termsOf(block, counted));
  for (const counted of COUNTED) {
    const own = termsOf(block, counted);
    builder.constrain(both(counted), 0, twice);
    // Who took a stance at both roundtables raised the theme at both.
    if (counted !== null) builder.constrain(less(both(null), both(counted)), 0, Infinity);
    for (const part of blocks) builder.constrain(less(own, termsOf(part, counted)), 0, Infinity);
  }
  return { review: block, own: true };
}

/**
 * From one release to the next the review gains those who are counted at its new roundtables, but for people who were
 * there before, and loses or gains those who were corrected.
 */
function followOn(builder: ProblemBuilder, before: ReleaseBlocks, now: ReleaseBlocks): void {
  const fresh = [...now.roundtables].filter(([id]) => !before.roundtables.has(id)).map(([, block]) => block);
  // What the review gained, less what its new roundtables have: below 0 by those who were counted before.
  const gained = (counted: Counted) =>
    less(
      less(termsOf(now.review, counted), termsOf(before.review, counted)),
      fresh.flatMap((block) => termsOf(block, counted)),
    );
  for (const counted of COUNTED) {
    builder.constrainAtLeast(gained(counted), before.again - now.again - now.moved, now.moved);
    // Who took a stance before and takes it again raised the theme before and raises it again.
    if (counted !== null)
      builder.constrainAtLeast(less(gained(counted), gained(null)), -2 * now.moved, Infinity);
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
