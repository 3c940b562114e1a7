import { describe, expect, test } from "vitest";
import {
  SEGMENT_ORDER,
  STANCE_BIT,
  type StancePattern,
  type Segment,
  type Counts,
} from "@/lib/aggregate/figures/figures";
import { readableStances, suppressed } from "./suppression";

const THEME = {
  id: "0198c5e0-0000-7000-8000-000000000001",
  slug: "coaching",
  title: "Coaching",
  colour: "1",
};
const SMALL = 5;

type BySegment = Partial<Record<Segment, number>>;

/** A table of one theme: people by segment, each with `contributionsEach` contributions. */
function counts(counts: BySegment, over: Partial<Counts> & { contributionsEach?: number } = {}): Counts {
  const patterns = SEGMENT_ORDER.flatMap((segment): StancePattern[] => {
    const people = counts[segment] ?? 0;
    const stances = segment === "mixed" ? 3 : STANCE_BIT[segment];
    const contributions = people * (over.contributionsEach ?? 2);
    return people === 0
      ? []
      : [
          {
            stances,
            people,
            contributions,
            contributionsOf: { strength: 0, improvement: 0, ask: 0, observation: 0 },
          },
        ];
  });
  const people = patterns.reduce((sum, pattern) => sum + pattern.people, 0);
  return {
    scope: { roundtable: null, roundtables: 1 },
    present: 20,
    speakers: 20,
    contributions: 100,
    unidentified: 0,
    ...over,
    themes: [
      {
        ...THEME,
        axis: "theme",
        patterns,
        roundtables: people > 0 ? 1 : 0,
        unidentified: over.unidentified ?? 0,
        hands: [],
      },
    ],
  };
}

/** The review's table first, then its roundtables'; nobody attends two of them. */
function release(...roundtables: BySegment[]): Counts[] {
  const all: BySegment = {};
  for (const counts of roundtables)
    for (const segment of SEGMENT_ORDER) all[segment] = (all[segment] ?? 0) + (counts[segment] ?? 0);
  const present = 20 * roundtables.length;
  return [
    counts(all, { present, contributions: 100 * roundtables.length }),
    ...roundtables.map((one) => counts(one)),
  ];
}

/** What a reader sees: one list of figures for each table, people first, then segments; null for c. */
function published(counts: readonly Counts[]): (number | null)[][] {
  return suppressed(counts, SMALL).map(({ themes: [theme] }) => {
    if (!theme) throw new Error("The theme is gone.");
    return [theme.people.value, ...SEGMENT_ORDER.map((segment) => theme.segments[segment].people.value)];
  });
}

/** Every combination of true values, as whole tables, that is consistent with the published figures. */
function* worlds(tables: (number | null)[][], most: number): Generator<number[][]> {
  const [review = [], ...roundtables] = tables;
  const candidates = roundtables.map((row) =>
    fill(row.slice(1), most)
      .map((parts) => [total(parts), ...parts])
      .filter((filled) => fits(filled, row)),
  );
  for (const rows of combinations(candidates)) {
    const sums = review.map((_, at) => total(rows.map((row) => row[at] ?? 0)));
    if (fits(sums, review)) yield [sums, ...rows];
  }
}

function* combinations([first, ...rest]: number[][][]): Generator<number[][]> {
  if (!first) {
    yield [];
    return;
  }
  for (const tail of combinations(rest)) for (const head of first) yield [head, ...tail];
}

/** The hidden figures that have one value in every such combination, as "table/figure". */
function deduced(tables: (number | null)[][], most: number): string[] {
  const only = new Map<string, number | null>();
  for (const [table, row] of tables.entries())
    for (const [at, figure] of row.entries()) if (figure === null) only.set(`${table}/${at}`, null);
  for (const world of worlds(tables, most)) {
    for (const [cell, value] of only) {
      const [table = 0, at = 0] = cell.split("/").map(Number);
      const here = world[table]?.[at] ?? 0;
      if (value === null) only.set(cell, here);
      else if (value !== here) only.delete(cell);
    }
    if (only.size === 0) break;
  }
  return [...only.keys()];
}

const fits = (values: number[], shown: (number | null)[]) =>
  values.every((value, at) => (shown[at] === null ? value > 0 : shown[at] === value));

function fill([first, ...rest]: (number | null)[], most: number): number[][] {
  if (first === undefined) return [[]];
  const heads = first === null ? Array.from({ length: most }, (_, at) => at + 1) : [first];
  return heads.flatMap((head) => fill(rest, most).map((tail) => [head, ...tail]));
}

/** The same numbers on every run. */
function dice(seed: number) {
  let state = seed;
  return (sides: number) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * sides);
  };
}

