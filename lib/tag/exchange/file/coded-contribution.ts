import type { Stance } from "@/lib/capture/contribution/stance";
import { sliceCodePoints } from "@/lib/platform/text/code-points";
import type { Span } from "@/lib/tag/coding/span";

/** A contribution with its coding and memos, as it may be exported. What a file to share does not say is null, or empty. */
export type CodedContribution = {
  words: string;
  /** The label, never the name. */
  speaker: string | null;
  roundtable: string;
  question: string | null;
  saidAt: Date | null;
  codings: ContributionCoding[];
  memos: { text: string; by: string; at: Date | null }[];
};

export type ContributionCoding = Span & {
  themeId: string;
  stance: Stance;
  /** Whoever set it; for a decision between coders that none of them set so, null. */
  coder: string | null;
  /** Whether the settled coding has this theme with this stance. */
  isSettled: boolean;
  setAt: Date | null;
};

/** A theme as a table names it; `under` is the title of the one above it. */
export type NamedTheme = { id: string; title: string; definition: string; under: string | null };

/** Marked words with those before and after; without marks, the theme is on all of them. */
export function passageOf(words: string, { spanStart, spanEnd }: Span) {
  if (spanStart === null || spanEnd === null) return { before: "", passage: words, after: "" };
  return {
    before: sliceCodePoints(words, 0, spanStart),
    passage: sliceCodePoints(words, spanStart, spanEnd),
    after: sliceCodePoints(words, spanEnd),
  };
}

export const DECIDED = "Decided between coders";
