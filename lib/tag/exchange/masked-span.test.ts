import { expect, test } from "vitest";
import { applyMasks } from "@/lib/capture/contribution/mask";
import { codePointLength, sliceCodePoints } from "@/lib/platform/text/code-points";
import { maskedSpan, unmaskedSpan } from "./masked-span";

const TEXT = "👩🏽‍🏫 At Hill Top School in Leeds they mark twice.";
const place = (words: string) => {
  const start = codePointLength(TEXT.slice(0, TEXT.indexOf(words)));
  return { start, end: start + codePointLength(words) };
};
const masks = [
  { ...place("Leeds"), as: "place" },
  { ...place("Hill Top School"), as: "school" },
];
const shown = applyMasks(TEXT, masks);
const shownWords = (words: string) => {
  const { start, end } = maskedSpan(place(words), masks);
  return sliceCodePoints(shown, start, end);
};

test("words stay marked after masks, and a mask is marked as a whole", () => {
  expect(shownWords("they mark")).toBe("they mark");
  expect(shownWords("At Hill")).toBe("At [school]");
  expect(shownWords("Top School in")).toBe("[school] in");
  expect(shownWords("Hill Top School")).toBe("[school]");
  expect(shownWords("👩🏽‍🏫")).toBe("👩🏽‍🏫");
  expect(shownWords(" in ")).toBe(" in ");
});

test("the way back gives the same words, or all that a mask covers", () => {
  const length = codePointLength(TEXT);
  for (let start = 0; start < length; start++)
    for (let end = start + 1; end <= length; end++) {
      const back = unmaskedSpan(maskedSpan({ start, end }, masks), masks);
      const touched = masks.filter((mask) => mask.start < end && start < mask.end);
      expect(back).toEqual({
        start: Math.min(start, ...touched.map((mask) => mask.start)),
        end: Math.max(end, ...touched.map((mask) => mask.end)),
      });
    }
});
