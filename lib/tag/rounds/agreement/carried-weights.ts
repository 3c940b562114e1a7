import { stratumParts } from "../round-sample";
import { isReadTwice } from "./coded-round";

type DrawnLine = {
  /** What it was sampled by: its roundtable, and its speaker's phase or the like. */
  stratum: string;
  /** How many lines of its stratum it was drawn for. */
  weight: number;
  /** One per coder; null where that coder did not read it. */
  readings: readonly unknown[];
};

/**
 * How many lines of its stratum each line stands for once some of those drawn went unread: the stratum's lines,
 * shared out equally among those of it that at least two coders read (weighting-class adjustment for nonresponse:
 * Lohr 2010, Sampling: design and analysis, section 8.5). Without it a stratum that was read in part would count
 * for less than its size. A line that nobody can be compared on enters no figure, whatever its weight, and no other
 * stratum takes on the lines of one that has no others.
 *
 * `strata` gives each stratum's lines. An erasure folds the stratum of the lines it took into their roundtable, and
 * what is left of it goes with them.
 */
export function carriedWeights(lines: readonly DrawnLine[], strata: ReadonlyMap<string, number>): number[] {
  const groupOf = ({ stratum }: DrawnLine) =>
    strata.has(stratum) ? stratum : stratumParts(stratum).roundtableId;
  const comparable = new Map<string, number>();
  for (const line of lines)
    if (isReadTwice(line.readings)) comparable.set(groupOf(line), (comparable.get(groupOf(line)) ?? 0) + 1);
  return lines.map((line) => {
    const all = strata.get(groupOf(line));
    const among = comparable.get(groupOf(line));
    return all === undefined || among === undefined ? line.weight : all / among;
  });
}
