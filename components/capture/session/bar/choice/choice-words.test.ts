import { expect, test } from "vitest";
import type { Choice } from "@/lib/capture/session/bar/grammar";
import { enterWords } from "./choice-words";

const ben: Choice = {
  kind: "speaker",
  option: {
    value: "identified:1",
    source: "identified",
    participantId: "1",
    label: "P03",
    description: "Headteacher",
    seat: null,
    name: "Ben Hill",
    knownAs: "Ben Hill",
  },
};

test("with words typed, a second Enter logs, and the list says so", () => {
  expect(enterWords(ben, true)).toBe("Enter chooses “Ben Hill”. Enter again logs.");
  expect(enterWords({ kind: "stance", stance: "ask" }, true)).toBe("Enter chooses “Ask”. Enter again logs.");
});

test("a hidden name stays hidden", () => {
  if (ben.kind !== "speaker") throw new Error("It is a speaker.");
  const hidden: Choice = { kind: "speaker", option: { ...ben.option, name: null } };
  expect(enterWords(hidden, true)).toBe("Enter chooses “P03”. Enter again logs.");
});

test("without words to log it does not promise that Enter logs", () => {
  expect(enterWords({ kind: "question", id: "q", position: 2, text: "What works?" }, false)).toBe(
    "Enter chooses “question 2”. Then type what was said.",
  );
  expect(enterWords({ kind: "command", command: "hands" }, true)).toBe("Enter chooses the command “Hands”.");
});
