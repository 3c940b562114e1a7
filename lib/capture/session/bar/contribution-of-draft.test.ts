import { describe, expect, test } from "vitest";
import { contributionOfDraft } from "./contribution-of-draft";
import { EMPTY_DRAFT, withSource } from "./draft";

const spoken = { ...EMPTY_DRAFT, source: "identified" as const, participantId: "p", questionId: "q" };

describe("the contribution of a draft", () => {
  test("words in quotation marks are word for word, others the gist", () => {
    expect(contributionOfDraft({ ...spoken, text: " “As it was said.” " })).toMatchObject({
      contribution: { text: "As it was said.", wording: "verbatim" },
    });
    expect(contributionOfDraft({ ...spoken, text: "The gist" })).toMatchObject({
      contribution: { wording: "gist" },
    });
  });
  test("an own note is never word for word", () => {
    expect(contributionOfDraft({ ...withSource(spoken, "note"), text: "“Hm”" })).toMatchObject({
      contribution: { text: "“Hm”", wording: "gist", participantId: null },
    });
  });
  test("says in words what is missing", () => {
    expect(contributionOfDraft(spoken)).toEqual({ problem: "Type what was said first." });
    expect(contributionOfDraft({ ...spoken, text: "🏫".repeat(10_000) })).toHaveProperty("contribution");
    expect(contributionOfDraft({ ...spoken, text: "x".repeat(10_001) })).toEqual({
      problem: "A contribution must be 10,000 characters or fewer.",
    });
    const hands = {
      ...withSource(spoken, "group"),
      text: "For shorter units",
      hands: { raised: "21", asked: "20" },
    };
    expect(contributionOfDraft(hands)).toEqual({ problem: "Enter how many hands went up, from 0 to 20." });
  });
});
