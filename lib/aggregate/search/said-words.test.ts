import { expect, test } from "vitest";
import { signalWordsIn } from "./said-words";

const SEND = { title: "SEND", signalWords: "SENCO, special needs, special school, inclusion" };

test.each([
  ["A strand for special schools, taught by people who work in one.", 1],
  ["The research covers little about pupils with special educational needs.", 1],
  ["SENCOs in special schools meet too late.", 2],
  ["The SENCO of a special school speaks of inclusion and of SEND.", 4],
  ["We cannot send them anywhere else.", 0],
  ["A special day, when all of a school needs cover.", 0],
  ["Schools that are special.", 0],
  ["", 0],
])("%s: %i", (text, count) => {
  expect(signalWordsIn(text, SEND)).toBe(count);
});

test("an area whose title alone is known is found by it", () => {
  expect(
    signalWordsIn("Leading an operation, and operational leadership.", {
      title: "Operational leadership",
      signalWords: "",
    }),
  ).toBe(1);
});
