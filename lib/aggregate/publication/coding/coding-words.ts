import { countOf } from "@/lib/platform/text/count-words";
import type { ReleasedCoding } from "../release-contents";

/** Who set the themes, and how far they agreed, for "How is this counted?"; nothing of a release that does not hold it. */
export function codingSentences(coding: ReleasedCoding | null): string[] {
  if (!coding || coding.coders === 0) return [];
  const { coders, agreement } = coding;
  return [
    `${countOf(coders, "person", "people")} read the contributions and set the themes and stances that are counted here.`,
    agreement ??
      "How far two people would agree on the themes was not measured, so nothing here shows how alike they would have read the contributions.",
  ];
}
