import { describe, expect, test } from "vitest";
import { figureOf, type CitedContribution } from "@/lib/report/claim/claim";
import { contentOf } from "@/lib/report/draft/block";
import { type BlockType, type Section } from "@/lib/report/draft/document-kind";
import { checkDraft } from "./checks";

const CLAIM = "0190c0de-0000-7000-8000-000000000001";
let n = 0;
const contribution = (over: Partial<CitedContribution> = {}): CitedContribution => ({
  id: `contribution-${++n}`,
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
const contributions = (count: number, over: Partial<CitedContribution> = {}) =>
  Array.from({ length: count }, () => contribution(over));

/** In these tests each identified contribution comes from a different person. */
const counted = (supports: CitedContribution[]) => ({
  people: supports.filter(({ identified }) => identified).length,
  of: 20,
  unidentified: supports.filter(({ unidentified }) => unidentified).length,
});

function kinds(
  text: string,
  supports: CitedContribution[] | null,
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
  test("a claim rests on a contribution that still counts", () => {
    expect(kinds("Some participants said so.", [])).toEqual(["evidence"]);
    expect(kinds("Some participants said so.", contributions(5, { stands: false }))).toEqual(["evidence"]);
    expect(kinds("Some participants said so.", contributions(5, { participants: false }))).toEqual([
      "evidence",
    ]);
    expect(kinds("Some participants said so.", contributions(5))).toEqual([]);
  });

  test("a word of quantity fits the number of people", () => {
    expect(kinds("Most participants said so.", contributions(9))).toEqual(["quantity"]);
    expect(kinds("About half of the participants said so.", contributions(9))).toEqual([]);
    expect(kinds("A few also said so.", contributions(9))).toEqual(["quantity"]);
    expect(kinds("A few participants said so.", contributions(1))).toEqual([]);
    expect(kinds("One participant said so.", contributions(2))).toEqual(["quantity"]);
    expect(kinds("All participants said so.", contributions(20))).toEqual(["quantity"]);
    const unknown = { identified: false, unidentified: true, permission: null };
    expect(kinds("Some participants said so.", contributions(6, unknown))).toEqual(["quantity"]);
    expect(kinds("One NPQ after another repeats itself.", contributions(9))).toEqual([]);
  });

  test("a quotation is word for word, verbatim, cleared and permitted", () => {
    const quotation = { type: "quotation" as const };
    expect(kinds("“I'd do it again tomorrow”", contributions(1), quotation)).toEqual([]);
    expect(kinds("“I would do it again tomorrow”", contributions(1), quotation)).toEqual(["quotation"]);
    expect(kinds("I’d do it again", contributions(1, { verbatim: false }), quotation)).toEqual(["quotation"]);
    expect(kinds("I’d do it again", contributions(1, { permission: "paraphrase" }), quotation)).toEqual([
      "quotation",
    ]);
    expect(kinds("I’d do it again", contributions(5, { clearedText: null }), quotation)).toEqual([
      "quotation",
    ]);
    expect(kinds("I’d do it again", null, quotation)).toEqual(["quotation"]);
    expect(kinds("Some participants said “I would do it all again”.", contributions(5))).toEqual([
      "quotation",
    ]);
    expect(kinds("Some participants spoke of a “fine course”.", contributions(5))).toEqual([]);
  });

  test("a small group is not described", () => {
    expect(kinds("Two headteachers said so.", contributions(2))).toEqual(["small-group"]);
    expect(kinds("One participant from London said so.", contributions(1))).toEqual(["small-group"]);
    expect(kinds("A few primary colleagues said so.", contributions(2))).toEqual(["small-group"]);
    expect(kinds("It was raised by 3 of 20.", contributions(3))).toEqual(["small-group"]);
    expect(kinds("It was raised by 13 of 20.", contributions(13))).toEqual([]);
    expect(kinds("One participant said that a headteacher needs time.", contributions(1))).toEqual([]);
  });

  test("a view of one or few people needs a cleared contribution and a speaker who permits its use", () => {
    expect(kinds("A few participants said so.", contributions(2, { permission: null }))).toEqual([
      "permission",
    ]);
    expect(kinds("A few participants said so.", contributions(2, { clearedText: null }))).toEqual([
      "permission",
    ]);
    expect(kinds("A few participants said so.", contributions(2, { permission: "paraphrase" }))).toEqual([]);
    expect(kinds("A few took a different view.", contributions(2, { permission: null }))).toEqual([]);
  });

  test("framing does not report what was said, and no paragraph is left empty", () => {
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
