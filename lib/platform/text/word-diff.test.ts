import { expect, test } from "vitest";
import { seededRandom } from "@/lib/platform/random";
import { wordDiff, type DiffPart } from "./word-diff";

const side = (parts: readonly DiffPart[], left: "added" | "removed") =>
  parts
    .filter(({ kind }) => kind !== left)
    .map(({ text }) => text)
    .join("");

test("unchanged words are told from removed and added ones", () => {
  expect(wordDiff("Marking by providers.", "Marking by all providers.")).toEqual([
    { kind: "same", text: "Marking by " },
    { kind: "added", text: "all " },
    { kind: "same", text: "providers." },
  ]);
  expect(wordDiff("How work is marked", "How work gets graded")).toEqual([
    { kind: "same", text: "How work " },
    { kind: "removed", text: "is marked" },
    { kind: "added", text: "gets graded" },
  ]);
});

test("a text compared with itself, and with an empty one", () => {
  expect(wordDiff("The same.", "The same.")).toEqual([{ kind: "same", text: "The same." }]);
  expect(wordDiff("", "")).toEqual([]);
  expect(wordDiff("", "New words")).toEqual([{ kind: "added", text: "New words" }]);
  expect(wordDiff("Old words", "")).toEqual([{ kind: "removed", text: "Old words" }]);
});

test("for any texts, the parts restore both, and no two neighbours are of one kind", () => {
  const random = seededRandom(20261124);
  const text = () =>
    Array.from(
      { length: Math.floor(random() * 30) },
      () => "a bb ccc  \n 👩🏽‍🏫".split(" ")[Math.floor(random() * 6)],
    ).join(" ");
  for (let round = 0; round < 300; round++) {
    const [before, after] = [text(), text()];
    const parts = wordDiff(before, after);
    expect(side(parts, "added")).toBe(before);
    expect(side(parts, "removed")).toBe(after);
    parts.forEach(({ kind }, index) => expect(kind).not.toBe(parts[index + 1]?.kind));
  }
});
