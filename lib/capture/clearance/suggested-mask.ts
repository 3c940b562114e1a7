import type { WordsToMask } from "@/lib/capture/contribution/mask";

/** An accepted suggestion as the form sends it: "school:Hill Top School". */
export function suggestionValue({ as, words }: WordsToMask): string {
  return `${as}:${words}`;
}

/** The same, read again. */
export function fromSuggestion(value: string): WordsToMask {
  const [as = "", ...words] = value.split(":");
  return { as, words: words.join(":") };
}
