import { describe, expect, it } from "vitest";
import { seededRandom } from "@/lib/platform/random";
import {
  similarityIndex,
  similarContributions,
  type SimilarContribution,
  type SimilarityIndex,
} from "./similarity-index";

const CONTRIBUTIONS = [
  { id: "b", text: "Our mentor was superb but nobody gave her the time." },
  { id: "a", text: "Our mentor was superb but nobody gave her the time." },
  { id: "c", text: "The mentor was superb, but she was never given the time for it." },
  { id: "d", text: "Cover costs more than the course itself." },
  { id: "e", text: "Modules repeat what the earlier qualification taught." },
];

describe("near-duplicate contributions", () => {
  const index = similarityIndex(CONTRIBUTIONS);

  it("finds an exact repeat with similarity 1, ignoring punctuation, and leaves out the contribution itself", () => {
    const found = similarContributions(index, { id: "a" }, { limit: 5 });
    expect(found[0]).toEqual({ id: "b", similarity: 1 });
    expect(found.map(({ id }) => id)).not.toContain("a");
    const [shouted] = similarContributions(
      index,
      { text: "our MENTOR was superb, but nobody gave her the time!" },
      { limit: 1 },
    );
    expect(shouted?.similarity).toBe(1);
  });

  it("finds a rewording below 1 and nothing unrelated", () => {
    const found = similarContributions(index, { id: "a" }, { limit: 5 });
    expect(found.map(({ id }) => id)).toEqual(["b", "c"]);
    expect(found[1]?.similarity).toBeGreaterThan(0.3);
    expect(found[1]?.similarity).toBeLessThan(0.9);
  });

  it("finds a text with a typing mistake", () => {
    const found = similarContributions(
      index,
      { text: "Cover cost more than the coarse itself" },
      { limit: 5 },
    );
    expect(found.map(({ id }) => id)).toEqual(["d"]);
  });

  it("orders equally similar contributions by their ids, and gives no more than asked for", () => {
    const found = similarContributions(
      index,
      { text: "Our mentor was superb but nobody gave her the time" },
      { limit: 2 },
    );
    expect(found.map(({ id }) => id)).toEqual(["a", "b"]);
    expect(similarContributions(index, { id: "a" }, { limit: 1 })).toHaveLength(1);
  });

  it("finds nothing for an unknown contribution, for one without words and in an empty index", () => {
    expect(similarContributions(index, { id: "zz" }, { limit: 5 })).toEqual([]);
    expect(similarContributions(index, { text: " … 👍 " }, { limit: 5 })).toEqual([]);
    expect(similarContributions(similarityIndex([]), { text: "mentor" }, { limit: 5 })).toEqual([]);
  });
});

describe("an index that extends an earlier one", () => {
  const random = seededRandom(2);
  // Few words are frequent and most are rare, as in speech.
  const word = () => `word${Math.floor(300 * random() ** 3).toString(36)}`;
  const all = Array.from({ length: 60 }, (_, at) => ({
    id: `contribution ${at}`,
    text: Array.from({ length: 6 }, word).join(" "),
  }));
  const similarToAll = (index: SimilarityIndex) =>
    all.map(({ text }) => similarContributions(index, { text }, { limit: 60 }));
  /**
   * The similarities in the order of the contributions: rounding may exchange two that are equally similar.
   */
  const rounded = (similar: SimilarContribution[][]) =>
    similar.map((of) => new Map(of.map(({ id, similarity }) => [id, similarity.toFixed(4)])));
  const before = similarityIndex(all.slice(0, 40));
  const grow = (contributions: typeof all) => similarityIndex(contributions, before);

  it("finds what an index of all the contributions at once finds, and leaves the earlier one as it was", () => {
    const asBefore = similarToAll(before);
    const grown = grow(all);
    expect([...grown.numbers].slice(0, before.numbers.size)).toEqual([...before.numbers]);
    expect(rounded(similarToAll(grown))).toEqual(rounded(similarToAll(similarityIndex(all))));
    expect(similarToAll(before)).toEqual(asBefore);
  });

  it("keeps no word of a contribution that was removed or changed", () => {
    const changed = all.map((contribution, at) =>
      at === 3 ? { ...contribution, text: "Said otherwise" } : contribution,
    );
    for (const contributions of [all.slice(1), changed])
      expect(grow(contributions)).toEqual(similarityIndex(contributions));
  });
});
