import { expect, test } from "vitest";
import { plainEnglish } from "./plain-english";

test("plainer words, passives without anybody and sentences that are hard to read are pointed out", () => {
  const hard =
    "Notwithstanding the aforementioned considerations regarding organisational infrastructure, participating establishments systematically underestimated administrative responsibilities accompanying professional qualification programmes, particularly concerning interdepartmental communication, accountability frameworks, institutional representation and supplementary documentation requirements.";
  const [words, passive, long, plain] = plainEnglish([
    "They utilize it.",
    "The budget was spent.",
    hard,
    "Participants said that time is short, and it was felt that coaches help.",
  ]);
  expect(words).toMatchObject([{ start: 5, end: 12, message: "“use” is plainer than “utilize”." }]);
  expect(passive).toMatchObject([{ message: "Who does it? “spent” does not say. Name them if it matters." }]);
  expect(long?.map(({ message }) => message)).toContain(
    "This sentence is hard to read. Divide it, or leave something out.",
  );
  expect(plain).toEqual([]);
});
