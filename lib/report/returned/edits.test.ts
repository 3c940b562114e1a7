import { describe, expect, test } from "vitest";
import { blockOf, plainText } from "@/lib/report/draft/block";
import type { Mark } from "@/lib/report/draft/content/block-content";
import { acceptedText, editsBetween, rebase, suggest } from "./edits";

const CLAIM: Mark = { type: "claim", attrs: { id: "00000000-0000-4000-8000-000000000001" } };
const BY = "00000000-0000-4000-8000-0000000000aa";
const mark = () => ({ id: "00000000-0000-4000-8000-0000000000bb", by: BY, at: "2026-01-02T03:04:05.000Z" });
const block = (...runs: (string | { text: string; marks: Mark[] })[]) =>
  blockOf(
    "paragraph",
    runs.map((run) => (typeof run === "string" ? { text: run, marks: [] } : run)),
  );
const inserted = (text: string) => ({ text, marks: [{ type: "insertion" as const, attrs: mark() }] });
const deleted = (text: string) => ({ text, marks: [{ type: "deletion" as const, attrs: mark() }] });

/** All that a suggestion does: accepted it reads `after`, and as it stands it is what it was. */
function proposes(content: ReturnType<typeof block>, after: string) {
  const edits = editsBetween(acceptedText(content), after);
  const result = suggest(content, edits, mark);
  expect(acceptedText(result)).toBe(after);
  expect(plainText(result)).toBe(plainText(content));
  return result;
}

describe("changes as suggestions", () => {
  test("of words added, taken out and replaced, at the ends too", () => {
    const content = block("Providers mark the same work differently.");
    for (const after of [
      "Providers mark the very same work differently.",
      "mark the same work differently.",
      "Some providers mark work very differently indeed.",
      "First. Providers mark the same work differently. Last.",
      "Something else altogether",
      "",
    ])
      proposes(content, after);
    proposes(block(), "New words.");
  });

  test("keep claims: what is added within one cites what it cites, beside it nothing", () => {
    const content = block("They said that ", { text: "marking differs a lot", marks: [CLAIM] }, " there.");
    const within = proposes(content, "They said that marking differs really a lot there.");
    const added = within.content?.find(({ marks }) => marks?.some(({ type }) => type === "insertion"));
    expect(added?.marks?.map(({ type }) => type)).toEqual(["claim", "insertion"]);
    const beside = proposes(content, "Then they said that marking differs a lot there.");
    const first = beside.content?.find(({ marks }) => marks?.some(({ type }) => type === "insertion"));
    expect(first?.marks?.map(({ type }) => type)).toEqual(["insertion"]);
  });

  test("stand beside what others propose, which stays", () => {
    const content = block("We need ", deleted("more "), inserted("much more "), "time.");
    expect(acceptedText(content)).toBe("We need much more time.");
    proposes(content, "We need much more time and money.");
    const gone = suggest(content, editsBetween(acceptedText(content), "We need time."), mark);
    expect(plainText(gone)).toBe(plainText(content));
    expect(acceptedText(gone)).toBe("We need much more time.");
  });

  test("find their words again in a text that was changed since, and have no place where they were changed", () => {
    const [before, after] = ["One two three four.", "One two three and four."];
    const edits = editsBetween(before, after);
    expect(rebase(edits, before, before)).toEqual(edits);
    const now = "Zero. One two three four.";
    const moved = rebase(edits, before, now).flatMap((edit) => edit ?? []);
    expect(acceptedText(suggest(block(now), moved, mark))).toBe("Zero. One two three and four.");
    expect(rebase(editsBetween(before, "One 2 three four."), before, "One deux three four.")).toEqual([null]);
  });
});
