import type { WordsToMask } from "@/lib/capture/contribution/mask";
import type { Suggestion } from "@/lib/capture/clearance/mask-suggestions";
import { sliceCodePoints } from "@/lib/platform/text";

/** Words of a contribution that may identify somebody, and why they are suggested. */
export type SuggestedWords = WordsToMask & { why: string };

/** The same words once: a mask covers every place where they occur. */
export function suggestedWords(text: string, suggestions: readonly Suggestion[]): SuggestedWords[] {
  const words = suggestions.map(({ start, end, as, why }) => ({
    words: sliceCodePoints(text, start, end),
    as,
    why,
  }));
  return words.filter(
    (one, index) =>
      words.findIndex(({ words: other }) => other.toLowerCase() === one.words.toLowerCase()) === index,
  );
}
