import { describe, expect, test } from "vitest";
import { heldBack, publishCount } from "@/lib/aggregate/publication/published-count";
import type { ReportFigures } from "@/lib/aggregate/publication/report/figure-ref";
import type { CitedContribution, Claim } from "@/lib/report/claim/claim";
import { blockOf } from "@/lib/report/draft/block";
import type { BlockType, Section } from "@/lib/report/draft/document-kind";
import { claimMarks } from "@/lib/report/draft/passages";
import type { CheckedBlock } from "./checks";
import { coverageChecks } from "./coverage-checks";
import { attributionChecks, relianceChecks } from "./evidence-checks";
import { clausesOf, unheardChecks } from "./unheard";

const idOf = (n: number) => `0190c0de-0000-7000-8000-${String(n).padStart(12, "0")}`;

function contribution(id: string): CitedContribution {
  return {
    id,
    stands: true,
    participants: true,
    verbatim: false,
    clearedText: "So.",
    permission: "paraphrase",
    identified: true,
    unidentified: false,
    hands: null,
  };
}

function claim(n: number, over: Partial<Claim> = {}): [string, Claim] {
  const one: Claim = {
    id: idOf(n),
    findingId: null,
    side: "supports",
    themeId: null,
    stance: null,
    supports: [contribution("a")],
    contradicts: [],
    figure: { people: 6, of: 20, otherContributions: 0, room: false, hands: null },
    told: null,
    ...over,
  };
  return [one.id, one];
}

/** A block in which what stands between * and * is a claim, numbered from `first`. */
function block(
  text: string,
  first = 1,
  type: BlockType = "paragraph",
  section: Section = "improvements",
): CheckedBlock {
  let n = first;
  const runs = text
    .split("*")
    .map((part, at) => ({ text: part, marks: at % 2 === 1 ? claimMarks(idOf(n++)) : [] }));
  return { id: `${first}-${type}`, section, type, content: blockOf(type, runs), erasedAt: null };
}

const CLAIMS = new Map([claim(1), claim(2), claim(3), claim(4)]);

describe("a view told as a fact", () => {
  const found = (...blocks: CheckedBlock[]) =>
    attributionChecks(blocks, CLAIMS).map(({ claimId }) => claimId);

  test("is a claim that nobody is said to hold", () => {
    expect(found(block("*Marking differs from one provider to another.*"))).toEqual([idOf(1)]);
    expect(found(block("The weather was fine. *Marking differs.*"))).toEqual([idOf(1)]);
  });

  test.each([
    "Participants said *that marking differs*.",
    "Some of those present raised this. *Marking differs*.",
    "It was felt *that marking differs*.",
    "The concern was *that marking differs*. *It is unfair*.",
    "Not everyone agreed: *it is fair everywhere*.",
  ])("is not one whose sentence, or one before it, says whose view it is: %s", (text) =>
    expect(found(block(text))).toEqual([]),
  );

  test("is not an item of a list whose first line says it, and is one without such a line", () => {
    const item = block("*one account of a pass*", 1, "list_item", "asks");
    expect(found(block("Participants asked for:"), item)).toEqual([]);
    expect(found(block("Here is a list:"), item)).toEqual([idOf(1)]);
  });
});

test("one contribution may support two statements, and a third is pointed out", () => {
  const two = block("Participants said *that a*, and *that b*.");
  expect(relianceChecks([two], CLAIMS)).toEqual([]);
  const third = relianceChecks([two, block("They also said *that c*.", 3)], CLAIMS);
  expect(third).toMatchObject([{ kind: "reliance", blocking: false, claimId: idOf(3) }]);
  const others = new Map([claim(1), claim(2), claim(3, { supports: [contribution("b")] })]);
  expect(relianceChecks([two, block("*c*", 3)], others)).toEqual([]);
  const again = new Map([claim(1, { findingId: "f" }), claim(2), claim(3, { findingId: "f" })]);
  expect(relianceChecks([two, block("So *that a*.", 3)], again)).toEqual([]);
});

