import { seededRandom } from "@/lib/platform/random";

/**
 * Thematic saturation in three numbers, after G. Guest, E. Namey and M. Chen, "A simple method to assess and report
 * thematic saturation in qualitative research", PLoS ONE 15(5): e0232076 (2020),
 * https://doi.org/10.1371/journal.pone.0232076.
 *
 * Their unit is an interview; here it is a person who spoke, with the set of themes that they raised. The first `base`
 * people give the base: the number of different themes that they raised. A run is the next `run` people; the runs overlap,
 * each beginning one person later. What a run adds is the number of themes that nobody raised before it, over the base.
 * Where that is at most `threshold` for the first time, the method says "n+run": n people, and `run` more who added little.
 *
 * It describes the coding of these people in this order. It proves nothing: others may have more to say, and people at one
 * table are no independent interviews. So it is given for many shuffled orders too.
 */
export type SaturationRule = {
  /** How many people give the base, from 1. */
  base: number;
  /** How many people make a run, from 1. */
  run: number;
  /** The largest share of the base that still counts as little, from 0 to 1. */
  threshold: number;
};

export const GUEST_RULE: SaturationRule = { base: 4, run: 2, threshold: 0.05 };

/** A run of people: it begins behind `after` people. */
type Run = { after: number; added: number; share: number };

export type Saturation = {
  /** Different themes of the base. */
  baseThemes: number;
  runs: Run[];
  /** How many people came before the first run that added little; null where none did. */
  reachedAt: number | null;
};

/** Different themes raised by the first person, the first two, and so on. */
export function accumulated(people: readonly (readonly string[])[]): number[] {
  const seen = new Set<string>();
  return people.map((themes) => {
    for (const theme of themes) seen.add(theme);
    return seen.size;
  });
}

/** The method for one order of people. Without a theme in the base, or with too few people, nothing is reached. */
export function saturationOf(
  people: readonly (readonly string[])[],
  { base, run, threshold }: SaturationRule,
): Saturation {
  const themes = accumulated(people);
  const baseThemes = themes[base - 1] ?? 0;
  const runs: Run[] = [];
  for (let after = base; baseThemes > 0 && after + run <= people.length; after++) {
    const added = (themes[after + run - 1] ?? 0) - (themes[after - 1] ?? 0);
    runs.push({ after, added, share: added / baseThemes });
  }
  return { baseThemes, runs, reachedAt: runs.find(({ share }) => share <= threshold)?.after ?? null };
}

/** What each run added. Runs that follow one another without adding anything are one row, so that a table stays short. */
export function runRows(
  runs: Saturation["runs"],
  { run }: Pick<SaturationRule, "run">,
): { people: string; added: number; share: number }[] {
  const rows: { from: number; to: number; runs: number; added: number; share: number }[] = [];
  for (const { after, added, share } of runs) {
    const last = rows.at(-1);
    if (last?.added === 0 && added === 0) {
      last.to = after + run;
      last.runs += 1;
    } else rows.push({ from: after + 1, to: after + run, runs: 1, added, share });
  }
  return rows.map(({ from, to, runs: many, ...row }) => ({
    people: `${from}${from === to ? "" : ` to ${to}`}${many === 1 ? "" : `, in each of ${many} runs`}`,
    ...row,
  }));
}

export type ShuffledSaturation = {
  shuffles: number;
  /** In how many of them it was reached. */
  reached: number;
  /** The middle and the ends of those in which it was reached; null where there is none. */
  at: { median: number; least: number; most: number } | null;
  /** Themes after the first person, the first two, and so on: the middle and the ends over the shuffles. */
  curve: { median: number; least: number; most: number }[];
};

/** The same for shuffled orders of the same people, which are the same for the same seed. */
export function shuffledSaturation(
  people: readonly (readonly string[])[],
  rule: SaturationRule,
  { shuffles, seed }: { shuffles: number; seed: number },
): ShuffledSaturation {
  const random = seededRandom(seed);
  const orders = Array.from({ length: shuffles }, () => shuffled(people, random));
  const reached = orders.flatMap((order) => saturationOf(order, rule).reachedAt ?? []);
  const curves = orders.map(accumulated);
  return {
    shuffles,
    reached: reached.length,
    at: reached.length === 0 ? null : spread(reached),
    curve: people.map((_, at) => spread(curves.map((curve) => curve[at] ?? 0))),
  };
}

/** Fisher and Yates, from the end. */
function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const [a, b] = [order[last], order[other]];
    if (a !== undefined && b !== undefined) {
      order[last] = b;
      order[other] = a;
    }
  }
  return order;
}

/** The lower median, so that it is one of the values. */
function spread(values: readonly number[]) {
  const sorted = [...values].sort((a, b) => a - b);
  const median = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  return { median, least: sorted[0] ?? 0, most: sorted.at(-1) ?? 0 };
}
