import { describe, expect, test } from "vitest";
import { ContributionInput } from "./contribution";
import { contributionProblem, readTyped } from "./contribution-rules";

const ID = "0195e6a0-0000-7000-8000-000000000001";
const contribution = { id: ID, roundtableId: ID, text: "The words", source: `identified:${ID}` };
const errorsOf = (fields: object) =>
  ContributionInput.safeParse(fields).error?.issues.map(({ path }) => path.join("."));

describe("what a contribution may contain", () => {
  test.each([
    ["an identified contribution without speaker", { source: "identified", kind: "note" }, "source"],
    [
      "an unknown participant with a speaker",
      { source: "unidentified", kind: "note", participantId: ID },
      "source",
    ],
    ["a note word for word", { source: "note", kind: "verbatim" }, "kind"],
    [
      "hands of one participant",
      { source: "unidentified", kind: "note", hands: { raised: 1, asked: 2 } },
      "handsRaised",
    ],
    [
      "more hands than were asked",
      { source: "room", kind: "note", hands: { raised: 3, asked: 2 } },
      "handsRaised",
    ],
    ["hands out of none", { source: "room", kind: "note", hands: { raised: 0, asked: 0 } }, "handsAsked"],
    [
      "hands and agreement",
      { source: "room", kind: "note", hands: { raised: 1, asked: 2 }, agreementSeen: true },
      "agreementSeen",
    ],
    [
      "agreement of one participant",
      { source: "unidentified", kind: "note", agreementSeen: true },
      "handsRaised",
    ],
  ] as const)("%s is refused", (_, rules, field) => {
    expect(contributionProblem(rules)?.field).toBe(field);
  });

  test.each([
    { source: "identified", kind: "verbatim", participantId: ID },
    { source: "host", kind: "note" },
    { source: "host", kind: "note", participantId: ID },
    { source: "room", kind: "note", hands: { raised: 0, asked: 12 } },
    { source: "room", kind: "note", agreementSeen: true },
    { source: "note", kind: "note" },
  ] as const)("%j is valid", (rules) => {
    expect(contributionProblem(rules)).toBeNull();
  });
});

describe("a form's contribution", () => {
  test("gets its source and speaker from one answer", () => {
    expect(ContributionInput.parse(contribution)).toMatchObject({
      source: "identified",
      participantId: ID,
      kind: "note",
    });
    expect(ContributionInput.parse({ ...contribution, source: "note" })).toMatchObject({ source: "note" });
  });

  test("gets hands from two fields, and says which of them is wrong", () => {
    const room = { ...contribution, source: "room" };
    expect(ContributionInput.parse({ ...room, handsRaised: "9", handsAsked: "12" }).hands).toEqual({
      raised: 9,
      asked: 12,
    });
    expect(ContributionInput.parse({ ...room, handsRaised: "", handsAsked: "" }).hands).toBeUndefined();
    expect(errorsOf({ ...room, handsRaised: "9", handsAsked: "" })).toEqual(["handsAsked"]);
    expect(errorsOf({ ...room, handsRaised: "some", handsAsked: "12" })).toEqual(["handsRaised"]);
  });

  test("is refused when it is empty, too long or has nobody who said it", () => {
    expect(errorsOf({ ...contribution, text: " \n " })).toEqual(["text"]);
    expect(errorsOf({ ...contribution, text: "x".repeat(20_000) })).toEqual(["text"]);
    expect(ContributionInput.parse({ ...contribution, text: "👍".repeat(10_000) }).text).toHaveLength(20_000);
    expect(errorsOf({ ...contribution, source: "" })).toEqual(["source"]);
  });

  test("typed wholly in quotation marks is verbatim", () => {
    expect(readTyped("“We had no time.”", "note")).toEqual({ text: "We had no time.", kind: "verbatim" });
    expect(readTyped('Said "no" and "yes"', "note")).toEqual({ text: 'Said "no" and "yes"', kind: "note" });
    expect(ContributionInput.parse({ ...contribution, text: '"Words"' })).toMatchObject({
      text: "Words",
      kind: "verbatim",
    });
    expect(ContributionInput.parse({ ...contribution, source: "note", text: '"Words"' })).toMatchObject({
      kind: "note",
    });
  });
});
