import { expect, test } from "vitest";
import { heldBack, publishCount } from "../published-count";
import { counterViewWords, quantityInWords, roundingRule } from "./published-words";

const people = (count: number) => publishCount(count, 29, 5);

test.each([
  [0, "Nobody"],
  [3, "A few of 29 participants"],
  [6, "Some participants, about 5 of 29"],
  [12, "Some participants, about 10 of 29"],
  [14, "About half of participants, about 15 of 29"],
  [20, "Most participants, about 20 of 29"],
  [28, "Nearly all of 29 participants"],
])("%i of 29 are “%s”", (count, sentence) => {
  expect(quantityInWords(people(count))).toBe(sentence);
});

test("those who say otherwise have a sentence of their own", () => {
  expect(counterViewWords(people(0))).toBeNull();
  expect(counterViewWords(people(2))).toBe("A few saw this differently");
  expect(counterViewWords(people(6))).toBe("Some (about 5 of 29) saw this differently");
  expect(counterViewWords(heldBack(29, 5))).toBe("How many people saw this differently is not shown");
});

test("what is not shown has no word of quantity", () => {
  expect(quantityInWords(heldBack(29, 5))).toBe("A number of participants that is not shown");
});

test("the range that each word and number stands for is said", () => {
  expect(roundingRule(5)).toBe(
    "Numbers of people are rounded to the nearest 5. “A few” stands for 1 to 4 people, “about 5” for 5 to 7, “about 10” for 8 to 12, “about 15” for 13 to 17, and so on. The number of people present and shows of hands are exact.",
  );
  expect(roundingRule(8)).toContain(
    "1 to 7 people, “about 10” for 8 to 12, “about 15” for 13 to 17, and so on",
  );
});
