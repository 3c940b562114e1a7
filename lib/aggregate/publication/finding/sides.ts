import { intervalOf } from "../published-count";
import type { ReleasedFinding } from "../release-contents";
import { countInTable, startingSentence } from "../words/published-words";
import { divisionOf, isDivided } from "./divided";

type Sides = Pick<ReleasedFinding, "supports" | "contradicts">;

/**
 * Nearest to an even split first: by the least division that the figures allow, then by the largest. Findings with the same
 * words on both sides are equal.
 */
export function byDivision(one: Sides, other: Sides): number {
  const [a, b] = [divisionOf(one), divisionOf(other)];
  return b.low - a.low || b.high - a.high;
}

/** "About 5 said so, a few saw it differently": the published words of both sides. */
export function sidesInWords({ supports, contradicts }: Sides): string {
  return startingSentence(
    `${countInTable(supports)} said so, ${countInTable(contradicts)} saw it differently`,
  );
}

/** Whether both sides may have as many people, as far as the figures show. */
function mayBeEven({ supports, contradicts }: Sides): boolean {
  const [a, b] = [intervalOf(supports), intervalOf(contradicts)];
  return a.low <= b.high && b.low <= a.high;
}

/** What the words of both sides say of how far views differ, whatever counts they stand for. */
export function largerSide(sides: Sides): string {
  const first = intervalOf(sides.supports).low > intervalOf(sides.contradicts).high;
  const larger = mayBeEven(sides)
    ? "Either side may be the larger, or both may be equal."
    : `More people ${first ? "said so" : "saw it differently"}.`;
  return isDivided(sides) ? `Divided for certain. ${larger}` : larger;
}

/** Findings that follow one another with the same words on both sides, under those words. */
export function bySides<Finding extends Sides>(
  findings: readonly Finding[],
): { title: string; about: string; findings: Finding[] }[] {
  const groups: { title: string; about: string; findings: Finding[] }[] = [];
  for (const finding of findings) {
    const title = sidesInWords(finding);
    const last = groups.at(-1);
    if (last?.title === title) last.findings.push(finding);
    else groups.push({ title, about: largerSide(finding), findings: [finding] });
  }
  return groups;
}
