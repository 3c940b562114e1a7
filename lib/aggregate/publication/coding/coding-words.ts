import { countOf } from "@/lib/platform/text/count-words";
import type { ReleasedCoding } from "../release-contents";

/**
 * Who set the themes, and how far they agreed, for "How is this counted?" of all figures or those of a roundtable; nothing
 * of a release that does not hold it.
 */
export function codingSentences(coding: ReleasedCoding | null, { whole }: { whole: boolean }): string[] {
  if (!coding || coding.coders === 0) return [];
  const { coders, agreement } = coding;
  const who = `${countOf(coders, "person", "people")} read the contributions and set the themes and stances`;
  const ofAll = "This was measured for the review, and not for this roundtable by itself.";
  return [
    whole ? `${who} that are counted here.` : `In the whole release, ${who}.`,
    agreement === null
      ? "How far two people would agree on the themes was not measured, so nothing here shows how alike they would have read the contributions."
      : `${agreement}${whole ? "" : ` ${ofAll}`}`,
  ];
}
