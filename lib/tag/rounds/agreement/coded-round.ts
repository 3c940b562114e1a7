import { judged, type Judgements } from "./judgements";

/** A contribution of a coding round, as its coders coded it before they discussed it. */
export type CodedContribution = {
  /** Its speaker; null where that is not known. */
  speaker: string | null;
  /** How many contributions of its stratum it stands for, among those that can be compared. */
  weight: number;
  /**
   * One for each coder, in the same order on every contribution: the themes that they set, or null where that
   * coder did not read it.
   */
  readings: readonly (ReadonlySet<string> | null)[];
};

/** Contributions in a fixed order, and the themes that could be set on them. */
export type CodedRound = { themes: readonly string[]; contributions: readonly CodedContribution[] };

/** Each contribution's readings by the coders who read anything at all, limited to the round's own themes. */
export function readingsOf({ themes, contributions }: CodedRound): Judgements<ReadonlySet<string>> {
  const known = new Set(themes);
  const width = Math.max(0, ...contributions.map(({ readings }) => readings.length));
  const coders = Array.from({ length: width }, (_, coder) => coder).filter((coder) =>
    contributions.some(({ readings }) => (readings[coder] ?? null) !== null),
  );
  return contributions.map(({ readings }) =>
    coders.map((coder) => {
      const set = readings[coder] ?? null;
      return set && new Set([...set].filter((theme) => known.has(theme)));
    }),
  );
}

/**
 * Whether each coder set the theme on each contribution that they read: a contribution read without it counts
 * as absent.
 */
export function presence(readings: Judgements<ReadonlySet<string>>, theme: string): Judgements<boolean> {
  return readings.map((contribution) => contribution.map((set) => set && set.has(theme)));
}

/** A contribution that at least two coders read, so that they can be compared. */
export function isReadTwice(contribution: readonly unknown[]): boolean {
  return judged(contribution).length > 1;
}

export function weightsOf({ contributions }: CodedRound): number[] {
  return contributions.map(({ weight }) => weight);
}
