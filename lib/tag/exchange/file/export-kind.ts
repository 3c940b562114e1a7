import type { Stance } from "@/lib/capture/contribution/stance";
import type { Span } from "@/lib/tag/coding/span";
import { derivedGuid } from "../format/guid";

/**
 * A project leaves the application in one of two kinds: with what others may read as well, or with everything
 * that facilitators read.
 */
export const EXPORT_KINDS = ["share", "own"] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];

/** What each kind holds, as its file says it of itself. */
export const EXPORT_WORDS: Record<ExportKind, string> = {
  share:
    "Only lines of closed roundtables that were cleared, with their masks, and whose speakers permit that their words are read. They bear no speaker and no time, and stand in no order.",
  own: "Only for the facilitators of the review: the file holds everybody’s words, including those that nobody else may read. Do not pass it on.",
};

/**
 * What something is called in a file. In one to share the names are others: an id tells when it was made, and
 * leads to the same line in a file that is not to be shared.
 */
export function guidIn(kind: ExportKind, what: "roundtable" | "line" | "coder", id: string): string {
  return kind === "own" ? id : derivedGuid("shared", what, id);
}

type Said = Span & { lineGuid: string; coderGuid: string; themeId: string; stance: Stance };

/** A coding is named by what it says, so that one which is taken off and set again is the same. */
export function codingGuid({ lineGuid, coderGuid, themeId, stance, ...span }: Said): string {
  return derivedGuid("coding", lineGuid, coderGuid, themeId, stance, spanKey(span));
}

export function spanGuid(lineGuid: string, span: Span): string {
  return derivedGuid("span", lineGuid, spanKey(span));
}

export function spanKey({ spanStart, spanEnd }: Span): string {
  return `${spanStart ?? ""}-${spanEnd ?? ""}`;
}
