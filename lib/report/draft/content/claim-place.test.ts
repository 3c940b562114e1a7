import { describe, expect, test } from "vitest";
import { randomSource } from "@/tests/support/report/random-source";
import { blockOf, type Run } from "../block";
import { placeOfClaim } from "./claim-place";
import { composeDraft } from "../compose/compose";
import { storedBlock } from "../composed/stored-block";
import { REPORT_KINDS } from "../document-kind";
import { claimMarks } from "../passages";

const [CLAIM, OTHER] = ["0190c0de-0000-7000-8000-000000000001", "0190c0de-0000-7000-8000-000000000002"];
const claimed = (text: string): Run => ({ text, marks: claimMarks(CLAIM) });
const framed = (text: string): Run => ({ text, marks: [] });

describe("a claim in its place", () => {
  test("is an item below the first line of its list", () => {
    const blocks = [
      { id: "h", section: "asks" as const, content: blockOf("heading", [framed("Key asks")]) },
      { id: "p", section: "asks" as const, content: blockOf("paragraph", [framed("People asked for:")]) },
      { id: "a", section: "asks" as const, content: blockOf("list_item", [framed("one thing")]) },
      { id: "b", section: "asks" as const, content: blockOf("list_item", [claimed("another")]) },
    ];
    expect(placeOfClaim(blocks, CLAIM)).toEqual({
      blockId: "b",
      headings: ["Key asks"],
      lead: "People asked for:",
      before: "",
      text: "another",
      after: "",
    });
    expect(placeOfClaim(blocks, OTHER)).toBeNull();
  });

  test("has no subheading of another part, and of a table its cell alone", () => {
    const table = [framed("Caption"), framed("\n"), framed("One"), framed("\t"), claimed("Two")];
    const blocks = [
      { id: "s", section: "themes" as const, content: blockOf("subheading", [framed("Coaching")]) },
      { id: "t", section: "divided" as const, content: blockOf("table", table) },
    ];
    expect(placeOfClaim(blocks, CLAIM)).toMatchObject({
      headings: ["Where opinion was divided"],
      before: "",
      text: "Two",
      after: "",
    });
  });

  test.each(REPORT_KINDS)(
    "in a generated %s, one that says “this” or “here” is below the title of its theme",
    (kind) => {
      let said = 0;
      for (let seed = 1; seed <= 30; seed++) {
        const source = randomSource(seed);
        let made = 0;
        const stored = composeDraft(kind, source).map((block, at) => ({
          id: String(at),
          section: block.section,
          ...storedBlock(block, () => `0190c0de-0000-7000-8000-${String(++made).padStart(12, "0")}`),
        }));
        for (const [id, { themeId, findingId }] of stored.flatMap(({ evidence }) =>
          Object.entries(evidence),
        )) {
          const place = placeOfClaim(stored, id);
          expect(place, `seed ${seed}`).not.toBeNull();
          if (!place || findingId || !/\b(?:this|here)\b/i.test(place.text)) continue;
          said++;
          const { title = "" } = source.themes.find((theme) => theme.id === themeId) ?? {};
          const above = [...place.headings, place.before].join(" ");
          expect(above, `seed ${seed}: ${place.text}`).toContain(title);
        }
      }
      expect(said).toBeGreaterThan(0);
    },
  );
});
