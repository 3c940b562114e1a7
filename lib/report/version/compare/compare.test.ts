import { describe, expect, test } from "vitest";
import { blockOf, gapOf, type Run } from "@/lib/report/draft/block";
import { compareVersions, countChanges, type ComparedBlock } from "./compare";

const CLAIM = "00000000-0000-4000-8000-000000000001";
const REST = { findingId: null, side: "supports", themeId: null, stance: null, told: null } as const;

function block(blockId: string, runs: readonly (Run | string)[], over: Partial<ComparedBlock> = {}) {
  const all = runs.map((run) => (typeof run === "string" ? { text: run, marks: [] } : run));
  const content = blockOf("paragraph", all);
  const compared: ComparedBlock = {
    blockId,
    type: "paragraph",
    content,
    erasedAt: null,
    evidence: {},
    table: null,
    ...over,
  };
  return compared;
}
const claimed = (text: string): Run => ({ text, marks: [{ type: "claim", attrs: { id: CLAIM } }] });
const cited = (...supports: string[]) => ({ [CLAIM]: { ...REST, supports, contradicts: [] } });
const compare = (before: readonly ComparedBlock[], after: readonly ComparedBlock[]) =>
  compareVersions(before, after, () => "about 15 of 29 people");

const [A, B, C] = [block("a", ["One."]), block("b", ["Two."]), block("c", ["Three."])];

describe("two versions", () => {
  test("that are the same have no changes", () => {
    const changes = compare([A, B, C], [A, B, C]);
    expect(changes.map(({ is }) => is)).toEqual(["same", "same", "same"]);
    expect(countChanges(changes)).toBe(0);
  });

  test("tell what was added, removed and moved, each once, in the order of the later one", () => {
    const changes = compare([A, B, C], [C, A, block("d", ["Four."])]);
    const told = changes.map(({ blockId, is, moved }) => [blockId, is, moved]);
    expect(told.filter(([id]) => id !== "b").map(([id]) => id)).toEqual(["c", "a", "d"]);
    expect(told).toContainEqual(["b", "removed", false]);
    expect(told).toContainEqual(["d", "added", false]);
    expect(told.filter(([, , moved]) => moved)).toHaveLength(1);
    expect(countChanges(changes)).toBe(3);
  });

  test("tell changed words, and formatting alone", () => {
    const strong = block("a", [{ text: "One.", marks: [{ type: "strong" }] }]);
    expect(compare([A], [block("a", ["One more."])])).toMatchObject([
      { is: "changed", before: "One.", after: "One more." },
    ]);
    expect(compare([A], [strong])).toMatchObject([{ is: "changed", before: "One.", after: "One." }]);
  });

  test("tell a claim that rests on something else or has another figure, though its words are the same", () => {
    const before = block("a", [claimed("About half")], { evidence: cited("x", "y") });
    const after = block("a", [claimed("About half")], { evidence: cited("y", "z") });
    expect(compare([before], [before])[0]?.claims).toEqual([]);
    expect(compare([before], [after])[0]).toMatchObject({
      is: "changed",
      claims: [{ text: "About half", figure: null, evidence: { added: 1, removed: 1, otherBasis: false } }],
    });
    const told = { is: "exact", n: 29 } as const;
    const rested = { [CLAIM]: { ...REST, supports: ["x", "y"], contradicts: [], told } };
    expect(compare([before], [block("a", [claimed("About half")], { evidence: rested })])[0]?.claims).toEqual(
      [
        {
          id: CLAIM,
          text: "About half",
          figure: { before: null, after: "about 15 of 29 people" },
          evidence: null,
        },
      ],
    );
  });

  test("tell each cell of a table that says something else", () => {
    const table = (words: string) => ({
      columns: ["Raised by"],
      rows: [
        { name: "Coaching", cells: [{ words, low: 0, high: 0 }] },
        { name: "Funding", cells: [{ words: "none", low: 0, high: 0 }] },
      ],
    });
    const [was, is] = ["about 15", "about 20"].map((words) => block("a", ["Who"], { table: table(words) }));
    expect(was && is && compare([was], [is])[0]?.cells).toEqual([
      { row: "Coaching", column: "Raised by", before: "about 15", after: "about 20" },
    ]);
  });

  test("mark words that were removed for good", () => {
    const gone = block("a", [], { content: gapOf("paragraph"), erasedAt: new Date() });
    expect(compare([gone], [A])).toMatchObject([{ is: "changed", gap: true }]);
    expect(compare([A], [A])).toMatchObject([{ gap: false }]);
  });
});
