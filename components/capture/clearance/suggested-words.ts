import type { WordsToMask } from "@/lib/capture/contribution/mask";
import type { Suggestion } from "@/lib/capture/clearance/mask-suggestions";

/** Words of a contribution that may identify somebody, and why they are suggested. */
export type SuggestedWords = WordsToMask & { why: string };

/** The same words once: a mask covers every place where they occur. */
export function suggestedWords(text: string, suggestions: readonly Suggestion[]): SuggestedWords[] {
  const points = Array.from(text);
  const once = new Map<string, SuggestedWords>();
  for (const { start, end, as, why } of suggestions) {
    const words = points.slice(start, end).join("");
    const key = words.toLowerCase();
    if (!once.has(key)) once.set(key, { words, as, why });
  }
  return [...once.values()];
}
