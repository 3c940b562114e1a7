import { byPublishedCount, isShown } from "../published-count";
import type { ReleasedFinding } from "../release-contents";
import { byDivision } from "./sides";

/** What readers narrow the findings of a release by: the four stances, where views differ, and views of a few. */
export const FINDING_KINDS = ["ask", "strength", "improvement", "observation", "differ", "few"] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

export function readFindingKind(value: string | null): FindingKind | null {
  return FINDING_KINDS.find((kind) => kind === value) ?? null;
}

/** Whether anybody saw it differently, as far as the figures show. */
function hasOtherSide({ contradicts }: Pick<ReleasedFinding, "contradicts">): boolean {
  return contradicts.count.is !== "none" && isShown(contradicts);
}

/** A finding may be of several kinds: an ask of a few people that others see differently. */
function isOfKind(finding: ReleasedFinding, kind: FindingKind): boolean {
  switch (kind) {
    case "differ":
      return hasOtherSide(finding);
    case "few":
      return finding.supports.count.is === "a few";
    default:
      return finding.stance === kind;
  }
}

/**
 * Those of a kind (null: all), most people first. Where views differ, those that are nearest to an even split stand first, as
 * far as the figures show it, and of equal ones those with most people.
 */
export function findingsOfKind<Finding extends ReleasedFinding>(
  findings: readonly Finding[],
  kind: FindingKind | null,
): Finding[] {
  const own = findings.filter((finding) => kind === null || isOfKind(finding, kind));
  const sorted = own.sort((a, b) => byPublishedCount(a.supports, b.supports));
  return kind === "differ" ? sorted.sort(byDivision) : sorted;
}

export type KindCounts = Record<FindingKind | "all", number>;

/** How many there are of each kind. A finding may be of several, so that they do not add up. */
export function kindCounts(findings: readonly ReleasedFinding[]): KindCounts {
  const of = (kind: FindingKind) => findings.filter((finding) => isOfKind(finding, kind)).length;
  return {
    all: findings.length,
    ask: of("ask"),
    strength: of("strength"),
    improvement: of("improvement"),
    observation: of("observation"),
    differ: of("differ"),
    few: of("few"),
  };
}
