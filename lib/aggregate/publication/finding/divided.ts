import { DIVIDED_FROM } from "@/lib/synthesise/confidence/facts";
import { intervalOf, type Interval } from "../published-count";
import type { ReleasedFinding } from "../release-contents";

type Sides = Pick<ReleasedFinding, "supports" | "contradicts">;

/**
 * How divided opinion is on a finding: twice the smaller side over all who spoke to it, from 0 (one side alone) to 1
 * (two equal sides). Published figures give bounds of it.
 */
export function divisionOf({ supports, contradicts }: Sides): Interval {
  const [a, b] = [intervalOf(supports), intervalOf(contradicts)];
  const overlap = a.low <= b.high && b.low <= a.high && a.high > 0 && b.high > 0;
  return {
    low: Math.min(division(a.low, b.high), division(b.low, a.high)),
    high: overlap ? 1 : Math.max(division(a.high, b.low), division(b.high, a.low)),
  };
}

/** It grows with the smaller side and falls with the larger one, so that its bounds lie where the sides' bounds do. */
function division(one: number, other: number): number {
  return one + other === 0 ? 0 : (2 * Math.min(one, other)) / (one + other);
}

/** Whether opinion is divided for certain, whatever counts the figures stand for. */
export function isDivided(finding: Sides): boolean {
  return divisionOf(finding).low >= DIVIDED_FROM;
}