describe("what is small is never shown", () => {
  test("1 to 4 people are c, 0 and 5 are shown", () => {
    expect(published([counts({ strength: 5 })])[0]).toEqual([5, 5, 0, 0, 0, 0]);
    for (const people of [1, 4])
      expect(published([counts({ strength: people })])[0]).toEqual([null, null, 0, 0, 0, 0]);
    expect(published([counts({})])[0]).toEqual([0, 0, 0, 0, 0, 0]);
  });

  test("one small segment hides the next smallest too", () => {
    expect(published([counts({ strength: 2, improvement: 11, ask: 6 })])[0]).toEqual([
      19,
      null,
      11,
      null,
      0,
      0,
    ]);
  });

  test("two small segments that are under five together hide a third", () => {
    expect(published([counts({ strength: 2, ask: 1, improvement: 11 })])[0]).toEqual([
      14,
      null,
      null,
      null,
      0,
      0,
    ]);
  });

  test("five people in five segments hide their total, or each segment would be known to be one", () => {
    const each = { strength: 1, improvement: 1, ask: 1, observation: 1, mixed: 1 };
    expect(published([counts(each)])[0]).toEqual([null, null, null, null, null, null]);
  });

  test("a small roundtable of two cannot be found as the difference", () => {
    const [review, first, second] = published(release({ strength: 9 }, { strength: 2 }));
    expect(review?.[0]).toBe(11);
    expect(first?.[0]).toBeNull();
    expect(second?.[0]).toBeNull();
  });

  test("a release of one roundtable reveals no more in one table than in the other", () => {
    const [review, only] = published(release({ strength: 2, improvement: 9, ask: 7 }));
    expect(only).toEqual(review);
  });

  test("contributions and roundtables are hidden with people, and overlapping stances are left out", () => {
    const [table] = suppressed([counts({ strength: 3 })], SMALL);
    const theme = table?.themes[0];
    expect(theme?.contributions.value).toBeNull();
    expect(theme?.roundtables.value).toBeNull();
    expect(theme?.segments.strength.contributions.value).toBeNull();
    expect(theme?.segments.ask.contributions.value).toBe(0);
    expect(theme?.stances).toBeNull();
    expect(theme && readableStances(theme)).not.toContain("strength");
  });

  test("denominators are figures: a tiny roundtable hides another's too", () => {
    const [review, big, other, tiny] = suppressed(
      [
        counts({}, { present: 43 }),
        counts({ strength: 9 }, { present: 20 }),
        counts({}, { present: 20 }),
        counts({}, { present: 3, speakers: 3 }),
      ],
      SMALL,
    );
    expect(review?.people.value).toBe(43);
    expect(tiny?.people.value).toBeNull();
    expect(tiny?.themes[0]?.people.of).toBeNull();
    expect([big?.people.value, other?.people.value].filter((value) => value === null)).toHaveLength(1);
    expect(tiny?.contributions.value).toBeNull();
  });

  test("few contributions without a speaker are hidden, and so is a show of hands that few raised", () => {
    const one = counts({ strength: 9 }, { unidentified: 3 });
    const hands = [
      { raised: 14, asked: 20 },
      { raised: 2, asked: 20 },
      { raised: 3, asked: 4 },
    ];
    const [table] = suppressed([{ ...one, themes: one.themes.map((theme) => ({ ...theme, hands })) }], SMALL);
    expect(table?.unidentified.value).toBeNull();
    expect(table?.themes[0]?.unidentified.value).toBeNull();
    expect(table?.themes[0]?.hands.map(({ value, of }) => [value, of])).toEqual([
      [14, 20],
      [null, 20],
      [null, null],
    ]);
  });
});

describe("a reader who knows every published figure", () => {
  test("cannot work out a hidden figure, nor the sum of those hidden in one row or column", () => {
    const roll = dice(7);
    for (let round = 0; round < 120; round++) {
      const counts = (): BySegment => ({
        strength: roll(3) === 0 ? 0 : roll(9),
        improvement: roll(10),
        ask: roll(2) === 0 ? 0 : roll(6),
      });
      const tables = published(round % 3 === 0 ? release(counts()) : release(counts(), counts()));
      const [review = [], ...roundtables] = tables;
      expect(deduced(tables, 10), JSON.stringify(tables)).toEqual([]);
      for (const row of tables) expectNoSmallRemainder(row[0] ?? null, row.slice(1), tables);
      for (const [at, whole] of review.entries())
        expectNoSmallRemainder(
          whole,
          roundtables.map((row) => row[at] ?? null),
          tables,
        );
    }
  });

  test("sees everything when nothing is small", () => {
    const tables = published(release({ strength: 6, improvement: 8 }, { strength: 7, improvement: 5 }));
    expect(tables.flat()).not.toContain(null);
  });

  test("cannot work out a small figure when people attended more than one roundtable either", () => {
    const roll = dice(11);
    for (let round = 0; round < 300; round++) {
      const rows = [0, 1, 2].map((): BySegment => ({
        strength: roll(8),
        improvement: roll(8),
        mixed: roll(4),
      }));
      const [review, ...roundtables] = release(...rows);
      if (!review) throw new Error("There is no review table.");
      const fewer = review.themes.map((theme) => ({
        ...theme,
        patterns: theme.patterns.map((one) => ({ ...one, people: Math.max(1, one.people - roll(3)) })),
      }));
      const tables = published([{ ...review, themes: fewer }, ...roundtables]);
      for (const value of tables.flat()) expect(value === null || value === 0 || value >= SMALL).toBe(true);
      for (const row of tables) expectNoSmallRemainder(row[0] ?? null, row.slice(1), tables);
    }
  });
});

const total = (values: number[]) => values.reduce((a, b) => a + b, 0);

/** A shown total less its shown parts is 0, or at least five people. */
function expectNoSmallRemainder(whole: number | null, parts: (number | null)[], tables: unknown) {
  if (whole === null) return;
  const left = whole - total(parts.filter((value) => value !== null));
  expect(left === 0 || left >= SMALL, JSON.stringify(tables)).toBe(true);
}
