import { performance } from "node:perf_hooks";
import { describe, expect, it } from "vitest";
import { seededRandom } from "@/lib/tag/random";
import { nearIndex, nearLines } from "@/lib/tag/suggest/near";

const LINES = [
  { id: "b", text: "Our mentor was superb but nobody gave her the time." },
  { id: "a", text: "Our mentor was superb but nobody gave her the time." },
  { id: "c", text: "The mentor was superb, but she was never given the time for it." },
  { id: "d", text: "Cover costs more than the course itself." },
  { id: "e", text: "Modules repeat what the earlier qualification taught." },
];

describe("lines said nearly alike", () => {
  const index = nearIndex(LINES);

  it("finds an exact repeat with likeness 1, whatever its punctuation, and leaves out the line itself", () => {
    const near = nearLines(index, { id: "a" }, { limit: 5 });
    expect(near[0]).toEqual({ id: "b", likeness: 1 });
    expect(near.map(({ id }) => id)).not.toContain("a");
    const [shouted] = nearLines(
      index,
      { text: "our MENTOR was superb, but nobody gave her the time!" },
      { limit: 1 },
    );
    expect(shouted?.likeness).toBe(1);
  });

  it("finds a rewording below 1 and nothing unrelated", () => {
    const near = nearLines(index, { id: "a" }, { limit: 5 });
    expect(near.map(({ id }) => id)).toEqual(["b", "c"]);
    expect(near[1]?.likeness).toBeGreaterThan(0.3);
    expect(near[1]?.likeness).toBeLessThan(0.9);
  });

  it("forgives a slip of the keys", () => {
    const near = nearLines(index, { text: "Cover cost more than the coarse itself" }, { limit: 5 });
    expect(near.map(({ id }) => id)).toEqual(["d"]);
  });

  it("gives equally alike lines by their ids, and no more than asked for", () => {
    const near = nearLines(
      index,
      { text: "Our mentor was superb but nobody gave her the time" },
      { limit: 2 },
    );
    expect(near.map(({ id }) => id)).toEqual(["a", "b"]);
    expect(nearLines(index, { id: "a" }, { limit: 1 })).toHaveLength(1);
  });

  it("has nothing to say of a line it does not know, of no words and of an empty index", () => {
    expect(nearLines(index, { id: "zz" }, { limit: 5 })).toEqual([]);
    expect(nearLines(index, { text: " … 👍 " }, { limit: 5 })).toEqual([]);
    expect(nearLines(nearIndex([]), { text: "mentor" }, { limit: 5 })).toEqual([]);
  });

  it("keeps its pace with thousands of lines", () => {
    const random = seededRandom(2);
    // Few words are frequent and most are rare, as in speech.
    const word = () => `word${Math.floor(3000 * random() ** 3).toString(36)}`;
    const lines = Array.from({ length: 3000 }, (_, at) => ({
      id: `line ${at}`,
      text: Array.from({ length: 17 }, word).join(" "),
    }));
    const large = nearIndex(lines);
    const begun = performance.now();
    for (let at = 0; at < 20; at += 1) nearLines(large, { id: `line ${at}` }, { limit: 5 });
    expect((performance.now() - begun) / 20).toBeLessThan(20);
  });
});
