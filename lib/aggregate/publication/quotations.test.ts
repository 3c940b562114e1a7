import { describe, expect, test } from "vitest";
import { seededRandom } from "@/lib/platform/random";
import { chooseQuotations, type QuotationCandidate } from "./quotations";

let next = 0;
const said = (speaker: string, text: string, findingId = "one"): QuotationCandidate => ({
  id: `id ${next++}`,
  findingId,
  speaker,
  text,
});
const textsOf = (chosen: readonly QuotationCandidate[]) => chosen.map(({ text }) => text);

const MARKING = [
  said("A", "Marking differs from one provider to another."),
  said("B", "Providers differ widely in their marking."),
];

describe("quotations are", () => {
  test("first the words that most people share, then a view that they do not have", () => {
    const other = said("D", "Feedback came months too late for anybody to use.");
    const rare = said("A", "Somebody lost the certificates.");
    const chosen = chooseQuotations([rare, other, ...MARKING], 2);
    expect(chosen[0]?.text).toMatch(/arking/);
    expect(chosen[1]).toBe(other);
  });

  test("by different people under a finding, and by the same only where nobody else can be quoted", () => {
    const one = [
      said("A", "Coaches were good."),
      said("A", "Coaches were kind."),
      said("B", "No time at all."),
    ];
    expect(new Set(chooseQuotations(one, 2).map(({ speaker }) => speaker))).toEqual(new Set(["A", "B"]));
    expect(chooseQuotations(one.slice(0, 2), 2)).toHaveLength(2);
  });

  test("not the same contribution under two findings", () => {
    const words = said("A", "Funding ran out.");
    const again = { ...words, findingId: "two" };
    expect(textsOf(chooseQuotations([words, again], 2))).toEqual(["Funding ran out."]);
  });

  test("none where nobody can be quoted", () => {
    expect(chooseQuotations([], 2)).toEqual([]);
  });

  test("proportional: a group of half of all speakers has at least half of the quotations, less one", () => {
    const random = seededRandom(7);
    for (let trial = 0; trial < 20; trial++) {
      const half = 3 + Math.floor(random() * 5);
      const same = Array.from({ length: half }, (_, n) =>
        said(`S${n}`, "Marking is unfair between providers."),
      );
      const others = Array.from({ length: half }, (_, n) =>
        said(`O${n}`, `Wholly ${"xyzuvw"[n % 6]}${n} apart${n}`),
      );
      const chosen = chooseQuotations([...others, ...same], 4);
      expect(chosen.filter(({ speaker }) => speaker.startsWith("S")).length).toBeGreaterThanOrEqual(1);
      expect(chosen).toHaveLength(4);
    }
  });
});
