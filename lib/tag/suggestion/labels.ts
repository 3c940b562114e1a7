import { seededRandom } from "@/lib/platform/random";
import { shuffle } from "./solve";
import type { LabelledContribution, ThemeWords } from "./types";

/**
 * Contribution by contribution, with the themes next to each other: 1 where the theme is present, and 1 where
 * somebody has labelled it.
 */
export type Labels = { present: Uint8Array; known: Uint8Array };

/** The cost of an error on an absent theme: the inverse of the regularisation strength. */
const COST = 4;

/**
 * A contribution with a theme was read, so that the other themes it was read for are known to be absent;
 * otherwise only the rejected ones are.
 */
export function labelsOf(themes: readonly ThemeWords[], labelled: readonly LabelledContribution[]): Labels {
  const count = themes.length;
  const labels = {
    present: new Uint8Array(labelled.length * count),
    known: new Uint8Array(labelled.length * count),
  };
  labelled.forEach(({ themeIds, rejectedIds, askedIds }, row) => {
    themes.forEach(({ id }, k) => {
      const found = themeIds.includes(id);
      const absent = themeIds.length > 0 && (askedIds?.includes(id) ?? true);
      if (found) labels.present[row * count + k] = 1;
      if (found || absent || rejectedIds?.includes(id)) labels.known[row * count + k] = 1;
    });
  });
  return labels;
}

/**
 * The cost of an error, pair by pair: a theme that is present weighs more by the square root of how rare it
 * is.
 */
export function costsOf({ present, known }: Labels, chosen: Int32Array, themes: number): Float32Array {
  const costs = new Float32Array(known.length);
  for (let k = 0; k < themes; k += 1) {
    let having = 0;
    let without = 0;
    for (const row of chosen) {
      if (present[row * themes + k]) having += 1;
      else if (known[row * themes + k]) without += 1;
    }
    const dearer = Math.sqrt(Math.max(1, without / Math.max(1, having)));
    for (const row of chosen) {
      const at = row * themes + k;
      if (known[at]) costs[at] = COST * (present[at] ? dearer : 1);
    }
  }
  return costs;
}

/** The fold in which each contribution is held out, drawn so that folds have equal sizes. */
export function partsOf(contributions: number, parts: number, seed: number): Uint8Array {
  const order = Int32Array.from({ length: contributions }, (_, at) => at);
  shuffle(order, seededRandom(seed));
  const part = new Uint8Array(contributions);
  order.forEach((row, at) => (part[row] = at % parts));
  return part;
}
