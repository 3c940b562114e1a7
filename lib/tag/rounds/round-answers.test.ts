import { expect, test } from "vitest";
import { answersOf, answerValue, readAnswer } from "./round-answers";

test("an answer is read back from its name, in any order of its stances", () => {
  expect(answerValue(["ask", "strength"])).toBe("agree:strength,ask");
  expect(readAnswer("agree:strength,ask")).toEqual(["strength", "ask"]);
  expect(readAnswer(answerValue([]))).toEqual([]);
});

test("a value that is no coder's answer is left as it is", () => {
  expect(readAnswer("other")).toBe("other");
  expect(readAnswer(undefined)).toBeUndefined();
});

test("coders with the same answer share it", () => {
  expect(
    answersOf([
      { name: "Anna", stances: ["ask", "strength"] },
      { name: "Ben", stances: [] },
      { name: "Carl", stances: ["strength", "ask"] },
    ]),
  ).toEqual([
    { names: ["Anna", "Carl"], stances: ["ask", "strength"] },
    { names: ["Ben"], stances: [] },
  ]);
});
