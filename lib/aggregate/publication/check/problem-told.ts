import { less, type ProblemBuilder, type Terms } from "./problem";
import { keyOf, type FindingVariables } from "./problem-findings";
import type { ToldCount } from "./theme-history";
import type { ReleaseBlocks } from "./theme-problem";

/** Who is told of at the only roundtable of a release is told of in the review: the two are the same people. */
export function toldOfReview(releases: readonly ReleaseBlocks[], told: readonly ToldCount[]): ToldCount[] {
  return told.map((count) => {
    const blocks = releases.find(({ release }) => release.number === count.release);
    const isOnly = blocks?.roundtables.size === 1 && blocks.roundtables.has(count.roundtableId ?? "");
    return isOnly ? { ...count, roundtableId: null } : count;
  });
}

/** One side of a finding, as reports on one release tell it: the variable of each place. */
type ToldSide = { blocks: ReleaseBlocks; review: number | undefined; roundtables: Map<string, number> };

/**
 * Adds what published reports tell of findings beyond their release: that somebody at a roundtable said it, that one person
 * did, or that a few did. A reader takes those people for some of those who raised the theme there, and adds up several
 * reports. What a sentence tells is known, and so is not protected itself; every other count still is.
 */
export function addTold(
  builder: ProblemBuilder,
  releases: readonly ReleaseBlocks[],
  told: readonly ToldCount[],
  findings: FindingVariables,
): void {
  const sides = new Map<string, ToldSide>();
  for (const count of told) {
    const blocks = releases.find(({ release }) => release.number === count.release);
    const place = blocks && (count.roundtableId ? blocks.roundtables.get(count.roundtableId) : blocks.review);
    // A roundtable that the release does not cover: the report was published when another release did.
    if (!place) continue;
    const key = keyOf(count.release, count);
    const side = sides.get(key) ?? { blocks, review: findings.get(key), roundtables: new Map() };
    sides.set(key, side);
    const own = variableOf(builder, side, count);
    builder.constrainAtLeast([[own, 1]], count.low, count.high);
    builder.constrainAtLeast(less(place.people, [[own, 1]]), 0, Infinity);
  }
  for (const side of sides.values()) addUp(builder, side);
}

/** The same variable wherever the same people are told of. */
function variableOf(builder: ProblemBuilder, side: ToldSide, { roundtableId, people }: ToldCount): number {
  const known = roundtableId === null ? side.review : side.roundtables.get(roundtableId);
  if (known !== undefined) return known;
  const variable = builder.variable(people);
  builder.move([[variable, 1]]);
  builder.move([[variable, -1]]);
  if (roundtableId === null) side.review = variable;
  else side.roundtables.set(roundtableId, variable);
  return variable;
}

/** Those at the roundtables are those in the review, but for people who came to several. */
function addUp(builder: ProblemBuilder, { blocks, review, roundtables }: ToldSide): void {
  if (review === undefined || roundtables.size === 0) return;
  const parts = [...roundtables.values()].map((variable) => [variable, 1] as const);
  const isComplete = [...blocks.roundtables.keys()].every((id) => roundtables.has(id));
  const more: Terms = less([[review, 1]], parts);
  builder.constrainAtLeast(more, -blocks.again, isComplete ? 0 : Infinity);
  for (const part of parts) builder.constrainAtLeast(less([[review, 1]], [part]), 0, Infinity);
}
