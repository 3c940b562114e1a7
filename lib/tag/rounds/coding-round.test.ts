import { describe, expect, test } from "vitest";
import {
  AdjudicateInput,
  canBecome,
  JudgeContributionInput,
  PlanRoundInput,
  ROUND_STATES,
} from "./coding-round";

const id = "0190a000-0000-7000-8000-000000000001";
const other = "0190a000-0000-7000-8000-000000000002";

test("a round changes state only as the table allows", () => {
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
      themeIds: [id],
      stratifyBy: null,
      size: 60,
      seed: 12,
      blind: true,
    });
    expect(PlanRoundInput.parse({ ...plan, blind: undefined }).blind).toBe(false);
  });

  test.each([
    ["size", { size: "many" }, /whole number/],
    ["size", { size: "0" }, /at least one contribution/],
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
  const contribution = { roundId: id, contributionId: id };
  expect(JudgeContributionInput.parse(contribution)).toEqual({ ...contribution, themes: [], memo: "" });
  expect(JudgeContributionInput.parse({ ...contribution, themes: `${other}:ask`, memo: " Why? " })).toEqual({
    ...contribution,
    themes: [{ themeId: other, stance: "ask" }],
    memo: "Why?",
  });
  expect(JudgeContributionInput.safeParse({ ...contribution, themes: [`${other}:most`] }).success).toBe(
    false,
  );
});

describe("a decision", () => {
  const decision = { roundId: id, contributionId: id, themeId: id, reason: "It says so." };
  const problem = (over: object) => {
    const issue = AdjudicateInput.safeParse({ ...decision, ...over }).error?.issues[0];
    return issue && [String(issue.path[0]), issue.message];
  };
  test("that agrees with a coder needs no reason, whatever else was ticked", () => {
    const agrees = { ...decision, reason: " ", stances: "improvement" };
    expect(AdjudicateInput.parse({ ...agrees, decision: "agree:ask" })).toMatchObject({
      stances: ["ask"],
      reason: "",
    });
    expect(AdjudicateInput.parse({ ...agrees, decision: "agree:" }).stances).toEqual([]);
  });
  test("is another answer with its stances, or that the theme is absent, and a reason", () => {
    const other = { ...decision, decision: "other" };
    expect(AdjudicateInput.parse({ ...other, stances: ["ask", "ask"] }).stances).toEqual(["ask"]);
    expect(AdjudicateInput.parse({ ...other, stances: "none" }).stances).toEqual([]);
    expect(problem(other)).toEqual(["stances", expect.stringMatching(/at least one stance/)]);
    expect(problem({ ...other, stances: ["none", "ask"] })).toEqual([
      "stances",
      expect.stringMatching(/not both/),
    ]);
    expect(problem({ ...other, stances: "ask", reason: " " })).toEqual([
      "reason",
      expect.stringMatching(/reason/),
    ]);
  });
  test("is one of the possible answers", () => {
    for (const unknown of [undefined, "present", "agree:most"])
      expect(problem({ decision: unknown })?.[0]).toBe("decision");
  });
});
