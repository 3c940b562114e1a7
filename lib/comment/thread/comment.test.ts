import { describe, expect, test } from "vitest";
import { authorWords, spanOfWords } from "./comment";

describe("who wrote a comment", () => {
  const fellow = { name: "Ann", role: "fellow", mine: false } as const;
  const official = { name: "Bob", role: "reviewer", mine: false } as const;

  test("facilitators see names", () => {
    expect(authorWords(fellow, true).words).toBe("Ann, Fellow");
    expect(authorWords(official, true)).toMatchObject({ words: "Bob, DfE reviewer", department: true });
  });

  test("Fellows see that a Fellow wrote it, and what comes from the department", () => {
    expect(authorWords(fellow, false).words).toBe("A Fellow");
    expect(authorWords(official, false)).toMatchObject({
      words: "Department for Education",
      department: true,
    });
    expect(authorWords({ ...fellow, mine: true }, false).words).toBe("You");
  });
});

describe("words typed instead of selected", () => {
  test("are found in the paragraph, in code points", () => {
    expect(spanOfWords("😀 marking differs", "marking")).toEqual({ start: 2, end: 9, quote: "marking" });
  });
  test("no words mean the whole paragraph, and unknown words mean nothing", () => {
    expect(spanOfWords("Two 😀", " ")).toEqual({ start: 0, end: 5, quote: "Two 😀" });
    expect(spanOfWords("Two", "three")).toBeNull();
  });
});
