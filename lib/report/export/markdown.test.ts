import { describe, expect, test } from "vitest";
import { exportedReport, writtenTable } from "@/tests/support/worlds/exported-report";
import { exportFileName } from "./exported";
import { toMarkdown } from "./markdown";

describe("a version as Markdown", () => {
  const clean = toMarkdown(exportedReport());

  test("says which version it is, and from which release its figures are", () => {
    expect(clean).toContain(
      "*NPQ review. Version 3, saved on 1 June 2025, published on 2 June 2025. Figures from release 2. Fingerprint 0123456789ab.*",
    );
  });

  test("keeps words as words and list items together, and leaves empty paragraphs out", () => {
    expect(clean).toContain("**Coaching.** About half asked for \\<paid\\> coaches \\& time, and said so.");
    expect(clean).toContain("### In short\n\n- 1\\. \\*Money\\*\n- \\=2+2\n\n> I would do it again.");
    expect(clean).toContain("| Theme | Raised by |\n| --- | --- |\n| Coaching | about 15 |");
    expect(clean).not.toContain("[^");
  });

  test("has a table that somebody wrote under its caption", () => {
    expect(toMarkdown(exportedReport([writtenTable()]), true)).toContain(
      "Asks \\& reasons\n\n|  | Why |\n| --- | --- |\n| **More \\| time** | About half asked[^2] |\n| Money |  |\n",
    );
  });

  test("when annotated, has a footnote with the released figure and finding for each claim", () => {
    const annotated = toMarkdown(exportedReport(), true);
    expect(annotated).toContain("coaches \\& time[^1], and said so.");
    expect(annotated).toContain(
      "\n[^1]: About 15 of 29 people. Finding: Pay for coaches. Theme: Coaching.\n",
    );
  });
});

test("a file name is plain ASCII whatever the slug of the report", () => {
  expect(exportFileName('../é"report', 2, "docx")).toBe("report-version-2.docx");
});
