import { describe, expect, test } from "vitest";
import { afterLogging, EMPTY_DRAFT, lineOfDraft, withChoice, withSource } from "./draft";

const spoken = { ...EMPTY_DRAFT, source: "identified" as const, participantId: "p", questionId: "q" };

describe("the line of a draft", () => {
  test("words in quotation marks are word for word, others the gist", () => {
    expect(lineOfDraft({ ...spoken, text: " “As it was said.” " })).toMatchObject({
      line: { text: "As it was said.", kind: "verbatim" },
    });
    expect(lineOfDraft({ ...spoken, text: "The gist" })).toMatchObject({ line: { kind: "note" } });
  });
  test("an own note is never word for word", () => {
    expect(lineOfDraft({ ...withSource(spoken, "note"), text: "“Hm”" })).toMatchObject({
      line: { text: "“Hm”", kind: "note", participantId: null },
    });
  });
  test("says in words what is missing", () => {
    expect(lineOfDraft(spoken)).toEqual({ problem: "Type what was said first." });
    const hands = {
      ...withSource(spoken, "room"),
      text: "For shorter units",
      hands: { raised: "21", asked: "20" },
    };
    expect(lineOfDraft(hands)).toEqual({ problem: "Enter how many hands went up, from 0 to 20." });
  });
});

describe("what stays for the next line", () => {
  test("speaker and question stay; stance and themes go", () => {
    const full = { ...spoken, text: "x", stance: "ask" as const, themeIds: ["t"] };
    expect(afterLogging(full, EMPTY_DRAFT)).toEqual({ ...spoken, text: "" });
  });
  test("after hands whoever spoke before speaks again", () => {
    const hands = { ...withSource(spoken, "room"), hands: { raised: "1", asked: "2" } };
    expect(afterLogging(hands, { source: "identified", participantId: "p" })).toMatchObject({
      source: "identified",
      participantId: "p",
      hands: null,
    });
  });
});

test("a theme chosen twice is taken off again", () => {
  const theme = { kind: "theme", id: "t", title: "T", colour: "1", area: false } as const;
  expect(withChoice(withChoice(spoken, theme), theme).themeIds).toEqual([]);
});
