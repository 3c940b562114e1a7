import { judged, type Judgements } from "./judgements";

/** A line of a coding round, as its coders left it before they talked about it. */
export type CodedLine = {
  /** Who said it; null where that is not known. */
  speaker: string | null;
  /** How many lines of its stratum it stands for, among those that can be compared. */
  weight: number;
  /** One per coder, in one order on every line: the themes set, or null where that coder did not read it. */
  readings: readonly (ReadonlySet<string> | null)[];
};

/** Lines in a fixed order, and the themes that could be set on them. */
export type CodedRound = { themes: readonly string[]; lines: readonly CodedLine[] };

/** Each line's readings by those coders who read anything at all, in sets of the round's own themes. */
export function readingsOf({ themes, lines }: CodedRound): Judgements<ReadonlySet<string>> {
  const known = new Set(themes);
  const width = Math.max(0, ...lines.map(({ readings }) => readings.length));
  const coders = Array.from({ length: width }, (_, coder) => coder).filter((coder) =>
    lines.some(({ readings }) => (readings[coder] ?? null) !== null),
  );
  return lines.map(({ readings }) =>
    coders.map((coder) => {
      const set = readings[coder] ?? null;
      return set && new Set([...set].filter((theme) => known.has(theme)));
    }),
  );
}

/** Whether each coder set the theme on each line they read: a line read without it says absent. */
export function presence(readings: Judgements<ReadonlySet<string>>, theme: string): Judgements<boolean> {
  return readings.map((line) => line.map((set) => set && set.has(theme)));
}

/** A line that at least two coders read, and so one they can differ on. */
export function isReadTwice(line: readonly unknown[]): boolean {
  return judged(line).length > 1;
}

export function weightsOf({ lines }: CodedRound): number[] {
  return lines.map(({ weight }) => weight);
}
