import { stratumParts } from "../round-sample";
import { isReadTwice } from "./coded-round";

type DrawnContribution = {
  /** Its stratum: the roundtable, and the speaker's phase or another attribute. */
  stratum: string;
  /** How many contributions of its stratum it was drawn to stand for. */
  weight: number;
  /** One for each coder; null where that coder did not read it. */
  readings: readonly unknown[];
};

/**
 * How many contributions of its stratum each contribution stands for after some of the drawn ones went
 * unread: the stratum's size, divided equally among those of it that at least two coders read
 * (weighting-class adjustment for nonresponse: Lohr 2010, Sampling: design and analysis, section 8.5).
 * Without it a stratum that was read in part would count for less than its size. A contribution that fewer
 * than two coders read enters no figure, and a stratum without compared contributions is represented by no
 * other.
 * `strata` gives the size of each stratum. An erasure merges the stratum of the contributions that it took
 * into their roundtable, and the rest of that stratum with them.
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
