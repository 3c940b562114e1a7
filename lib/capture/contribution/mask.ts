import { invalid } from "@/lib/platform/errors";
import { codePointOffsets } from "@/lib/platform/text/code-points";
import type { Mask } from "./contribution";
import { EVERYDAY } from "./mask-vocabulary";

/**
 * The text with each mask's words replaced by its kind in square brackets. Offsets are code points, end
 * exclusive. Refuses masks that overlap, are empty or lie outside the text; they may touch.
 */
export function applyMasks(text: string, masks: readonly Mask[]): string {
  const points = Array.from(text);
  const { length } = points;
  let shown = "";
  let at = 0;
  for (const { start, end, as } of inOrder(masks)) {
    if (![start, end].every(Number.isInteger) || start < 0 || end > length || start >= end)
      throw invalid("A mask is outside the words. Reload the page and set it again.", "masks");
    if (start < at) throw invalid("Two masks cover the same words. Remove one of them.", "masks");
    shown += `${points.slice(at, start).join("")}[${as}]`;
    at = end;
  }
  return shown + points.slice(at).join("");
}

export function inOrder(masks: readonly Mask[]): Mask[] {
  return [...masks].sort((a, b) => a.start - b.start || a.end - b.end);
}

export type WordsToMask = { words: string; as: string };

/**
 * Masks for every place where the words occur, ignoring case; longer words come first, so that "Hill Top
 * School" is masked before "Hill Top". Refuses words that the text does not contain.
 */
export function findMasks(text: string, asked: readonly WordsToMask[]): Mask[] {
  const found: Mask[] = [];
  const masked = new Uint8Array(text.length);
  const points = codePointOffsets(text);
  for (const { words, as } of [...asked].sort((a, b) => b.words.length - a.words.length)) {
    const places = placesOf(text, words);
    if (places.length === 0)
      throw invalid(
        `The contribution does not say “${words}”. Copy the words from the contribution.`,
        "masks",
      );
    for (const { start, end } of places) {
      if (masked.subarray(start, end).includes(1)) continue;
      masked.fill(1, start, end);
      found.push({ start: points(start), end: points(end), as });
    }
  }
  return inOrder(found);
}

/**
 * As whole words where they occur so, else anywhere: "Hill" masks the school and not the "hill" in "chilly".
 * A name that is an everyday word, such as Will, is matched with its case. In UTF-16 units.
 */
function placesOf(text: string, words: string): { start: number; end: number }[] {
  const sought = words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const flags = EVERYDAY.includes(words.toLowerCase()) ? "gu" : "giu";
  const whole = new RegExp(`(?<![\\p{L}\\p{N}])${sought}(?![\\p{L}\\p{N}])`, flags);
  const found = [...text.matchAll(whole)];
  return (found.length > 0 ? found : [...text.matchAll(new RegExp(sought, "giu"))]).map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}
