import { byPublishedCount } from "@/lib/aggregate/publication/published-count";
import type { ReleasedFinding } from "@/lib/aggregate/publication/release-contents";
import { signalWordsIn } from "./said-words";

type Area = { title: string; signalWords: string };

/**
 * Findings stand under themes. Of one of DfE’s areas those are `speaking` that use its title or signal words, those with
 * most of them first, and those `resting` that rest in part on contributions in it: the ids `within`.
 */
export function findingsInArea(
  findings: readonly ReleasedFinding[],
  area: Area,
  within: ReadonlySet<string>,
): { speaking: ReleasedFinding[]; resting: ReleasedFinding[] } {
  const counted = findings
    .map((finding) => ({ finding, words: signalWordsIn(`${finding.text} ${finding.counterView}`, area) }))
    .sort((a, b) => b.words - a.words || byPublishedCount(a.finding.supports, b.finding.supports));
  return {
    speaking: counted.filter(({ words }) => words > 0).map(({ finding }) => finding),
    resting: counted
      .filter(({ finding, words }) => words === 0 && within.has(finding.id))
      .map(({ finding }) => finding),
  };
}
