import { describe, expect, test } from "vitest";
import { isEmpty, MAX_QUERY, MAX_TERMS, readQuery } from "./query";
import { queryText, withFilter, withoutFilter, withWords } from "./query-text";

const word = (text: string, over = {}) => ({ text, phrase: false, not: false, ...over });
const faults = (typed: string) => readQuery(typed).faults;

describe("what is typed is read as", () => {
  test("words, phrases and words to leave out", () => {
    expect(readQuery('marking  "between providers" -"final project" -cost face-to-face')).toEqual({
      terms: [
        word("marking"),
        word("between providers", { phrase: true }),
        word("final project", { phrase: true, not: true }),
        word("cost", { not: true }),
        word("face-to-face"),
      ],
      filters: [],
      faults: [],
    });
  });

  test("filters, in any case, with several words in quotation marks, straight or curly", () => {
    expect(readQuery('theme:assessment Stance:ask role:"assistant head" roundtable:“Leeds, May”')).toEqual({
      terms: [],
      filters: [
        { name: "theme", value: "assessment" },
        { name: "stance", value: "ask" },
        { name: "role", value: "assistant head" },
        { name: "roundtable", value: "Leeds, May" },
      ],
      faults: [],
    });
  });

  test("words where a colon or a quotation mark stands within one", () => {
    expect(readQuery("12:30 can’t d'accord 5:theme").terms.map(({ text }) => text)).toEqual([
      "12:30",
      "can’t",
      "d'accord",
      "5:theme",
    ]);
  });

  test("nothing where there is nothing to look for", () => {
    for (const typed of ["", "   ", "\n", "… !", '""'])
      expect(readQuery(typed)).toEqual({ terms: [], filters: [], faults: [] });
    expect(isEmpty(readQuery(" "))).toBe(true);
    expect(isEmpty(readQuery("theme:x"))).toBe(false);
  });
});

describe("a fault is told in words", () => {
  test.each([
    ["foo:bar", "There is no filter “foo:”. Use type:, theme:, stance:, role: or roundtable:"],
    ["https://example.org", "There is no filter “https:”."],
    ["theme: assessment", "Say which theme directly after “theme:”"],
    ["-theme:assessment coach", "Remove the - before “theme:”."],
    ['coach "between prov', "Close the quotation marks after “between prov”."],
    ["coach - cost", "Put a word directly after -"],
    ["-cost", "Say what to look for too."],
    ["co\u0000ach", "cannot be read"],
    ["co\ud800ach", "cannot be read"],
    ["a".repeat(MAX_QUERY + 1), "Type 500 characters or fewer. You typed 501."],
    ["a ".repeat(MAX_TERMS + 1), "Search for 30 words or phrases at a time"],
  ])("%j", (typed, words) => {
    expect(faults(typed).join(" ")).toContain(words);
  });

  test("and the rest is still read", () => {
    expect(readQuery("coach foo:bar stance:ask")).toMatchObject({
      terms: [word("coach")],
      filters: [{ name: "stance", value: "ask" }],
    });
  });

  test("leaving out alone is enough beside a filter", () => {
    expect(faults("theme:assessment -cost")).toEqual([]);
  });
});

describe("a query is written as it is read", () => {
  const typed = 'marking "between providers" -cost theme:assessment role:"assistant head"';

  test("back and forth", () => {
    expect(queryText(readQuery(typed))).toBe(typed);
  });

  test("with a filter more, and one fewer", () => {
    const more = withFilter(readQuery(typed), { name: "stance", value: "ask" });
    expect(queryText(more)).toBe(`${typed} stance:ask`);
    expect(queryText(withoutFilter(more, "theme", (value) => value === "assessment"))).toBe(
      'marking "between providers" -cost role:"assistant head" stance:ask',
    );
  });

  test("with a word mended", () => {
    expect(queryText(withWords(readQuery(typed), new Map([["marking", "marks"]])))).toBe(
      typed.replace("marking", "marks"),
    );
  });
});
