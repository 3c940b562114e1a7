import { stratumParts } from "../round-sample";
import { isReadTwice } from "./coded-round";

type DrawnContribution = {
  /** What it was sampled by: its roundtable, and its speaker's phase or the like. */
  stratum: string;
  /** How many contributions of its stratum it was drawn for. */
  weight: number;
  /** One per coder; null where that coder did not read it. */
  readings: readonly unknown[];
};

/**
 * How many contributions of its stratum each contribution stands for once some of those drawn went unread:
 * the stratum's contributions, shared out equally among those of it that at least two coders read
 * (weighting-class adjustment for nonresponse: Lohr 2010, Sampling: design and analysis, section 8.5).
 * Without it a stratum that was read in part would count for less than its size. A contribution that nobody
 * can be compared on enters no figure, whatever its weight, and no other stratum takes on the contributions
 * of one that has no others.
 *
 * `strata` gives each stratum's contributions. An erasure folds the stratum of the contributions it took into
 * their roundtable, and what is left of it goes with them.
 */
export function adjustedWeights(
  contributions: readonly DrawnContribution[],
  strata: ReadonlyMap<string, number>,
): number[] {
  const groupOf = ({ stratum }: DrawnContribution) =>
    strata.has(stratum) ? stratum : stratumParts(stratum).roundtableId;
  const comparable = new Map<string, number>();
  for (const contribution of contributions)
    if (isReadTwice(contribution.readings))
      comparable.set(groupOf(contribution), (comparable.get(groupOf(contribution)) ?? 0) + 1);
  return contributions.map((contribution) => {
    const all = strata.get(groupOf(contribution));
    const among = comparable.get(groupOf(contribution));
    return all === undefined || among === undefined ? contribution.weight : all / among;
  });
}
