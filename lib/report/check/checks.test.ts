import { describe, expect, test } from "vitest";
import { publishCount } from "@/lib/aggregate/publication/published-count";
import type { ReportFigures } from "@/lib/aggregate/publication/report/figure-ref";
import { figureOf, type CitedContribution, type Claim } from "@/lib/report/claim/claim";
import { blockOf } from "@/lib/report/draft/block";
import type { Mark } from "@/lib/report/draft/content/block-content";
import type { BlockType, Section } from "@/lib/report/draft/document-kind";
import { claimMarks } from "@/lib/report/draft/passages";
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

const FINDING = "0190c0de-0000-7000-8000-00000000000f";
const FIGURES: ReportFigures = {
  release: { number: 2, createdAt: new Date("2026-01-01") },
  table: { roundtable: null, roundtables: 2, present: 20, themes: [] },
  findings: [],
  breakdowns: [],
  hands: new Map(),
  threshold: 5,
};

function checked(
  text: string,
  supports: CitedContribution[] | null,
  { type = "paragraph", section = "improvements", marks = [] }: Written = {},
) {
  const claimed = supports === null ? [] : claimMarks(CLAIM);
  const content = blockOf(type, [{ text, marks: [...claimed, ...marks] }]);
  const own = supports ?? [];
  const behind = counted(own);
  const claim: Claim = {
    id: CLAIM,
    findingId: FINDING,
    side: "supports",
    themeId: null,
    stance: null,
    supports: own,
    contradicts: [],
    figure: figureOf(own, behind),
    told: behind.people > 0 ? { is: "people", figure: publishCount(behind.people, 20, 5) } : null,
  };
  const figures = { ...FIGURES, findings: released(behind.people) };
  return checkDraft([{ id: "block", section, type, content, erasedAt: null }], {
    claims: new Map([[CLAIM, claim]]),
    figures,
    smallNumber: 5,
  });
}

type Written = { type?: BlockType; section?: Section; marks?: readonly Mark[] };

function released(people: number): ReportFigures["findings"] {
  const figure = publishCount(people, 20, 5);
  const finding = { id: FINDING, themeId: "t", stance: "ask" as const, text: "So.", counterView: "" };
  return [{ ...finding, supports: figure, contradicts: publishCount(0, 20, 5) }];
}

function kinds(text: string, supports: CitedContribution[] | null, written?: Written) {
  return checked(text, supports, written)
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
    expect(kinds("Two headteachers said so.", null)).toEqual(["small-group", "framing"]);
    expect(kinds("A headteacher has little time.", null)).toEqual([]);
    expect(kinds("It was raised by 3 of 20.", contributions(3))).toEqual(["small-group"]);
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
      content: blockOf("paragraph", []),
      erasedAt: null,
    } as const;
    expect(checkDraft([empty], { claims: new Map(), figures: FIGURES, smallNumber: 5 })).toMatchObject([
      { kind: "empty", blocking: true },
    ]);
  });

  test("a live figure says what the release says, whatever is written around it", () => {
    const figure = (text: string) =>
      kinds(text, contributions(9), {
        marks: [{ type: "figure", attrs: { ref: `finding:${FINDING}:supports` } }],
      });
    expect(figure("about half")).toEqual([]);
    expect(figure("about 10 of 20")).toEqual([]);
    expect(figure("most")).toEqual(["quantity"]);
    expect(figure("about 15")).toEqual(["quantity"]);
    expect(
      kinds("about half", contributions(9), { marks: [{ type: "figure", attrs: { ref: "theme:gone" } }] }),
    ).toEqual(["quantity"]);
  });

  test("a number of people is never exact, unless the author answers for it or it is a show of hands", () => {
    expect(kinds("It was raised by 13 of 20.", contributions(13))).toEqual(["quantity"]);
    expect(kinds("It was raised by 13 of 20.", contributions(13), { marks: [{ type: "own" }] })).toEqual([]);
    const hands = contributions(1, { identified: false, hands: { raised: 13, asked: 20 } });
    expect(kinds("In a show of hands 13 of 20 were for it.", hands)).toEqual([]);
  });

  test("a word of quantity that no claim backs is pointed out, and does not stop the draft", () => {
    const found = checked("Most people in education agree on little.", null);
    expect(found.map(({ kind, blocking }) => [kind, blocking])).toEqual([["quantity", false]]);
  });

  test("a draft that is bound to no release cannot be published, nor one with an open suggestion", () => {
    const text = blockOf("paragraph", [{ text: "Well.", marks: [] }]);
    const block = { id: "b", section: "final", type: "paragraph", content: text, erasedAt: null } as const;
    expect(checkDraft([block], { claims: new Map(), figures: null, smallNumber: 5 })).toMatchObject([
      { kind: "release", blocking: true, blockId: null },
    ]);
    const at = { id: CLAIM, by: FINDING, at: "2026-05-01T10:00:00Z" };
    const added = blockOf("paragraph", [
      { text: "Well.", marks: [] },
      { text: " More.", marks: [{ type: "insertion", attrs: at }] },
    ]);
    expect(
      checkDraft([{ ...block, content: added }], { claims: new Map(), figures: FIGURES, smallNumber: 5 }),
    ).toMatchObject([{ kind: "suggestion", blocking: true }]);
  });
});

test("a block that did not change is checked again where what it depends on did", () => {
  const content = blockOf("paragraph", [{ text: "Some participants said so.", marks: claimMarks(CLAIM) }]);
  const block = { id: "b", section: "improvements", type: "paragraph", content, erasedAt: null } as const;
  const claim = (supports: CitedContribution[]): Claim => ({
    id: CLAIM,
    findingId: FINDING,
    side: "supports",
    themeId: null,
    stance: null,
    supports,
    contradicts: [],
    figure: figureOf(supports, counted(supports)),
    told: { is: "people", figure: publishCount(6, 20, 5) },
  });
  const found = (supports: CitedContribution[], figures: ReportFigures | null = FIGURES) =>
    checkDraft([block], { claims: new Map([[CLAIM, claim(supports)]]), figures, smallNumber: 5 }).map(
      ({ kind }) => kind,
    );
  expect(found(contributions(6))).toEqual([]);
  expect(found([])).toEqual(["evidence"]);
  expect(found(contributions(6))).toEqual([]);
  expect(found(contributions(6), null)).toEqual(["release"]);
  const without = checkDraft([block], { claims: new Map(), figures: FIGURES, smallNumber: 5 });
  expect(without.map(({ kind }) => kind)).toContain("evidence");
});
