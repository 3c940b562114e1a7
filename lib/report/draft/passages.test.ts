import { expect, test } from "vitest";
import { blockOf, plainText } from "./block";
import { claimMarks, contentOfPassages, typedPassages } from "./passages";

const A = "0190c0de-0000-7000-8000-000000000001";
const B = "0190c0de-0000-7000-8000-000000000002";
const content = blockOf("paragraph", [
  { text: "Their concern was ", marks: [] },
  { text: "that ", marks: claimMarks(A) },
  { text: "most", marks: [...claimMarks(A), { type: "figure", attrs: { ref: "present" } }] },
  { text: ", and ", marks: [] },
  { text: "that it costs", marks: claimMarks(B) },
  { text: ".", marks: [] },
]);

test("a block is the same after its form was sent as it was shown", () => {
  const passages = typedPassages(content);
  expect(passages.map(({ text }) => text)).toEqual([
    "Their concern was",
    "that most",
    ", and",
    "that it costs",
    ".",
  ]);
  const again = contentOfPassages("paragraph", content, passages);
  expect(plainText(again)).toBe(plainText(content));
  expect(JSON.stringify(again)).toContain('"ref":"present"');
});

test("new words of a claim keep the claim, and lose marks that were on the old words", () => {
  const passages = typedPassages(content).map((one) =>
    one.claimId === A ? { ...one, text: "that few" } : one,
  );
  const again = contentOfPassages("paragraph", content, passages);
  expect(plainText(again)).toBe("Their concern was that few, and that it costs.");
  expect(JSON.stringify(again)).toContain(A);
  expect(JSON.stringify(again)).not.toContain("present");
});
