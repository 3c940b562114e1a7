import { describe, expect, test } from "vitest";
import { figureOf, type CitedLine } from "@/lib/report/claim/claim";
import { contentOf, type BlockType, type Section } from "@/lib/report/draft/block";
import { checkDraft } from "./checks";

const CLAIM = "0190c0de-0000-7000-8000-000000000001";
let n = 0;
const line = (over: Partial<CitedLine> = {}): CitedLine => ({
  id: `line-${++n}`,
  stands: true,
  participants: true,
  verbatim: true,
  clearedText: "It’s a fine course, and I’d do it again tomorrow.",
  permission: "verbatim",
  identified: true,
  unidentified: false,
  hands: null,
  ...over,
});
const lines = (count: number, over: Partial<CitedLine> = {}) =>
  Array.from({ length: count }, () => line(over));

/** Each identified line is another person's here. */
const counted = (supports: CitedLine[]) => ({
  people: supports.filter(({ identified }) => identified).length,
  of: 20,
  unidentified: supports.filter(({ unidentified }) => unidentified).length,
});

function kinds(
  text: string,
  supports: CitedLine[] | null,
  { type = "paragraph", section = "improvements" }: { type?: BlockType; section?: Section } = {},
) {
  const sentence =
    supports === null
      ? ({ text, voice: "framing" } as const)
      : ({ text, voice: "claim", claimId: CLAIM } as const);
  const block = { id: "block", section, type, content: contentOf(type, [sentence]), erasedAt: null };
  const claim = { id: CLAIM, findingId: null, supports: supports ?? [], contradicts: [] };
  const claims = new Map([[CLAIM, { ...claim, figure: figureOf(claim.supports, counted(claim.supports)) }]]);
  return checkDraft([block], { claims, smallNumber: 5 })
    .filter(({ blocking }) => blocking)
    .map(({ kind }) => kind);
}

describe("checks before publication", () => {
  test("a claim rests on a line that stands", () => {
    expect(kinds("Some participants said so.", [])).toEqual(["evidence"]);
    expect(kinds("Some participants said so.", lines(5, { stands: false }))).toEqual(["evidence"]);
    expect(kinds("Some participants said so.", lines(5, { participants: false }))).toEqual(["evidence"]);
    expect(kinds("Some participants said so.", lines(5))).toEqual([]);
  });

  test("a word of quantity fits the count of people", () => {
    expect(kinds("Most participants said so.", lines(9))).toEqual(["quantity"]);
    expect(kinds("Many participants said so.", lines(9))).toEqual([]);
    expect(kinds("A few also said so.", lines(9))).toEqual(["quantity"]);
    expect(kinds("A few participants said so.", lines(1))).toEqual([]);
    expect(kinds("One participant said so.", lines(2))).toEqual(["quantity"]);
    expect(kinds("All participants said so.", lines(20))).toEqual(["quantity"]);
    const unknown = { identified: false, unidentified: true, permission: null };
    expect(kinds("Some participants said so.", lines(6, unknown))).toEqual(["quantity"]);
    expect(kinds("One NPQ after another repeats itself.", lines(9))).toEqual([]);
  });

  test("a quotation is word for word, verbatim, cleared and permitted", () => {
    const quotation = { type: "quotation" as const };
    expect(kinds("“I'd do it again tomorrow”", lines(1), quotation)).toEqual([]);
    expect(kinds("“I would do it again tomorrow”", lines(1), quotation)).toEqual(["quotation"]);
    expect(kinds("I’d do it again", lines(1, { verbatim: false }), quotation)).toEqual(["quotation"]);
    expect(kinds("I’d do it again", lines(1, { permission: "paraphrase" }), quotation)).toEqual([
      "quotation",
    ]);
    expect(kinds("I’d do it again", lines(5, { clearedText: null }), quotation)).toEqual(["quotation"]);
    expect(kinds("I’d do it again", null, quotation)).toEqual(["quotation"]);
    expect(kinds("Some participants said “I would do it all again”.", lines(5))).toEqual(["quotation"]);
    expect(kinds("Some participants spoke of a “fine course”.", lines(5))).toEqual([]);
  });

  test("a small group is not described", () => {
    expect(kinds("Two headteachers said so.", lines(2))).toEqual(["small-group"]);
    expect(kinds("One participant from London said so.", lines(1))).toEqual(["small-group"]);
    expect(kinds("A few primary colleagues said so.", lines(2))).toEqual(["small-group"]);
    expect(kinds("It was raised by 3 of 20.", lines(3))).toEqual(["small-group"]);
    expect(kinds("It was raised by 13 of 20.", lines(13))).toEqual([]);
    expect(kinds("One participant said that a headteacher needs time.", lines(1))).toEqual([]);
  });

  test("a view of few needs a cleared line and a speaker who lets it be used", () => {
    expect(kinds("A few participants said so.", lines(2, { permission: null }))).toEqual(["permission"]);
    expect(kinds("A few participants said so.", lines(2, { clearedText: null }))).toEqual(["permission"]);
    expect(kinds("A few participants said so.", lines(2, { permission: "paraphrase" }))).toEqual([]);
    expect(kinds("A few took a different view.", lines(2, { permission: null }))).toEqual([]);
  });

  test("framing does not report what was said, and nothing is left empty", () => {
    expect(kinds("Participants felt strongly about this.", null)).toEqual(["framing"]);
    expect(kinds("These points belong together.", null)).toEqual([]);
    expect(kinds("Put shortly, ‘we had no cover at all’.", null)).toEqual(["quotation"]);
    expect(kinds("The heads' view and the teachers' view of the year's work agree.", null)).toEqual([]);
    const empty = {
      id: "b",
      section: "final",
      type: "paragraph",
      content: contentOf("paragraph", []),
      erasedAt: null,
    } as const;
    expect(checkDraft([empty], { claims: new Map(), smallNumber: 5 })).toMatchObject([
      { kind: "empty", blocking: true },
    ]);
  });
});
