import { describe, expect, test } from "vitest";
import { isOfficeInstalled, openedInOffice } from "@/tests/support/report/office";
import { exportedReport } from "@/tests/support/worlds/exported-report";
import { OPEN, SUGGESTED } from "@/tests/support/worlds/open-work";
import { toDocx } from "../docx";

/** The text as it stands, without what is written on it in the margin. */
const plain = (xml: string) =>
  xml
    .replaceAll(/<office:annotation .*?<\/office:annotation>/gs, "")
    .replaceAll(/<[^>]*>/g, "")
    .trim();
const all = (xml: string, element: string) =>
  [...xml.matchAll(new RegExp(`<${element}(?: [^>]*)?>(.*?)</${element}>`, "gs"))].map(
    ([, inner = ""]) => inner,
  );

const creators = (parts: readonly string[]) => parts.map((one) => plain(all(one, "dc:creator")[0] ?? ""));

describe.skipIf(!isOfficeInstalled())("a report in LibreOffice", () => {
  test("keeps its headings, lists, tables, footnotes, comments and tracked changes", async () => {
    const xml = openedInOffice(await toDocx(exportedReport([SUGGESTED]), { annotated: true, open: OPEN }));
    const body = all(xml, "office:text")[0] ?? "";
    const headings = [...body.matchAll(/<text:h [^>]*text:outline-level="(\d)"[^>]*>(.*?)<\/text:h>/gs)];
    expect(headings.map(([, level, words = ""]) => `${level} ${plain(words)}`).slice(0, 2)).toEqual([
      "1 Key asks",
      "2 In short",
    ]);
    expect(all(body, "text:list-item").map(plain)).toContain("=2+2");
    expect(all(body, "table:table-header-rows")).toHaveLength(1);
    expect(all(body, "text:note-body").map(plain)[0]).toContain("About 15 of 29 people.");
    expect(creators(all(body, "office:annotation")).sort()).toEqual(["Facilitator", "Fellow", "Fellow"]);
    for (const change of ["text:insertion", "text:deletion"])
      expect(creators(all(body, change))).toEqual(["Facilitator"]);
    // LibreOffice leaves what is to be deleted where it stands, between two marks.
    expect(plain(body)).toContain("more much more time.");
  }, 360_000);
});
