import { describe, expect, it } from "vitest";
import { sliceCodePoints } from "@/lib/platform/text/code-points";
import { stemOf } from "./stem";
import { wordsOf } from "./words";

describe("the words of a text", () => {
  it("have their places in code points, after emoji and combining marks", () => {
    const text = "👩‍🏫 Cafe\u0301 talk — that’s 𝒳 good, “NPQs”";
    const found = wordsOf(text).map(({ start, end }) => sliceCodePoints(text, start, end));
    expect(found).toEqual(["Cafe\u0301", "talk", "that’s", "𝒳", "good", "NPQs"]);
  });

  it("compare equal however an accent or an apostrophe was typed", () => {
    const forms = (text: string) => wordsOf(text).map(({ form }) => form);
    expect(forms("Cafe\u0301 isn’t")).toEqual(forms("CAFÉ isn't"));
  });

  it("are none in an empty text or one of punctuation", () => {
    expect(wordsOf("")).toEqual([]);
    expect(wordsOf(" … 👍🏽!")).toEqual([]);
  });
});

describe("stems", () => {
  it.each([
    ["coach", "coaches", "coaching", "coached"],
    ["mentor", "mentors", "mentoring"],
    ["repeat", "repeated", "repeats"],
    ["polite", "politely", "politeness"],
    ["implement", "implementing", "implemented"],
    ["study", "studies", "studied"],
    ["plan", "planning", "planned"],
  ])("of %s and related words are the same", (...forms) => {
    expect(new Set(forms.map(stemOf)).size).toBe(1);
  });

  it("leave short words, numbers and other scripts as they are", () => {
    for (const form of ["is", "was", "16", "ysgol-ôl", "класс"]) expect(stemOf(form)).toBe(form);
  });
});
