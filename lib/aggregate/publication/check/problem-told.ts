import { less, type ProblemBuilder, type Terms } from "./problem";
import { keyOf, type FindingVariables } from "./problem-findings";
import type { ToldCount } from "./theme-history";
import type { ReleaseBlocks } from "./theme-problem";

/**
 * Adds what published reports tell of findings beyond their release: that somebody at a roundtable said it, that one person
 * did, or that a few did. A reader takes those people for some of those who raised the theme there. What a sentence tells
 * is known, and so is not protected itself; every other count still is.
 */
export function addTold(
  builder: ProblemBuilder,
  releases: readonly ReleaseBlocks[],
  told: readonly ToldCount[],
  findings: FindingVariables,
): void {
  for (const count of told) {
    const blocks = releases.find(({ release }) => release.number === count.release);
    const place = blocks && (count.roundtableId ? blocks.roundtables.get(count.roundtableId) : blocks.review);
    // A roundtable that the release does not cover: the report was published when another release did.
    if (!place) continue;
    const whole = findings.get(keyOf(count.release, count));
    const own = count.roundtableId === null && whole !== undefined ? whole : variableFor(builder, count);
    const terms: Terms = [[own, 1]];
    builder.constrainAtLeast(terms, count.low, count.high);
    builder.constrainAtLeast(less(place.people, terms), 0, Infinity);
    if (whole !== undefined && own !== whole)
      builder.constrainAtLeast(less([[whole, 1]], terms), 0, Infinity);
  }
}

function variableFor(builder: ProblemBuilder, { people }: ToldCount): number {
  const variable = builder.variable(people);
  builder.move([[variable, 1]]);
  builder.move([[variable, -1]]);
  return variable;
}
