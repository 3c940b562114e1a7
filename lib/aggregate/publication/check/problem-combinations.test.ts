import { describe, expect, test } from "vitest";
import { publishCount } from "../published-count";
import { checkReport } from "../report/check-report";
import { coarsen } from "./coarsen";
import { checkTheme, worseThan, type Disclosure } from "./check-theme";
import { ReleasedCountsShape, type Combination, type ReleasedCounts, type ToldCount } from "./theme-history";

const THRESHOLD = 5;
const STRENGTH = 1;
const PRESENT = 10;
const PLACES = ["Leeds", "Hull", "York"];

function table(present: number, people: number, shown: boolean): ReleasedCounts["review"] {
  const figure = (count: number) => publishCount(count, present, THRESHOLD);
  const stances = {
    strength: figure(people),
    improvement: figure(0),
    ask: figure(0),
    observation: figure(0),
  };
  return {
    present,
    patterns: people > 0 ? { [STRENGTH]: people } : {},
    published: shown ? { people: figure(people), stances } : null,
  };
}

/**
 * One person at each of three roundtables names a strength, and everything that is published of it is “a few”. One
 * person was at Leeds and at Hull.
 */
function release(
  over: { number?: number; people?: readonly number[]; tables?: boolean; combinations?: Combination[] } = {},
): ReleasedCounts {
  const { number = 1, people = [1, 1, 1], tables = true, combinations } = over;
  const all = people.reduce((sum, one) => sum + one, 0);
  return {
    number,
    review: table(PLACES.length * PRESENT - 1, all, true),
    roundtables: PLACES.map((roundtableId, at) => ({
      roundtableId,
      ...table(PRESENT, people[at] ?? 0, tables),
    })),
    ...(combinations ? { combinations } : {}),
    breakdowns: [],
    findings: [],
  };
}

const check = (...releases: ReleasedCounts[]) =>
  checkTheme({ themeId: "theme", threshold: THRESHOLD, releases, told: [] });

/** Who was at Leeds and Hull named the strength at Leeds, and nothing at Hull. */
const ONCE: Combination = { Leeds: STRENGTH, Hull: 0 };

const places = (found: readonly Disclosure[]) =>
  [...new Set(found.map(({ of }) => JSON.stringify(of.place)))].sort();
const at = (roundtable: string) => JSON.stringify({ roundtable });
const EVERYWHERE = ['"review"', at("Hull"), at("Leeds"), at("York")];

describe("a participant who came to two roundtables", () => {
  // For others somebody may have been counted twice, so that the roundtables may add up to five.
  test("leaves three values to everybody else, and to those who are known at one roundtable at a time", () => {
    expect(check(release())).toEqual([]);
  });

  test("knows that nobody was counted twice, and so that no more than two people named it at any", () => {
    const found = check(release({ combinations: [ONCE] }));
    expect(places(found)).toEqual(EVERYWHERE);
    expect(found.every(({ toParticipant, values }) => toParticipant && values === 2)).toBe(true);
  });

  test("is left three values where they named it at both", () => {
    const both = { Leeds: STRENGTH, Hull: STRENGTH };
    const counted = release({ combinations: [both] });
    const review = table(PLACES.length * PRESENT - 1, 2, true);
    expect(check({ ...counted, review })).toEqual([]);
  });
});

describe("over several releases", () => {
  test("what was not kept with an earlier one is known from a later one, where nothing changed", () => {
    const found = check(release(), release({ number: 2, combinations: [ONCE] }));
    expect(places(found)).toEqual(expect.arrayContaining(EVERYWHERE));
  });

  test("what an earlier one gave away already leaves nothing out of a later one", () => {
    const releases = [release(), release({ number: 2, combinations: [ONCE] })];
    const { held } = coarsen({ themeId: "theme", threshold: THRESHOLD, releases, told: [] });
    expect(held).toEqual([]);
    const { held: first } = coarsen({
      themeId: "theme",
      threshold: THRESHOLD,
      releases: [release({ combinations: [ONCE] })],
      told: [],
    });
    expect(first).not.toEqual([]);
  });

  test("what it gave away to a participant is still not told to everybody", () => {
    const of = { release: 1, place: "review", counted: null } as const;
    const before: Disclosure = { of, values: 2, toParticipant: true };
    expect(worseThan([before], [before])).toEqual([]);
    for (const now of [
      { ...before, toParticipant: false },
      { ...before, values: 1 },
    ])
      expect(worseThan([before], [now])).toEqual([now]);
  });

  test("who was erased still knows what they had said", () => {
    const before = release({ combinations: [ONCE] });
    const after = release({ number: 2, people: [0, 1, 1], combinations: [{ Leeds: 0, Hull: 0 }] });
    const first = check(before, after).filter(({ of }) => of.release === 1 && of.change !== true);
    expect(places(first)).toEqual(EVERYWHERE);
  });

  test("an earlier one can be read that has no combinations", () => {
    expect(ReleasedCountsShape.parse(structuredClone(release())).combinations).toBeUndefined();
    expect(ReleasedCountsShape.parse(release({ combinations: [ONCE] })).combinations).toEqual([ONCE]);
  });
});

test("a report is checked with what they know", () => {
  const tell = (roundtableId: string): ToldCount & { themeId: string } => ({
    themeId: "theme",
    release: 1,
    findingId: "finding",
    side: "for",
    roundtableId,
    people: 1,
    low: 1,
    high: PRESENT,
  });
  const told = (combinations?: Combination[]) =>
    checkReport({
      threshold: THRESHOLD,
      releases: [{ theme: release({ tables: false, ...(combinations ? { combinations } : {}) }) }],
      published: [tell("Hull")],
      statements: [tell("York")],
    });
  expect(told()).toEqual([]);
  expect(places(told([ONCE]))).toEqual(expect.arrayContaining([at("Hull"), at("York")]));
});
