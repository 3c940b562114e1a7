import { describe, expect, test } from "vitest";
import { blockOf } from "@/lib/report/draft/block";
import type { BlockType } from "@/lib/report/draft/document-kind";
import { exportFileName, type ExportedBlock, type ExportedVersion } from "./exported";
import { toMarkdown } from "./markdown";

const block = (type: BlockType, text: string): ExportedBlock => ({
  id: text,
  section: "asks",
  type,
  content: blockOf(type, [{ text, marks: [] }]),
  table: null,
  gap: false,
  passages: text === "" ? [] : [{ text, claimId: null, runs: [{ text, marks: [] }], words: null }],
});

const VERSION: ExportedVersion = {
  title: "What Fellows said",
  reviewTitle: "NPQ review",
  number: 3,
  hash: "0123456789ab",
  savedAt: new Date("2025-06-01T10:00:00Z"),
  publishedAt: null,
  smallNumber: 5,
  blocks: [
    block("heading", "Key asks"),
    block("list_item", "Time <for> it."),
    block("list_item", "1. *Money*"),
    block("paragraph", ""),
  ],
};

describe("a version as Markdown", () => {
  test("says which version it is and that it is a draft", () => {
    expect(toMarkdown(VERSION)).toContain(
      "*NPQ review. Version 3, saved on 1 June 2025, a draft, not published. Fingerprint 0123456789ab.*",
    );
  });

  test("keeps words as words, keeps list items together and leaves empty paragraphs out", () => {
    expect(toMarkdown(VERSION)).toContain(
      "## Key asks\n\n- Time \\<for\\> it.\n- 1\\. \\*Money\\*\n\nFigures count",
    );
  });
});

test("a file name is plain ASCII whatever the slug of the report", () => {
  expect(exportFileName('../é"report', 2, "docx")).toBe("report-version-2.docx");
});
