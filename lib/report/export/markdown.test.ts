import { describe, expect, test } from "vitest";
import { exportFileName, type ExportedVersion } from "./exported";
import { toMarkdown } from "./markdown";

const VERSION: ExportedVersion = {
  title: "What Fellows said",
  reviewTitle: "NPQ review",
  number: 3,
  hash: "0123456789ab",
  savedAt: new Date("2025-06-01T10:00:00Z"),
  publishedAt: null,
  smallNumber: 5,
  blocks: [
    {
      id: "1",
      section: "asks",
      type: "heading",
      gap: false,
      sentences: [{ text: "Key asks", figure: null }],
    },
    {
      id: "2",
      section: "asks",
      type: "list_item",
      gap: false,
      sentences: [{ text: "Time <for> it.", figure: { mark: "13 of 20", words: "13 of 20 people" } }],
    },
    {
      id: "3",
      section: "asks",
      type: "list_item",
      gap: false,
      sentences: [{ text: "1. *Money*", figure: null }],
    },
    { id: "4", section: "final", type: "paragraph", gap: false, sentences: [] },
  ],
};

describe("a version as Markdown", () => {
  test("says which version it is and that it is a draft", () => {
    expect(toMarkdown(VERSION)).toContain(
      "*NPQ review. Version 3, saved on 1 June 2025, a draft, not published. Fingerprint 0123456789ab.*",
    );
  });

  test("keeps words as words, raises figures, keeps list items together and leaves empty paragraphs out", () => {
    expect(toMarkdown(VERSION)).toContain(
      "## Key asks\n\n- Time \\<for\\> it.<sup>13 of 20</sup>\n- 1\\. \\*Money\\*\n\nRaised figures",
    );
  });
});

test("a file name is plain ASCII whatever the slug of the report", () => {
  expect(exportFileName('../é"report', 2, "docx")).toBe("report-version-2.docx");
});
