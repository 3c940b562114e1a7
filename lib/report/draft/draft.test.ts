import { describe, expect, test } from "vitest";
import { composeDraft } from "./draft";
import { shownValues } from "./draft-frame";
import type { DraftFinding, DraftSource } from "./draft-source";
import { reportsSpeech } from "./reading";

const finding = (over: Partial<DraftFinding>): DraftFinding => ({
  id: "f",
  themeId: "marking",
  text: "Marking differs between providers.",
  stance: "improvement",
  supports: { contributionIds: ["l1"], people: 6, otherContributions: 0 },
  contradicts: { contributionIds: [], people: 0, otherContributions: 0 },
  hands: [],
  ...over,
});
const few = { contributionIds: ["l2"], people: 2, otherContributions: 0 };

const source = (over: Partial<DraftSource> = {}): DraftSource => ({
  reviewTitle: "NPQ review",
  smallNumber: 5,
  wholeReview: false,
  roundtables: [
    {
      title: "Fellows",
      heldOn: new Date("2025-05-14"),
      host: "Chartered College of Teaching",
      confidentiality: "chatham_house",
      questions: ["What works?", "What does not?"],
    },
  ],
  people: 20,
  attendances: 20,
  breakdowns: [],
  themes: [
    { id: "time", title: "Time", people: { strengths: 0, improvements: 4 } },
    { id: "marking", title: "Marking", people: { strengths: 2, improvements: 9 } },
  ],
  findings: [finding({})],
  unidentifiedContributions: 0,
  coding: null,
  ...over,
});

const texts = (draft: ReturnType<typeof composeDraft>, section: string) =>
  draft
    .filter((block) => block.section === section)
    .map(({ sentences }) => sentences.map(({ text }) => text).join(" "));

describe("a generated draft", () => {
  test("has the parts of a summary in their order, and leaves the final thoughts to the author", () => {
    const draft = composeDraft(
      source({ findings: [finding({}), finding({ stance: "strength" }), finding({ stance: "ask" })] }),
    );
    const headings = draft.filter(({ type }) => type === "heading").map(({ section }) => section);
    expect(headings).toEqual(["context", "strengths", "improvements", "asks", "final", "method"]);
    expect(draft.filter(({ section }) => section === "final").at(-1)?.sentences).toEqual([]);
  });

  test("reports what was said by shares of people, and cites it", () => {
    const improvements = composeDraft(
      source({ findings: [finding({ contradicts: few }), finding({ text: "It is slow", supports: few })] }),
    ).filter(({ section, type }) => section === "improvements" && type === "paragraph");
    expect(improvements[0]?.sentences).toEqual([
      {
        text: "Some participants said that marking differs between providers.",
        voice: "claim",
        claim: { findingId: "f", supports: ["l1"], contradicts: ["l2"] },
      },
      {
        text: "A few took a different view.",
        voice: "claim",
        claim: { findingId: "f", supports: ["l2"], contradicts: ["l1"] },
      },
      {
        text: "Separately, a few participants said that it is slow.",
        voice: "claim",
        claim: { findingId: "f", supports: ["l2"], contradicts: [] },
      },
    ]);
  });

  test("reports disagreement only with evidence", () => {
    const text = texts(composeDraft(source()), "improvements").join(" ");
    expect(text).not.toMatch(/different view|did not agree|differently/);
  });

  test("puts the theme that most people spoke about first", () => {
    const both = [finding({ themeId: "time", text: "Time is short." }), finding({})];
    expect(texts(composeDraft(source({ findings: both })), "improvements")).toEqual([
      "Areas for improvement",
      "Marking",
      "Some participants said that marking differs between providers.",
      "Time",
      "Some participants raised the concern that time is short.",
    ]);
  });

  test("lists asks unranked, with a show of hands as a separate count", () => {
    const hands = {
      contributionId: "h",
      raised: 14,
      asked: 20,
      about: "Hands for one account of a pass. Nobody was out.",
      heldOn: new Date("2025-05-14"),
    };
    const ask = finding({ stance: "ask", text: "One account of a pass.", hands: [hands] });
    const draft = composeDraft(source({ findings: [ask] }));
    expect(texts(draft, "asks")).toEqual([
      "Key asks",
      "These are in no order of importance: nobody was asked to rank them.",
      "One account of a pass (some participants). In a show of hands, 14 of 20 raised their hands for one account of a pass.",
    ]);
    const item = draft.find(({ type, section }) => type === "list_item" && section === "asks");
    expect(item?.sentences.at(-1)).toMatchObject({ claim: { supports: ["h"] } });
  });

  test("gives a show of hands exactly: it was public in the room", () => {
    const hands = { contributionId: "h", raised: 3, asked: 20, about: "Hands for a fee", heldOn: new Date() };
    const text = texts(
      composeDraft(source({ findings: [finding({ hands: [hands] })] })),
      "improvements",
    ).join();
    expect(text).toContain("In a show of hands, 3 of 20 raised their hands for a fee.");
  });

  test("gives no number of people where nobody identified said it", () => {
    const unknown = { contributionIds: ["l9"], people: 0, otherContributions: 2 };
    expect(
      texts(composeDraft(source({ findings: [finding({ supports: unknown })] })), "improvements"),
    ).toContain("It was said that marking differs between providers.");
  });

  test("marks every sentence that reports speech as a claim", () => {
    const draft = composeDraft(
      source({
        findings: [
          finding({ contradicts: few }),
          finding({ stance: "strength" }),
          finding({ stance: "ask" }),
        ],
      }),
    );
    for (const { section, sentences } of draft)
      for (const sentence of sentences)
        if (!["context", "method"].includes(section) && reportsSpeech(sentence.text))
          expect(sentence).toMatchObject({ voice: "claim" });
  });

  test("says how many took part, and gives no small number of them", () => {
    expect(texts(composeDraft(source()), "context").join(" ")).toContain("In all, 20 people took part");
    expect(texts(composeDraft(source({ people: 3 })), "context").join(" ")).toContain(
      "Fewer than five people took part",
    );
  });

  test("says how the contributions were coded, or that no agreement was measured", () => {
    const method = (coding: DraftSource["coding"]) =>
      texts(composeDraft(source({ coding })), "method").join(" ");
    expect(method(null)).toContain("Agreement between coders was not measured");
    expect(method({ kind: "reflexive" })).toContain("The contributions were coded reflexively");
  });

  test("does not identify a small group through a breakdown", () => {
    const values = [
      { value: "Secondary", people: 9 },
      { value: "Primary", people: 8 },
      { value: "Nursery", people: 3 },
    ];
    expect(shownValues({ attribute: "phase", values }, 20, 5)).toEqual([{ value: "Secondary", people: 9 }]);
    expect(shownValues({ attribute: "phase", values }, 25, 5)).toHaveLength(2);
  });
});
