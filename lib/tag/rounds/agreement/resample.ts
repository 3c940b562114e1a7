import { seededRandom } from "@/lib/platform/random";

export type ResampleOptions = {
  seed: number;
  /** How many to draw; 1,000 by default. */
  resamples?: number;
};

/** Draws of the speakers with replacement, for statistics over the same units in the same order. */
export type Resamples = {
  /** The index of the cluster that each unit belongs to, from 0. */
  clusterOf: readonly number[];
  clusters: number;
  /** One list for each resample: how often each cluster was drawn. */
  draws: readonly Uint32Array[];
};

/**
 * Draws as many speakers as there are, with replacement, again and again. Contributions of one person depend
 * on each other, so they are drawn together (cluster bootstrap: Davison & Hinkley 1997, Bootstrap methods and
 * their application, section 3.8; Field & Welsh 2007). A unit whose speaker is null is its own cluster.
 * Strata are not held fixed, because a person may speak in several. The same seed and the same units in the
 * same order give the same draws.
 */
export function drawResamples(
  speakers: readonly (string | null)[],
  { seed, resamples = 1000 }: ResampleOptions,
): Resamples {
  const numbers = new Map<string, number>();
  let clusters = 0;
  const clusterOf = speakers.map((speaker) => {
    const known = speaker === null ? undefined : numbers.get(speaker);
    if (known !== undefined) return known;
    if (speaker !== null) numbers.set(speaker, clusters);
    return clusters++;
  });
  const random = seededRandom(seed);
  const draws: Uint32Array[] = [];
  while (draws.length < resamples) {
    const times = new Uint32Array(clusters);
    for (let drawn = 0; drawn < clusters; drawn++) {
      const cluster = Math.floor(random() * clusters);
      times[cluster] = (times[cluster] ?? 0) + 1;
    }
    draws.push(times);
  }
  return { clusterOf, clusters, draws };
}
