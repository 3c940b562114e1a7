import { describe, expect, test } from "vitest";
import { blockOf, claimsIn, hasSuggestions, passagesOf, plainText, runInTitle, typeOf } from "./block";
import { BlockContent } from "./content/block-content";
import { claimMarks } from "./passages";

const CLAIM = "0190c0de-0000-7000-8000-000000000001";
const PERSON = "0190c0de-0000-7000-8000-000000000002";
const content = blockOf("paragraph", [
  { text: "Their point was ", marks: [] },
  { text: "that ", marks: claimMarks(CLAIM) },
  { text: "most", marks: [...claimMarks(CLAIM), { type: "figure", attrs: { ref: "present" } }] },
  { text: " agree 👩🏽‍🏫.", marks: claimMarks(CLAIM) },
]);

describe("a block", () => {
  test("reads as its text, with claims and the framing between them", () => {
    expect(plainText(content)).toBe("Their point was that most agree 👩🏽‍🏫.");
    expect(passagesOf(content).map(({ text, claimId }) => [text, claimId])).toEqual([
      ["Their point was ", null],
      ["that most agree 👩🏽‍🏫.", CLAIM],
    ]);
    expect(claimsIn(content)).toEqual([CLAIM]);
  });

  test("is of the type that it was made with", () => {
    for (const type of ["heading", "subheading", "paragraph", "list_item", "quotation", "figure"] as const)
      expect(typeOf(blockOf(type, []))).toBe(type);
  });

  test("does not count a proposed addition as text, and keeps what somebody proposes to remove", () => {
    const proposed = { id: CLAIM, by: PERSON, at: "2026-05-01T10:00:00Z" };
    const suggested = blockOf("paragraph", [
      { text: "Kept", marks: [{ type: "deletion", attrs: proposed }] },
      { text: "New", marks: [{ type: "insertion", attrs: proposed }] },
    ]);
    expect(plainText(suggested)).toBe("Kept");
    expect(hasSuggestions(suggested)).toBe(true);
    expect(hasSuggestions(content)).toBe(false);
  });

  test("of an earlier version, whose framing is marked, still reads", () => {
    const earlier = BlockContent.parse({
      type: "paragraph",
      content: [{ type: "text", text: "So it seems.", marks: [{ type: "framing" }] }],
    });
    expect(passagesOf(earlier)).toEqual([
      { text: "So it seems.", claimId: null, runs: [{ text: "So it seems.", marks: [] }] },
    ]);
  });

  test("is refused when it holds anything else", () => {
    expect(BlockContent.safeParse(content).success).toBe(true);
    expect(BlockContent.safeParse({ ...content, type: "script" }).success).toBe(false);
    const bold = { type: "text", text: "Bold", marks: [{ type: "bold" }] };
    expect(BlockContent.safeParse({ type: "paragraph", content: [bold] }).success).toBe(false);
  });
});

test("a paragraph may begin with a title in bold", () => {
  const bold = (text: string) => ({ text, marks: [{ type: "strong" as const }] });
  const plain = { text: " About half spoke about this.", marks: [] };
  expect(runInTitle(blockOf("paragraph", [bold("Coaching."), plain]))).toBe("Coaching");
  expect(runInTitle(blockOf("paragraph", [bold("What next?"), plain]))).toBe("What next?");
  expect(runInTitle(blockOf("paragraph", [plain, bold("Coaching.")]))).toBe("");
});
