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
    "Only cleared contributions from closed roundtables, with their masks, where the speaker allows their words to be read. They are in no order, and do not say who spoke or when.",
  own: "Only for the facilitators of the review. The file includes everybody’s words, including those that nobody else may read. Do not pass it on.",
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
