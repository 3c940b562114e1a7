import { describe, expect, test } from "vitest";
import { assess, SetConfidenceInput } from "./confidence";
import { dividedShare, missingGroups, type Facts, type Present } from "./facts";

const SURE: Facts = {
  people: 12,
  contradictingPeople: 0,
  inferredPeople: 0,
  contradictingInferredPeople: 0,
  speakers: 12,
  divided: 0,
  roundtables: 3,
  allRoundtables: 3,
  missing: [],
  supporting: 14,
  withoutPerson: 0,
  hasCounterView: false,
};
const split = (people: number, contradictingPeople: number): Facts => ({
  ...SURE,
  people,
  contradictingPeople,
  speakers: people + contradictingPeople,
  divided: dividedShare(people, contradictingPeople, people + contradictingPeople),
});
const concerns = (facts: Facts) => assess(facts).components.map(({ concern }) => concern);

describe("the confidence in a finding", () => {
  test("is high where many people at every roundtable agree", () => {
    expect(assess(SURE).level).toBe("high");
    expect(concerns(SURE)).toEqual(["none", "none", "none", "none"]);
  });

  test("falls with the number of people, and never rises as they become fewer", () => {
    const levels = [12, 6, 3, 1, 0].map((people) => assess({ ...SURE, people, speakers: people }));
    expect(levels.map(({ level }) => level)).toEqual(["high", "high", "moderate", "low", "low"]);
  });

  test("falls where people are divided, less so once the counter-view is written", () => {
    expect(assess(split(12, 6)).level).toBe("low");
    expect(assess({ ...split(12, 6), hasCounterView: true }).level).toBe("moderate");
    expect(assess(split(12, 6)).components[1]?.reason).toBe(
      "12 people support it and 6 contradict it. No counter-view is written.",
    );
  });

  test("two minor concerns lower it by one step, and it never falls below very low", () => {
    const minor: Facts = { ...SURE, people: 6, withoutPerson: 1 };
    expect(concerns(minor)).toEqual(["minor", "none", "none", "minor"]);
    expect(assess(minor).level).toBe("moderate");
    const missing = [{ attribute: "phase" as const, value: "Primary", people: 4 }];
    const worst: Facts = { ...split(1, 1), roundtables: 1, missing, supporting: 2, withoutPerson: 2 };
    expect(concerns(worst)).toEqual(["serious", "serious", "moderate", "serious"]);
    expect(assess(worst).level).toBe("very_low");
  });

  test("gives its reasons in sentences", () => {
    const facts: Facts = { ...SURE, roundtables: 1, supporting: 4, withoutPerson: 1, people: 1 };
    expect(assess(facts).components.map(({ reason }) => reason)).toEqual([
      "1 person supports it.",
      "Nobody contradicts it.",
      "It comes from 1 of 3 roundtables. Every group of those present spoke to it.",
      "1 of 4 contributions that support it has no known speaker.",
    ]);
  });

  test("is decided otherwise only with a reason", () => {
    const findingId = "0190a000-0000-7000-8000-000000000001";
    expect(SetConfidenceInput.safeParse({ findingId, level: "low", reason: " " }).success).toBe(false);
    expect(SetConfidenceInput.safeParse({ findingId, level: "none", reason: "So." }).success).toBe(false);
  });
});

describe("divided", () => {
  test("is twice the smaller side over all who spoke to it", () => {
    expect(dividedShare(3, 3, 6)).toBe(1);
    expect(dividedShare(9, 1, 10)).toBeCloseTo(0.2);
    expect(dividedShare(1, 9, 12)).toBeCloseTo(1 / 6);
    expect(dividedShare(0, 0, 0)).toBe(0);
  });
});

describe("groups that are missing", () => {
  const present: Present[] = [
    { personId: "a", attribute: "role", value: "SENCO" },
    { personId: "b", attribute: "role", value: "SENCO" },
    { personId: "c", attribute: "role", value: "headteacher" },
    { personId: "a", attribute: "phase", value: "Primary" },
    { personId: "c", attribute: "phase", value: "Secondary" },
  ];

  test("are those without anybody who spoke to it, the largest first", () => {
    expect(missingGroups(present, new Set(["c"]))).toEqual([
      { attribute: "role", value: "SENCO", people: 2 },
      { attribute: "phase", value: "Primary", people: 1 },
    ]);
    expect(missingGroups(present, new Set(["a", "c"]))).toEqual([]);
  });
});
