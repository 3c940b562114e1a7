import { describe, expect, test } from "vitest";
import { sliceCodePoints } from "@/lib/platform/text/code-points";
import { seededRandom } from "@/lib/platform/random";
import { contributionSource } from "./file/contribution-source";
import type { KnownContribution } from "./placed-contribution";
import { contributionFinder, type SaidContributions } from "./said-contributions";

const contribution = (id: string, words: string, roundtableId = "r"): KnownContribution => ({
  id,
  roundtableId,
  revision: 1,
  words,
  masks: null,
});
const roundtable = (words: Record<string, string>, roundtableId = "r"): SaidContributions => ({
  roundtableId,
  contributions: Object.entries(words).map(([id, said]) => contribution(id, said, roundtableId)),
});
/** The contributions that are found, each with its words in the text. */
const found = (text: string, ...said: SaidContributions[]) =>
  contributionFinder(said)(text, []).map(({ contribution: { id }, pieces }) => [
    id,
    ...pieces.map(({ start, end }) => sliceCodePoints(text, start, end)),
  ]);

describe("contributions in a text from another program", () => {
  test("are found in any exported text, each in its own place", () => {
    const random = seededRandom(5);
    const pieces = ["Yes.", "a: b", "👩🏽‍🏫 two", "\n", "\n\n", "words", ": ", "é"];
    const words = () =>
      `w${Array.from({ length: random() * 5 }, () => pieces[Math.floor(random() * pieces.length)]).join("")}`.trim();
    for (let round = 0; round < 40; round++) {
      const contributions = Array.from({ length: 12 }, (_, n) => contribution(`l${n}`, words()));
      const source = contributionSource(
        { guid: "", name: "", description: "" },
        contributions.map(({ id, words: said }) => ({
          guid: id,
          speaker: "P01",
          words: said,
          codings: [],
          noteGuids: [],
        })),
      );
      const placed = contributionFinder([{ roundtableId: "r", contributions }])(source.text ?? "", []);
      expect(placed.map(({ contribution: { id }, start, end }) => [id, start, end])).toEqual(
        source.selections.map(({ guid, start, end }) => [guid, start, end]),
      );
    }
  });

  test("are separate rows, with or without a speaker in front, or over several rows", () => {
    const said = roundtable({ a: "One", b: "Two\nand more", c: "A host: said this" });
    expect(found("Ada: One\n\n  Two\n\nand more  \nA host: said this", said)).toEqual([
      ["a", "One"],
      ["b", "Two", "and more"],
      ["c", "A host: said this"],
    ]);
    expect(found("Facilitator's own note: One\nSomething that was added since.", said)).toEqual([
      ["a", "One"],
    ]);
  });

  test("with the same words follow the order of that kind of file", () => {
    const own = roundtable({ a: "Yes.", b: "First", c: "Yes.", d: "Last" });
    const shared = {
      ...own,
      contributions: ["d", "c", "b", "a"].flatMap((id) => own.contributions.filter((one) => one.id === id)),
    };
    expect(found("Yes.\nFirst\nYes.\nLast", own, shared).map(([id]) => id)).toEqual(["a", "b", "c", "d"]);
    expect(found("Last\nYes.\nFirst\nYes.", own, shared).map(([id]) => id)).toEqual(["d", "c", "b", "a"]);
  });

  test("belong to the text's roundtable, and to none where most of the text was never said", () => {
    const [first, second] = [
      roundtable({ a: "Yes.", b: "One" }, "1"),
      roundtable({ c: "Yes.", d: "Two" }, "2"),
    ];
    expect(found("Yes.\nTwo", first, second).map(([id]) => id)).toEqual(["c", "d"]);
    expect(found("An interview\nYes.\nof another study", first, second)).toEqual([]);
  });

  test("recognised by their identifiers stay where they are, and tell which roundtable it is", () => {
    const [first, second] = [roundtable({ a: "Yes.", b: "Yes." }, "1"), roundtable({ c: "Yes." }, "2")];
    const [known] = first.contributions;
    if (!known) throw new Error("There is no contribution.");
    const placed = {
      contribution: known,
      pieces: [{ start: 0, end: 4, at: 0 }],
      start: 0,
      end: 4,
      same: true,
    };
    const contributions = contributionFinder([second, first])("Yes.\nYes.\nMore\nand\nmore", [placed]);
    expect(contributions.map(({ contribution: { id }, start }) => [id, start])).toEqual([["b", 5]]);
  });
});
