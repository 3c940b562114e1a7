import { describe, expect, test } from "vitest";
import { sliceCodePoints } from "@/lib/platform/text/code-points";
import { sentencePlaces, sentenceStarts } from "./sentence-ends";
import { splitAt } from "./split";

/** The text split at every place that is offered. */
function cut(text: string): string[] {
  const starts = [0, ...sentenceStarts(text)];
  return starts.map((start, index) => sliceCodePoints(text, start, starts[index + 1]).trim());
}

describe("where sentences end", () => {
  test.each<[string, string[]]>([
    ["It works. It costs too much. Why?", ["It works.", "It costs too much.", "Why?"]],
    ["it works. people like it", ["it works.", "people like it"]],
    ["“It works.” She said so.", ["“It works.”", "She said so."]],
    ["Really?! Yes! (Both.) Done", ["Really?!", "Yes!", "(Both.)", "Done"]],
    ["One thing\n\nAnother thing", ["One thing", "Another thing"]],
    ["The 🏫 works. The 👩‍🏫 does too.", ["The 🏫 works.", "The 👩‍🏫 does too."]],
    ["So do I. We all do.", ["So do I.", "We all do."]],
    ["We said no. Then we left.", ["We said no.", "Then we left."]],
    ["Cost, time, etc. Then the trust pays.", ["Cost, time, etc.", "Then the trust pays."]],
    ["It fell from 3.5 to 2. Nobody saw.", ["It fell from 3.5 to 2.", "Nobody saw."]],
    ["Well… Perhaps not.", ["Well…", "Perhaps not."]],
  ])("%j", (text, parts) => {
    expect(cut(text)).toEqual(parts);
  });

  test.each([
    "Some courses, e.g. The NPQH, cost more",
    "Some courses, i.e. the short ones",
    "Mr. Smith and Dr. Jones agreed",
    "J. Smith agreed",
    "Heads in the U.K. Department",
    "Costs, time, etc. are covered",
    "It begins at 3 p.m. on Fridays",
    "See no. 5 and p. 12",
    "1. First of all",
    "Well... perhaps",
    "No stop at all",
    "One stop at the end.",
    "",
  ])("none inside %j", (text) => {
    expect(sentenceStarts(text)).toEqual([]);
  });

  test("each is a place at which a contribution can be split", () => {
    const text = "The café 🏫 works. “It pays.” Mr. Hill agreed!\nNext line";
    expect(sentenceStarts(text)).toHaveLength(3);
    for (const at of sentenceStarts(text)) expect(splitAt(text, at)).toHaveProperty("first");
  });
});

test("each place is shown with the words around it", () => {
  expect(sentencePlaces("It works. It costs far too much for small schools. Why?")).toEqual([
    { at: 10, before: "It works.", after: "It costs far too much …" },
    { at: 51, before: "… too much for small schools.", after: "Why?" },
  ]);
});
