import { describe, expect, test } from "vitest";
import { ContributionInput } from "./contribution";
import { contributionProblem, readTyped } from "./contribution-rules";

const ID = "0195e6a0-0000-7000-8000-000000000001";
const contribution = { id: ID, roundtableId: ID, text: "The words", source: `identified:${ID}` };
const errorsOf = (fields: object) =>
  ContributionInput.safeParse(fields).error?.issues.map(({ path }) => path.join("."));

describe("what a contribution may contain", () => {
  test.each([
    ["an identified contribution without speaker", { source: "identified", wording: "gist" }, "source"],
    [
      "an unknown participant with a speaker",
      { source: "unidentified", wording: "gist", participantId: ID },
      "source",
    ],
    ["a note word for word", { source: "note", wording: "verbatim" }, "wording"],
    [
      "hands of one participant",
      { source: "unidentified", wording: "gist", hands: { raised: 1, asked: 2 } },
      "handsRaised",
    ],
    [
      "more hands than were asked",
      { source: "group", wording: "gist", hands: { raised: 3, asked: 2 } },
      "handsRaised",
    ],
    ["hands out of none", { source: "group", wording: "gist", hands: { raised: 0, asked: 0 } }, "handsAsked"],
    [
      "hands and agreement",
      { source: "group", wording: "gist", hands: { raised: 1, asked: 2 }, agreementSeen: true },
      "agreementSeen",
    ],
    [
      "agreement of one participant",
      { source: "unidentified", wording: "gist", agreementSeen: true },
      "handsRaised",
    ],
  ] as const)("%s is refused", (_, rules, field) => {
    expect(contributionProblem(rules)?.field).toBe(field);
  });

  test.each([
    { source: "identified", wording: "verbatim", participantId: ID },
    { source: "host", wording: "gist" },
    { source: "host", wording: "gist", participantId: ID },
    { source: "group", wording: "gist", hands: { raised: 0, asked: 12 } },
    { source: "group", wording: "gist", agreementSeen: true },
    { source: "note", wording: "gist" },
  ] as const)("%j is lawful", (rules) => {
    expect(contributionProblem(rules)).toBeNull();
  });
});

describe("a form's contribution", () => {
  test("gets its source and speaker from one answer", () => {
    expect(ContributionInput.parse(contribution)).toMatchObject({
      source: "identified",
      participantId: ID,
      wording: "gist",
    });
    expect(ContributionInput.parse({ ...contribution, source: "note" })).toMatchObject({ source: "note" });
  });

  test("gets hands from two fields, and says which is wrong", () => {
    const group = { ...contribution, source: "group" };
    expect(ContributionInput.parse({ ...group, handsRaised: "9", handsAsked: "12" }).hands).toEqual({
      raised: 9,
      asked: 12,
    });
    expect(ContributionInput.parse({ ...group, handsRaised: "", handsAsked: "" }).hands).toBeUndefined();
    expect(errorsOf({ ...group, handsRaised: "9", handsAsked: "" })).toEqual(["handsAsked"]);
    expect(errorsOf({ ...group, handsRaised: "some", handsAsked: "12" })).toEqual(["handsRaised"]);
  });

  test("is refused when it is empty, too long or has nobody who said it", () => {
    expect(errorsOf({ ...contribution, text: " \n " })).toEqual(["text"]);
    expect(errorsOf({ ...contribution, text: "x".repeat(20_000) })).toEqual(["text"]);
    expect(ContributionInput.parse({ ...contribution, text: "👍".repeat(10_000) }).text).toHaveLength(20_000);
    expect(errorsOf({ ...contribution, source: "" })).toEqual(["source"]);
  });

  test("typed wholly in quotation marks is word for word", () => {
    expect(readTyped("“We had no time.”", "gist")).toEqual({ text: "We had no time.", wording: "verbatim" });
    expect(readTyped('Said "no" and "yes"', "gist")).toEqual({
      text: 'Said "no" and "yes"',
      wording: "gist",
    });
    expect(ContributionInput.parse({ ...contribution, text: '"Words"' })).toMatchObject({
      text: "Words",
      wording: "verbatim",
    });
    expect(ContributionInput.parse({ ...contribution, source: "note", text: '"Words"' })).toMatchObject({
      wording: "gist",
    });
  });
});
