import { describe, expect, it } from "vitest";
import { seededRandom } from "@/lib/platform/random";
import { nearIndexSteps, nearLines, type Near, type NearIndex } from "./near";
import { inOneGo } from "@/lib/platform/steps";

const nearIndex = (lines: Parameters<typeof nearIndexSteps>[0]) => inOneGo(nearIndexSteps(lines));

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

  it("stops after every line, so that others get their turn", () => {
    const steps = nearIndexSteps(LINES);
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
  const nearAll = (index: NearIndex) => all.map(({ text }) => nearLines(index, { text }, { limit: 60 }));
  /** The likenesses in the order of the lines: rounding may turn round two that are equally alike. */
  const rounded = (near: Near[][]) =>
    near.map((of) => new Map(of.map(({ id, likeness }) => [id, likeness.toFixed(4)])));
  const before = nearIndex(all.slice(0, 40));
  const grow = (lines: typeof all) => inOneGo(nearIndexSteps(lines, before));

  it("finds what one made of all the lines at once finds, and leaves the one before as it was", () => {
    const asBefore = nearAll(before);
    const grown = grow(all);
    expect(grown.numbers).toBe(before.numbers);
    expect(rounded(nearAll(grown))).toEqual(rounded(nearAll(nearIndex(all))));
    expect(nearAll(before)).toEqual(asBefore);
  });

  it("keeps no word of a line that is gone or was changed", () => {
    const changed = all.map((line, at) => (at === 3 ? { ...line, text: "Said otherwise" } : line));
    for (const lines of [all.slice(1), changed]) expect(grow(lines)).toEqual(nearIndex(lines));
  });
});
