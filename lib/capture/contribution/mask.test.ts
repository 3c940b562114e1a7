import { describe, expect, test } from "vitest";
import { codePointLength, sliceCodePoints } from "@/lib/platform/text/code-points";
import type { Mask } from "./contribution";
import { applyMasks, findMasks } from "./mask";

const TEXTS = [
  "Hill Top School has a crèche",
  "a👩‍🏫 at e\u0301cole 🏫 said 𝒽𝒾",
  "🇬🇧🇬🇧 two flags, ǅ and \u00df",
  "x",
];

/** A small generator with a seed, so that a failure can be repeated. */
function random(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state % below;
  };
}

function randomMasks(text: string, pick: (below: number) => number): Mask[] {
  const masks: Mask[] = [];
  for (let at = pick(3); at < codePointLength(text);) {
    const end = Math.min(codePointLength(text), at + 1 + pick(4));
    masks.push({ start: at, end, as: "place" });
    at = end + pick(3);
  }
  return masks;
}

describe("masks", () => {
  test("cover what they name and leave every other code point as it was, in any order", () => {
    for (let seed = 1; seed <= 200; seed++) {
      const pick = random(seed);
      const text = TEXTS[pick(TEXTS.length)] ?? "x";
      const masks = randomMasks(text, pick);
      const shown = applyMasks(text, masks);
      expect(applyMasks(text, [...masks].reverse())).toBe(shown);
      const covered = masks.map(({ start, end }) => sliceCodePoints(text, start, end));
      const kept = shown.split("[place]");
      expect(kept).toHaveLength(masks.length + 1);
      expect(kept.map((part, index) => part + (covered[index] ?? "")).join("")).toBe(text);
    }
  });

  test("an empty list leaves the text alone; masks that touch are both shown", () => {
    expect(applyMasks("abc", [])).toBe("abc");
    expect(
      applyMasks("abc", [
        { start: 0, end: 1, as: "school" },
        { start: 1, end: 3, as: "trust" },
      ]),
    ).toBe("[school][trust]");
  });

  test.each([
    [
      "overlap",
      [
        { start: 0, end: 2 },
        { start: 1, end: 3 },
      ],
    ],
    ["lie outside", [{ start: 1, end: 4 }]],
    ["are empty", [{ start: 1, end: 1 }]],
    ["run backwards", [{ start: 2, end: 1 }]],
    ["are no whole numbers", [{ start: 0.5, end: 2 }]],
    ["begin before the text", [{ start: -1, end: 2 }]],
  ])("are refused when they %s", (_, places) => {
    expect(() =>
      applyMasks(
        "abc",
        places.map((place) => ({ ...place, as: "place" })),
      ),
    ).toThrow(/mask/i);
  });
});

describe("words to mask", () => {
  test("are covered everywhere, ignoring case, the longer first", () => {
    const text = "🏫 Hill Top School feeds HILL TOP school and Hill Top.";
    const masks = findMasks(text, [
      { words: "Hill Top", as: "place" },
      { words: "Hill Top School", as: "school" },
    ]);
    expect(applyMasks(text, masks)).toBe("🏫 [school] feeds [school] and [place].");
  });

  test("are matched literally, not as a pattern", () => {
    expect(findMasks("a.c abc", [{ words: "a.c", as: "place" }])).toEqual([
      { start: 0, end: 3, as: "place" },
    ]);
  });

  test("are refused when the contribution does not contain them", () => {
    expect(() => findMasks("nothing here", [{ words: "Leeds", as: "place" }])).toThrow(
      "does not say “Leeds”",
    );
  });
});
