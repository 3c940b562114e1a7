import { seededRandom } from "@/lib/platform/random";
import { allocate } from "./allocation";

/**
 * A contribution that may be drawn: `stratum` names its group, such as its roundtable and its speaker's
 * phase.
 */
export type Drawable = { id: string; stratum: string };

export type Sample<Contribution extends Drawable> = {
  /**
   * In the order in which they are to be coded; `weight` is how many contributions of its stratum each stands
   * for.
   */
  contributions: { contribution: Contribution; weight: number }[];
  /** Every stratum by name: how many contributions it has and how many of them were drawn. */
  strata: { stratum: string; contributions: number; drawn: number }[];
};

/**
 * A sample of contributions, stratified in proportion. The same contributions and seed give the same sample,
 * in whatever order the contributions are given. A stratum of which none could be drawn (more strata than
 * `size`) is represented by no contribution's weight.
 */
export function drawSample<Contribution extends Drawable>(
  contributions: readonly Contribution[],
  { size, seed }: { size: number; seed: number },
): Sample<Contribution> {
  const random = seededRandom(seed);
  const strata = new Map<string, Contribution[]>();
  for (const contribution of [...contributions].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const members = strata.get(contribution.stratum);
    if (members) members.push(contribution);
    else strata.set(contribution.stratum, [contribution]);
  }
  const sizes = new Map([...strata].map(([stratum, members]) => [stratum, members.length]));
  // In the order of their names, like the allocation.
  const drawn = [...allocate(sizes, size)].map(([stratum, count]) => {
    const members = strata.get(stratum) ?? [];
    const chosen = shuffled(members, random).slice(0, count);
    return { stratum, contributions: members.length, chosen };
  });
  return {
    contributions: shuffled(
      drawn.flatMap(({ chosen, contributions }) =>
        chosen.map((contribution) => ({ contribution, weight: contributions / chosen.length })),
      ),
      random,
    ),
    strata: drawn.map(({ stratum, contributions, chosen }) => ({
      stratum,
      contributions,
      drawn: chosen.length,
    })),
  };
}

/** A uniformly random order (Fisher-Yates shuffle in Durstenfeld's form, 1964). */
function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const left = [...items];
  return items.flatMap(() => {
    const at = Math.floor(random() * left.length);
    const last = left.length - 1;
    const picked = left.slice(at, at + 1);
    left.splice(at, 1, ...left.slice(last, last + 1));
    left.pop();
    return picked;
  });
}
