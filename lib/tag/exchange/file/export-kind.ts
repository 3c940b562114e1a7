import type { Stance } from "@/lib/capture/contribution/stance";
import type { Span } from "@/lib/tag/coding/span";
import { derivedGuid } from "../format/guid";

/** The two kinds of exported project: only what others may read too, or everything that facilitators read. */
export const EXPORT_KINDS = ["share", "own"] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];

/** What each kind contains, as the file itself describes it. */
export const EXPORT_WORDS: Record<ExportKind, string> = {
  share:
    "Only cleared contributions from closed roundtables, with their masks, where the speaker allows their words to be read. They are in no order, and do not say who spoke or when.",
  own: "Only for the facilitators of the review. The file includes everybody’s words, including those that nobody else may read. Do not pass it on.",
};

/** A prefix that is hashed with each id. It must not change, so that older files still match. */
const HASHED_AS = { roundtable: "roundtable", contribution: "line", coder: "coder" } as const;
type Named = keyof typeof HASHED_AS;

/**
 * The identifier of something in a file. A file to share has other identifiers: an id reveals when it was
 * made, and would match the same contribution in a file that is not to be shared.
 */
export function guidIn(kind: ExportKind, what: Named, id: string): string {
  return kind === "own" ? id : derivedGuid("shared", HASHED_AS[what], id);
}

type Said = Span & { contributionGuid: string; coderGuid: string; themeId: string; stance: Stance };

/** A coding is identified by its content, so that one which is removed and set again is the same. */
export function codingGuid({ contributionGuid, coderGuid, themeId, stance, ...span }: Said): string {
  return derivedGuid("coding", contributionGuid, coderGuid, themeId, stance, spanKey(span));
}

export function spanGuid(contributionGuid: string, span: Span): string {
  return derivedGuid("span", contributionGuid, spanKey(span));
}

export function spanKey({ spanStart, spanEnd }: Span): string {
  return `${spanStart ?? ""}-${spanEnd ?? ""}`;
}
