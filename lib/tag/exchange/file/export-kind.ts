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
    "Only contributions of closed roundtables that were cleared, with their masks, and whose speakers permit that their words are read. They bear no speaker and no time, and stand in no order.",
  own: "Only for the facilitators of the review: the file holds everybody’s words, including those that nobody else may read. Do not pass it on.",
};

/** What is hashed with an id. It stays as it is, so that files that were made before still match. */
const HASHED_AS = { roundtable: "roundtable", contribution: "line", coder: "coder" } as const;
type Named = keyof typeof HASHED_AS;

/**
 * What something is called in a file. In one to share the names are others: an id tells when it was made, and
 * leads to the same contribution in a file that is not to be shared.
 */
export function guidIn(kind: ExportKind, what: Named, id: string): string {
  return kind === "own" ? id : derivedGuid("shared", HASHED_AS[what], id);
}

type Said = Span & { contributionGuid: string; coderGuid: string; themeId: string; stance: Stance };

/** A coding is named by what it says, so that one which is taken off and set again is the same. */
export function codingGuid({ contributionGuid, coderGuid, themeId, stance, ...span }: Said): string {
  return derivedGuid("coding", contributionGuid, coderGuid, themeId, stance, spanKey(span));
}

export function spanGuid(contributionGuid: string, span: Span): string {
  return derivedGuid("span", contributionGuid, spanKey(span));
}

export function spanKey({ spanStart, spanEnd }: Span): string {
  return `${spanStart ?? ""}-${spanEnd ?? ""}`;
}
