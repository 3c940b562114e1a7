import { describe, expect, test } from "vitest";
import { changeOf, inTime } from "./comparison";
import { coOccurrence, raisedTogether } from "./co-occurrence";
import { asksToCompare, COMPARED, filterFields, readFilter, type Query } from "./filter-address";
import { filterInShort, filterSentence } from "./filter-words";
import { EVERYTHING, isNarrowed, type LiveFilter } from "./live-filter";
import type { ThemeTable } from "@/lib/aggregate/figures/figures";

const SLUGS = { roundtable: ["leeds", "online"], area: ["send"] };
const TITLES = {
  roundtable: new Map([
    ["leeds", "Leeds"],
    ["online", "Online"],
  ]),
  area: new Map([["send", "SEND"]]),
};
const only = (over: Partial<LiveFilter>): LiveFilter => ({ ...EVERYTHING, ...over });
const day = (text: string) => new Date(`${text}T00:00:00Z`);

describe("a filter in the address", () => {
  test("comes back as it was, alone and as the second group", () => {
    const filter = only({
      roundtable: ["online"],
      role: ["classroom teacher", "SENCO"],
      stance: ["ask"],
      area: ["send"],
      on: day("2026-03-03"),
    });
    for (const prefix of ["", COMPARED]) {
      const query: Query = {};
      for (const [name, value] of filterFields(filter, prefix))
        query[name] = [query[name] ?? [], value].flat();
      expect(readFilter(query, SLUGS, prefix)).toEqual({ filter, unknown: [], typed: null, problem: null });
      expect(asksToCompare(query)).toBe(prefix !== "");
    }
    expect(asksToCompare({ compare: "yes" })).toBe(true);
  });

  test("tells what is in no list, and which date was not used", () => {
    expect(readFilter({ role: ["SENCO", "wizard"], on: "2026-02-31" }, SLUGS)).toMatchObject({
      filter: { role: ["SENCO"], on: null },
      unknown: ["wizard"],
      problem: "Enter a day, a month and a year, such as 14 May 2025.",
    });
    expect(readFilter({ "on-day": "3", "on-month": "March", "on-year": "2026" }, SLUGS).filter.on).toEqual(
      day("2026-03-03"),
    );
    expect(readFilter({ on: "2126-03-03" }, SLUGS).problem).toBe("That date is in the future.");
  });
});

describe("a sentence above the figures", () => {
  test.each([
    [only({}), 3, "Contributions of everybody present, at all 3 roundtables."],
    [
      only({
        role: ["classroom teacher", "SENCO"],
        region: ["London"],
        roundtable: ["leeds", "online"],
        on: day("2026-03-03"),
      }),
      2,
      "Contributions of classroom teachers and SENCOs in London, at 2 roundtables (Leeds and Online), as at 3 March 2026.",
    ],
    [
      only({ setting: ["Special schools"], region: ["North East", "London"], npq: ["NPQH", "NPQSL"] }),
      1,
      "Contributions of everybody present from special schools in the North East or London who took or delivered NPQH or NPQSL, at the one roundtable so far.",
    ],
    [
      only({
        phase: ["Primary", "Not applicable"],
        about: ["NPQH"],
        stance: ["ask"],
        area: ["send"],
        roundtable: ["leeds"],
      }),
      1,
      "Contributions of everybody present in phase primary or without a phase about NPQH under a theme as something asked for in DfE’s area SEND, at “Leeds”.",
    ],
  ])("says in words what is counted %#", (filter, roundtables, words) => {
    expect(filterSentence(filter, TITLES, roundtables)).toBe(words);
  });

  test("is shorter beside another", () => {
    expect(filterInShort(only({ role: ["SENCO"] }), TITLES, 2)).toBe("SENCOs, at all 2 roundtables");
  });

  test("knows what only chooses roundtables and a date", () => {
    expect(isNarrowed(only({ roundtable: ["leeds"], on: day("2026-03-03") }))).toBe(false);
    expect(isNarrowed(only({ about: ["NPQH"] }))).toBe(true);
  });
});

describe("change", () => {
  const people = (value: number, of: number) => ({ counts: "people" as const, value, of });

  test("goes by the share of those present", () => {
    expect(changeOf(people(2, 10), people(3, 20))).toBe("fell");
    expect(changeOf(people(2, 10), people(4, 20))).toBe("same");
    expect(changeOf(people(2, 10), people(5, 20))).toBe("rose");
    expect(changeOf(people(0, 10), people(1, 20))).toBe("new");
    expect(changeOf(null, people(1, 20))).toBe("new");
    expect(changeOf(people(1, 10), people(0, 20))).toBe("gone");
    expect(changeOf(null, people(0, 20))).toBe("same");
  });

  test("is told between dates and between roundtables, and of nothing else", () => {
    const [old, now] = [only({ on: day("2026-03-03") }), only({})];
    expect(inTime(old, now, [])).toEqual({ earlier: "first" });
    expect(inTime(now, old, [])).toEqual({ earlier: "second" });
    const [leeds, online] = [only({ roundtable: ["leeds"] }), only({ roundtable: ["online"] })];
    expect(inTime(leeds, online, ["online", "leeds"])).toEqual({ earlier: "first" });
    expect(inTime(leeds, now, ["online", "leeds"])).toBeNull();
    expect(inTime(only({ role: ["SENCO"] }), now, [])).toBeNull();
  });
});

test("two themes: people who raised both, out of those who raised either", () => {
  const theme = (id: string, value: number) =>
    ({
      id,
      slug: id,
      title: id,
      axis: "theme",
      people: { counts: "people", value, of: 9 },
    }) as ThemeTable["themes"][number];
  const pairs = coOccurrence({ themes: [theme("a", 5), theme("b", 4), theme("c", 2), theme("d", 0)] }, [
    { first: "b", second: "a", people: 3, contributions: 1 },
  ]);
  expect(pairs.map(({ first, second, both, either }) => [first.id, second.id, both, either])).toEqual([
    ["a", "b", 3, 6],
    ["a", "c", 0, 7],
    ["b", "c", 0, 6],
  ]);
  expect(raisedTogether(pairs)).toHaveLength(1);
  expect(pairs[0]?.tint).toBe(3);
});
