import { describe, expect, test } from "vitest";
import type { Counts } from "@/lib/aggregate/figures/figures";
import { STANCE_BIT } from "@/lib/aggregate/figures/figures";
import { NPQ_CODES } from "@/lib/capture/people/vocabulary";
import { seededRandom } from "@/lib/platform/random";
import { checkTheme } from "./check/check-theme";
import { planRelease } from "./plan-release";
import type { ReleaseInput } from "./release-source";
import { namedPairs } from "./release-page-data";
import { countInTable } from "./words/published-words";

const REPETITION = "0b0ad9b2-8f3c-4d5e-9d55-3a0c6b8c8f01";
const ROUNDTABLE = { id: "0b0ad9b2-8f3c-4d5e-9d55-3a0c6b8c8f02", slug: "leeds", title: "Leeds" };

const raised = (id: string, people: number): Counts["themes"][number] => ({
  id,
  slug: id,
  title: id,
  colour: "1",
  axis: "theme",
  patterns:
    people === 0
      ? []
      : [
          {
            stances: STANCE_BIT.observation,
            people,
            contributions: people,
            contributionsOf: { strength: 0, improvement: 0, ask: 0, observation: people },
          },
        ],
  roundtables: 1,
  unidentified: 0,
  hands: [],
});

const counts = (present: number, themes: Counts["themes"]): Counts[] =>
  [null, ROUNDTABLE].map((roundtable) => ({
    scope: { roundtable, roundtables: 1 },
    present,
    contributions: present,
    unidentified: 0,
    themes,
  }));

type Said = { present?: number; repetition?: number; npqs: Record<string, number>; pair?: number };

function input(
  { present = 20, repetition = 12, npqs, pair = 0 }: Said,
  over: Partial<ReleaseInput> = {},
): ReleaseInput {
  return {
    number: 1,
    threshold: 5,
    counts: counts(present, [raised(REPETITION, repetition)]),
    combinations: {},
    breakdowns: [],
    findings: [],
    told: [],
    npqs: {
      counts: counts(
        present,
        NPQ_CODES.map((code) => raised(code, npqs[code] ?? 0)),
      ),
      theme: { id: REPETITION, slug: "repetition", title: "Framework repetition" },
      pairs: pair > 0 ? [{ first: "NPQH", second: "NPQSL", people: pair }] : [],
    },
    before: [],
    carried: null,
    tables: "together",
    ...over,
  };
}

const told = (plan: ReturnType<typeof planRelease>) => ({
  npqs: Object.fromEntries(plan.npqs?.npqs.map(({ npq, people }) => [npq, countInTable(people)]) ?? []),
  pair: plan.npqs?.pairs.map(({ first, second, people }) => [first, second, countInTable(people)]) ?? [],
});

describe("the NPQs of a release", () => {
  test("are published as words and rounded numbers, with the pairs that repeat each other", () => {
    const { npqs, pair } = told(planRelease(input({ npqs: { NPQH: 9, NPQSL: 3 }, pair: 2 })));
    expect(npqs).toMatchObject({ NPQH: "about 10", NPQSL: "a few", NPQEL: "none" });
    expect(pair).toEqual([["NPQH", "NPQSL", "a few"]]);
  });

  test("say the same of a pair wherever it is checked: under repetition, and under each of its NPQs", () => {
    const plan = planRelease(input({ present: 20, repetition: 2, npqs: { NPQH: 9, NPQSL: 2 }, pair: 2 }));
    for (const id of [REPETITION, "NPQH", "NPQSL"]) {
      const kept = plan.checked[id]?.findings.map(({ published }) => countInTable(published));
      expect(kept).toEqual([told(plan).pair[0]?.[2]]);
    }
  });

  test("carry over what the last release said, where too few people changed", () => {
    const first = planRelease(input({ npqs: { NPQH: 9, NPQSL: 6 }, pair: 6 }));
    const before = [{ checked: first.checked, breakdowns: [], npqs: first.npqs }];
    const changed = { npqs: { NPQH: 8, NPQSL: 6 }, pair: 5 };
    const second = planRelease(input(changed, { number: 2, before, carried: first.tables }));
    expect(second.npqs).toEqual(first.npqs);
    expect(second.checked["NPQH"]).toEqual({ ...first.checked["NPQH"], number: 2 });
  });

  test("are no part of a release that carries figures over from before they were counted", () => {
    const first = planRelease(input({ npqs: {} }));
    const before = [{ checked: { [REPETITION]: bare(first) }, breakdowns: [], npqs: null }];
    const second = planRelease(input({ npqs: { NPQH: 9 } }, { number: 2, before, carried: first.tables }));
    expect(second.npqs).toBeNull();
  });

  test("are listed with those that somebody named, each pair once", () => {
    const plan = planRelease(input({ npqs: { NPQH: 9, NPQSL: 6, NPQLT: 7 }, pair: 6 }));
    if (!plan.npqs) throw new Error("There are no NPQs.");
    expect(namedPairs(plan.npqs)).toMatchObject([
      { title: "NPQH and NPQSL", people: { count: { is: "about", n: 5 } } },
    ]);
  });
});

/** A release of some roundtables: of each, how many were present, raised repetition, named either NPQ, and named both. */
function releaseOf(rooms: readonly (readonly number[])[], before: ReleaseInput["before"]): ReleaseInput {
  const sum = (at: number) => rooms.reduce((all, room) => all + (room[at] ?? 0), 0);
  const countsOf = (themes: (part: (at: number) => number) => Counts["themes"]): Counts[] => [
    { ...base, scope: { roundtable: null, roundtables: rooms.length }, present: sum(0), themes: themes(sum) },
    ...rooms.map((room, place) => ({
      ...base,
      scope: { roundtable: { id: String(place), slug: String(place), title: String(place) }, roundtables: 1 },
      present: room[0] ?? 0,
      themes: themes((at) => room[at] ?? 0),
    })),
  ];
  const asked = input({ npqs: {}, pair: sum(4) }, { number: before.length + 1, before });
  return {
    ...asked,
    counts: countsOf((part) => [raised(REPETITION, part(1))]),
    npqs: {
      ...asked.npqs,
      counts: countsOf((part) => [raised("NPQH", part(2)), raised("NPQSL", part(3))]),
    },
  };
}

const base = { contributions: 0, unidentified: 0 };

test("two releases of NPQs together give no small count away, for any theme or NPQ, with the pairs that are shown", () => {
  const random = seededRandom(7);
  const upTo = (most: number) => Math.floor(random() * (most + 1));
  let pairs = 0;
  for (let review = 0; review < 12; review++) {
    const rooms = [14, 12].map((present) => {
      const [repetition, first, second] = [upTo(6), upTo(6), upTo(6)];
      return [present, repetition, first, second, upTo(Math.min(repetition, first, second))];
    });
    const one = planRelease(releaseOf(rooms.slice(0, 1), []));
    const before = [{ checked: one.checked, breakdowns: [], npqs: one.npqs }];
    const two = planRelease(releaseOf(rooms, before));
    pairs += two.npqs?.pairs.length ?? 0;
    for (const [id, counted] of Object.entries(two.checked)) {
      const releases = [...(one.checked[id] ? [one.checked[id]] : []), counted];
      expect([review, id, checkTheme({ themeId: id, threshold: 5, releases, told: [] })]).toEqual([
        review,
        id,
        [],
      ]);
    }
  }
  expect(pairs).toBeGreaterThan(6);
});

function bare(plan: ReturnType<typeof planRelease>) {
  const counted = plan.checked[REPETITION];
  if (!counted) throw new Error("The theme was not counted.");
  return { ...counted, findings: [] };
}
