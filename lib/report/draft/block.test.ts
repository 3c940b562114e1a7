import { describe, expect, test } from "vitest";
import { BlockContent, contentOf, plainText, sentencesOf, type Sentence } from "./block";

const CLAIM = "0190c0de-0000-7000-8000-000000000001";
const SENTENCES: Sentence[] = [
  { text: "Some participants said that it works 👩🏽‍🏫.", voice: "claim", claimId: CLAIM },
  { text: "So it seems.", voice: "framing" },
];

describe("a block's content", () => {
  test("returns the sentences that it was made from", () => {
    expect(sentencesOf(contentOf("paragraph", SENTENCES))).toEqual(SENTENCES);
    expect(sentencesOf(contentOf("quotation", []))).toEqual([]);
  });

  test("reads as its sentences with a space between them, without figures or marks", () => {
    expect(plainText(contentOf("list_item", SENTENCES))).toBe(
      "Some participants said that it works 👩🏽‍🏫. So it seems.",
    );
  });

  test("is refused when it holds anything else", () => {
    const content = contentOf("paragraph", SENTENCES);
    expect(BlockContent.safeParse(content).success).toBe(true);
    expect(BlockContent.safeParse({ ...content, type: "script" }).success).toBe(false);
    const bold = { type: "text", text: "Bold", marks: [{ type: "bold" }] };
    expect(BlockContent.safeParse({ type: "paragraph", content: [bold] }).success).toBe(false);
  });
});
