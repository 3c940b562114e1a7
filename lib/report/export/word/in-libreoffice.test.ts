import { describe, expect, test } from "vitest";
import { isOfficeInstalled, openedInOffice } from "@/tests/support/report/office";
import { blockWith, exportedReport } from "@/tests/support/worlds/exported-report";
import { toDocx } from "../docx";

const AT = new Date("2026-01-02T03:04:05Z");
const BY = "00000000-0000-4000-8000-0000000000aa";
const change = { id: "00000000-0000-4000-8000-0000000000bb", by: BY, at: AT.toISOString() };
const suggested = blockWith(
  {
    type: "paragraph",
    content: [
      { type: "text", text: "We need " },
      { type: "text", text: "more ", marks: [{ type: "deletion", attrs: change }] },
      { type: "text", text: "much more ", marks: [{ type: "insertion", attrs: change }] },
      { type: "text", text: "time." },
    ],
  },
  "paragraph",
);
const remark = { author: "Fellow", at: AT, body: "Which time?", blockId: suggested.id };
const open = {
  comments: [
    {
      ...remark,
      span: { start: 0, end: 7 },
      replies: [{ author: "Facilitator", at: AT, body: "All of it." }],
    },
  ],
  roles: new Map([[BY, "Facilitator"]]),
};

const plain = (xml: string) => xml.replaceAll(/<[^>]*>/g, "").trim();
const all = (xml: string, element: string) =>
  [...xml.matchAll(new RegExp(`<${element}(?: [^>]*)?>(.*?)</${element}>`, "gs"))].map(
    ([, inner = ""]) => inner,
  );

const creators = (parts: readonly string[]) => parts.map((one) => plain(all(one, "dc:creator")[0] ?? ""));

describe.skipIf(!isOfficeInstalled())("a report in LibreOffice", () => {
  test("keeps its headings, lists, tables, footnotes, comments and tracked changes", async () => {
    const xml = openedInOffice(await toDocx(exportedReport([suggested]), { annotated: true, open }));
    const body = all(xml, "office:text")[0] ?? "";
    const headings = [...body.matchAll(/<text:h [^>]*text:outline-level="(\d)"[^>]*>(.*?)<\/text:h>/gs)];
    expect(headings.map(([, level, words = ""]) => `${level} ${plain(words)}`).slice(0, 2)).toEqual([
      "1 Key asks",
      "2 In short",
    ]);
    expect(all(body, "text:list-item").map(plain)).toContain("=2+2");
    expect(all(body, "table:table-header-rows")).toHaveLength(1);
    expect(all(body, "text:note-body").map(plain)[0]).toContain("About 15 of 29 people.");
    expect(creators(all(body, "office:annotation")).sort()).toEqual(["Facilitator", "Fellow"]);
    for (const change of ["text:insertion", "text:deletion"])
      expect(creators(all(body, change))).toEqual(["Facilitator"]);
    // LibreOffice leaves what is to be deleted where it stands, between two marks.
    expect(plain(body)).toContain("more much more time.");
  }, 360_000);
});
