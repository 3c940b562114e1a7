import { describe, expect, test } from "vitest";
import { bearingField, evidenceSentence, whoIsBehind } from "./evidence";
import { AttachContributionsInput } from "./evidence-input";

const contribution = (n: number, over: object = {}) => ({
  contributionId: `contribution-${n}`,
  bearing: "supports" as const,
  roundtableId: "roundtable-1",
  personId: `person-${n}`,
  inferred: false,
  gone: false,
  ...over,
});

describe("who is behind a statement", () => {
  test("a person is counted once over several contributions and roundtables", () => {
    const behind = whoIsBehind([
      contribution(1),
      contribution(2, { personId: "person-1", roundtableId: "roundtable-2" }),
    ]);
    expect(behind).toMatchObject({
      people: 1,
      roundtables: 2,
      supports: ["contribution-1", "contribution-2"],
    });
  });

  test("one person may be on both sides", () => {
    const behind = whoIsBehind([
      contribution(1),
      contribution(2, { personId: "person-1", bearing: "contradicts" }),
    ]);
    expect(behind).toMatchObject({ people: 1, contradictingPeople: 1 });
  });

  test("a person is inferred where everything they said on that side is", () => {
    const behind = whoIsBehind([
      contribution(1, { inferred: true }),
      contribution(2, { inferred: true }),
      contribution(3, { personId: "person-2" }),
      contribution(4, { bearing: "contradicts", inferred: true }),
    ]);
    expect(behind).toMatchObject({ people: 2, inferredPeople: 1, contradictingInferredPeople: 1 });
    expect(evidenceSentence(behind)).toBe(
      "Supported by 2 people (1 of them inferred). Contradicted by 1 person (inferred) · 1 roundtable",
    );
  });

  test("who qualifies it is neither for nor against", () => {
    const behind = whoIsBehind([contribution(1), contribution(2, { bearing: "qualifies" })]);
    expect(behind).toMatchObject({ people: 1, contradictingPeople: 0, qualifyingPeople: 1 });
    expect(evidenceSentence(behind)).toBe("Supported by 1 person. Qualified by 1 person · 1 roundtable");
  });

  test("contributions without a counted person are counted separately, and those struck out since are left out", () => {
    const behind = whoIsBehind([
      contribution(1),
      contribution(2, { personId: null }),
      contribution(3, { gone: true }),
    ]);
    expect(behind).toMatchObject({ people: 1, contributionsWithoutPerson: 1, lost: 1 });
    expect(behind.supports).toEqual(["contribution-1", "contribution-2"]);
  });
});

describe("the sentence about the evidence", () => {
  const sentence = (...contributions: ReturnType<typeof contribution>[]) =>
    evidenceSentence(whoIsBehind(contributions));

  test("gives people, contributions without a speaker, and roundtables", () => {
    expect(sentence()).toBe("No evidence attached yet");
    expect(sentence(contribution(1))).toBe("Supported by 1 person · 1 roundtable");
    expect(
      sentence(
        contribution(1),
        contribution(2),
        contribution(3, { personId: null }),
        contribution(4, { bearing: "contradicts" }),
      ),
    ).toBe(
      "Supported by 2 people, and by 1 contribution with no known speaker. Contradicted by 1 person · 1 roundtable",
    );
    expect(sentence(contribution(1, { personId: null }))).toBe(
      "Supported by 1 contribution with no known speaker · 1 roundtable",
    );
  });
});

describe("what is chosen on the form", () => {
  const [a, b] = ["0190a000-0000-7000-8000-000000000001", "0190a000-0000-7000-8000-000000000002"];

  test("contributions without an answer are left out, and a form with no answer at all is refused in words", () => {
    const form = { findingId: a, [bearingField(a)]: "supports", [bearingField(b)]: "" };
    expect(AttachContributionsInput.parse(form).contributions).toEqual([
      { contributionId: a, bearing: "supports" },
    ]);
    const none = AttachContributionsInput.safeParse({ findingId: a, [bearingField(b)]: "" });
    expect(none.error?.issues[0]?.message).toMatch(/at least one contribution/);
  });
});
