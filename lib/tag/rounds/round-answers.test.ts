import { expect, test } from "vitest";
import { answersOf, answerValue, readAnswer } from "./round-answers";

test("an answer is read back from its name, whatever order its stances came in", () => {
  expect(answerValue(["ask", "strength"])).toBe("agree:strength,ask");
  expect(readAnswer("agree:strength,ask")).toEqual(["strength", "ask"]);
  expect(readAnswer(answerValue([]))).toEqual([]);
});

test("what is no coder's answer is left as it is", () => {
  expect(readAnswer("other")).toBe("other");
  expect(readAnswer(undefined)).toBeUndefined();
});

test("coders who answered the same share one answer", () => {
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