describe("coverage", () => {
  const people = (count: number) => publishCount(count, 20, 5);
  const theme = {
    id: "t",
    slug: "marking",
    title: "Marking",
    colour: "#12436D",
    axis: "theme" as const,
    hands: [],
  };
  const stances = {
    strength: people(2),
    improvement: people(9),
    ask: heldBack(20, 5),
    observation: people(8),
  };
  const figures: ReportFigures = {
    release: { number: 1, createdAt: new Date("2026-01-01") },
    table: {
      roundtable: null,
      roundtables: 2,
      present: 20,
      themes: [{ ...theme, people: people(12), stances }],
    },
    findings: [],
    breakdowns: [],
    hands: new Map(),
    threshold: 5,
  };
  const messages = (over: Partial<Claim> | null, blocks = [block("Participants said *so*.")]) =>
    coverageChecks(blocks, { claims: over ? new Map([claim(1, over)]) : new Map(), figures }).map(
      ({ message }) => message,
    );

  test("misses a theme and a stance that enough people raised", () => {
    expect(messages(null)).toEqual([expect.stringContaining("nothing about “Marking”")]);
    expect(messages({ themeId: "t" })).toEqual([
      expect.stringContaining("no things to improve under “Marking”"),
    ]);
  });

  test("is satisfied by a claim of the theme, or of a finding under it, with the stance", () => {
    expect(messages({ themeId: "t", stance: "improvement" })).toEqual([]);
    expect(messages({ findingId: "f", finding: { themeId: "t", stance: "improvement" } })).toEqual([]);
  });

  test("is satisfied by a table of themes, and expects nothing of themes that few raised", () => {
    const table = { ...block(""), content: blockOf("figure", [], { of: "stances", as: "table" }) };
    expect(messages(null, [table])).toEqual([]);
    const few = {
      ...figures,
      table: { ...figures.table, themes: [{ ...theme, people: people(3), stances }] },
    };
    expect(coverageChecks([], { claims: new Map(), figures: few })).toEqual([]);
  });

  test("expects groups of a full report alone", () => {
    const group = { group: "deputies", present: 6, themes: {} };
    const breakdowns = [
      { attribute: "role" as const, release: 1, groups: [group, { ...group, group: "heads" }] },
    ];
    const covering = {
      claims: new Map(),
      figures: { ...figures, table: { ...figures.table, themes: [] }, breakdowns },
    };
    expect(coverageChecks([], { ...covering, kind: "full" })).toHaveLength(1);
    expect(coverageChecks([], { ...covering, kind: "summary" })).toEqual([]);
  });
});

describe("a clause that its evidence does not speak of", () => {
  const clause = { blockId: "b", claimId: idOf(1), text: "budgets are cut" };

  test("has no word of it", () => {
    const words = ["budget", "cut"];
    const found = unheardChecks([{ ...clause, words, said: ["mark", "differ"], put: ["fair"] }]);
    expect(found).toMatchObject([{ kind: "unheard", blocking: true, claimId: idOf(1) }]);
  });

  test("is none where one word is heard, where it says little, or where nothing is cited", () => {
    const found = (words: string[], said: string[], put: string[] = []) =>
      unheardChecks([{ ...clause, words, said, put }]);
    expect(found(["budget", "cut"], ["cut"])).toEqual([]);
    expect(found(["budget"], ["mark"])).toEqual([]);
    expect(found(["budget", "cut"], [])).toEqual([]);
  });

  test("is to be read again where the finding has its words and no contribution has any of the statement", () => {
    const one = { ...clause, words: ["budget", "cut"], said: ["money"], put: ["budget"] };
    expect(unheardChecks([one])).toMatchObject([{ kind: "unheard", blocking: false, claimId: idOf(1) }]);
    const other = { ...one, words: ["money", "short"] };
    expect(unheardChecks([one, other])).toEqual([]);
  });

  test("stands between commas, without the words that say who said so", () => {
    expect(
      clausesOf([block("*Some participants said that marking differs, and budgets are cut.*")], CLAIMS),
    ).toMatchObject([{ text: "that marking differs" }, { text: "and budgets are cut" }]);
    expect(clausesOf([block("*Anything*", 1, "paragraph", "method")], CLAIMS)).toEqual([]);
    expect(clausesOf([block("*Anything*")], new Map([claim(1, { themeId: "t" })]))).toEqual([]);
  });
});
