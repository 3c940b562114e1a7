import { describe, expect, test } from "vitest";
import { AdjudicateInput, canBecome, JudgeLineInput, PlanRoundInput, ROUND_STATES } from "./coding-round";

const id = "0190a000-0000-7000-8000-000000000001";
const other = "0190a000-0000-7000-8000-000000000002";

test("a round goes from state to state by the table alone", () => {
  const steps = ROUND_STATES.flatMap((from) =>
    ROUND_STATES.filter((to) => canBecome(from, to)).map((to) => `${from} → ${to}`),
  );
  expect(steps).toEqual([
    "open → adjudicating",
    "open → abandoned",
    "adjudicating → settled",
    "adjudicating → abandoned",
    "settled → adjudicating",
  ]);
});

describe("a plan", () => {
  const plan = {
    reviewId: id,
    title: "First pass",
    themeIds: id,
    roundtableIds: [id],
    stratifyBy: "",
    size: "60",
    seed: "12",
    coderIds: [id, other],
    blind: "on",
  };
  test("is read as a form sends it", () => {
    expect(PlanRoundInput.parse(plan)).toMatchObject({
      ...{ themeIds: [id], stratifyBy: null, size: 60, seed: 12, blind: true },
    });
    expect(PlanRoundInput.parse({ ...plan, blind: undefined }).blind).toBe(false);
  });

  test.each([
    ["size", { size: "many" }, /whole number/],
    ["size", { size: "0" }, /at least one line/],
    ["seed", { seed: "-1" }, /0 or more/],
    ["coderIds", { coderIds: id }, /at least two people/],
    ["themeIds", { themeIds: undefined }, /at least one theme/],
  ])("says what is wrong with %s", (field, wrong, words) => {
    const issue = PlanRoundInput.safeParse({ ...plan, ...wrong }).error?.issues[0];
    expect(issue?.path[0]).toBe(field);
    expect(issue?.message).toMatch(words);
  });
});

test("a judgement names each theme with its stance, and none is a judgement too", () => {
  const line = { roundId: id, contributionId: id };
  expect(JudgeLineInput.parse(line)).toEqual({ ...line, themes: [], memo: "" });
  expect(JudgeLineInput.parse({ ...line, themes: `${other}:ask`, memo: " Why? " })).toEqual({
    ...line,
    themes: [{ themeId: other, stance: "ask" }],
    memo: "Why?",
  });
  expect(JudgeLineInput.safeParse({ ...line, themes: [`${other}:most`] }).success).toBe(false);
});

describe("a decision", () => {
  const decision = { roundId: id, contributionId: id, themeId: id, reason: "It says so." };
  test("that the theme is there says under which stances", () => {
    const there = { ...decision, decision: "present" };
    expect(AdjudicateInput.safeParse(there).error?.issues[0]?.path).toEqual(["stances"]);
    expect(AdjudicateInput.parse({ ...there, stances: ["ask", "ask"] }).stances).toEqual(["ask"]);
  });
  test("that it is not there has none, whatever was ticked", () => {
    expect(AdjudicateInput.parse({ ...decision, decision: "absent", stances: "ask" }).stances).toEqual([]);
  });
  test("gives a reason", () => {
    expect(AdjudicateInput.safeParse({ ...decision, decision: "absent", reason: " " }).success).toBe(false);
  });
});
