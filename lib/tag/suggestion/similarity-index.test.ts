import { describe, expect, it } from "vitest";
import { seededRandom } from "@/lib/platform/random";
import { inOneGo } from "@/lib/platform/steps";
import { similarityIndexSteps, similarLines, type Near, type SimilarityIndex } from "./similarity-index";

const similarityIndex = (lines: Parameters<typeof similarityIndexSteps>[0]) =>
  inOneGo(similarityIndexSteps(lines));

const LINES = [
  { id: "b", text: "Our mentor was superb but nobody gave her the time." },
  { id: "a", text: "Our mentor was superb but nobody gave her the time." },
  { id: "c", text: "The mentor was superb, but she was never given the time for it." },
  { id: "d", text: "Cover costs more than the course itself." },
  { id: "e", text: "Modules repeat what the earlier qualification taught." },
];

describe("lines said nearly alike", () => {
  const index = similarityIndex(LINES);

  it("finds an exact repeat with similarity 1, whatever its punctuation, and leaves out the line itself", () => {
    const near = similarLines(index, { id: "a" }, { limit: 5 });
    expect(near[0]).toEqual({ id: "b", similarity: 1 });
    expect(near.map(({ id }) => id)).not.toContain("a");
    const [shouted] = similarLines(
      index,
      { text: "our MENTOR was superb, but nobody gave her the time!" },
      { limit: 1 },
    );
    expect(shouted?.similarity).toBe(1);
  });

  it("finds a rewording below 1 and nothing unrelated", () => {
    const near = similarLines(index, { id: "a" }, { limit: 5 });
    expect(near.map(({ id }) => id)).toEqual(["b", "c"]);
    expect(near[1]?.similarity).toBeGreaterThan(0.3);
    expect(near[1]?.similarity).toBeLessThan(0.9);
  });

  it("forgives a slip of the keys", () => {
    const near = similarLines(index, { text: "Cover cost more than the coarse itself" }, { limit: 5 });
    expect(near.map(({ id }) => id)).toEqual(["d"]);
  });

  it("gives equally alike lines by their ids, and no more than asked for", () => {
    const near = similarLines(
      index,
      { text: "Our mentor was superb but nobody gave her the time" },
      { limit: 2 },
    );
    expect(near.map(({ id }) => id)).toEqual(["a", "b"]);
    expect(similarLines(index, { id: "a" }, { limit: 1 })).toHaveLength(1);
  });

  it("has nothing to say of a line it does not know, of no words and of an empty index", () => {
    expect(similarLines(index, { id: "zz" }, { limit: 5 })).toEqual([]);
    expect(similarLines(index, { text: " … 👍 " }, { limit: 5 })).toEqual([]);
    expect(similarLines(similarityIndex([]), { text: "mentor" }, { limit: 5 })).toEqual([]);
  });

  it("stops after every line, so that others get their turn", () => {
    const steps = similarityIndexSteps(LINES);
    let stops = 0;
    let step = steps.next();
    for (; !step.done; step = steps.next()) stops += 1;
    expect(stops).toBeGreaterThanOrEqual(LINES.length);
    expect(step.value).toEqual(index);
  });
});

describe("an index that grows from one before", () => {
  const random = seededRandom(2);
  // Few words are frequent and most are rare, as in speech.
  const word = () => `word${Math.floor(300 * random() ** 3).toString(36)}`;
  const all = Array.from({ length: 60 }, (_, at) => ({
    id: `line ${at}`,
    text: Array.from({ length: 6 }, word).join(" "),
  }));
  const similarToAll = (index: SimilarityIndex) =>
    all.map(({ text }) => similarLines(index, { text }, { limit: 60 }));
  /** The similarities in the order of the lines: rounding may turn round two that are equally alike. */
  const rounded = (near: Near[][]) =>
    near.map((of) => new Map(of.map(({ id, similarity }) => [id, similarity.toFixed(4)])));
  const before = similarityIndex(all.slice(0, 40));
  const grow = (lines: typeof all) => inOneGo(similarityIndexSteps(lines, before));

  it("finds what one made of all the lines at once finds, and leaves the one before as it was", () => {
    const asBefore = similarToAll(before);
    const grown = grow(all);
    expect(grown.numbers).toBe(before.numbers);
    expect(rounded(similarToAll(grown))).toEqual(rounded(similarToAll(similarityIndex(all))));
    expect(similarToAll(before)).toEqual(asBefore);
  });

  it("keeps no word of a line that is gone or was changed", () => {
    const changed = all.map((line, at) => (at === 3 ? { ...line, text: "Said otherwise" } : line));
    for (const lines of [all.slice(1), changed]) expect(grow(lines)).toEqual(similarityIndex(lines));
  });
});
