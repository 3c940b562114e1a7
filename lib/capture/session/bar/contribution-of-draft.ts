import type { Hands } from "@/lib/capture/contribution/contribution";
import type { Said } from "@/lib/capture/contribution/contribution-edit";
import {
  contributionProblem,
  MAX_TEXT,
  readTyped,
  TOO_LONG,
} from "@/lib/capture/contribution/contribution-rules";
import type { Npq } from "@/lib/capture/people/vocabulary";
import { codePointLength } from "@/lib/platform/text/code-points";
import type { Draft } from "./draft";

export type ContributionOfDraft = Said & {
  hands?: Hands;
  agreementSeen: boolean;
  themeIds: string[];
  /** Left out where there are none. */
  npqs?: Npq[];
};

/**
 * The contribution that the draft makes, or in a sentence why it makes none. Words in quotation marks are
 * verbatim.
 */
export function contributionOfDraft(
  draft: Draft,
): { contribution: ContributionOfDraft } | { problem: string } {
  const typed = draft.text.replace(/\r\n?/g, "\n").trim();
  const { text, wording } =
    draft.source === "note" ? { text: typed, wording: "gist" as const } : readTyped(typed, "gist");
  const hands = draft.hands && {
    raised: wholeNumber(draft.hands.raised),
    asked: wholeNumber(draft.hands.asked),
  };
  const words = text || (hands || draft.agreementSeen ? "" : null);
  if (words === null) return { problem: "Type what was said first." };
  if (words !== null && codePointLength(words) > MAX_TEXT) return { problem: TOO_LONG };
  if (words === "") return { problem: "Type what the hands, or the nods, were for." };
  const { source, participantId, questionId, stance, agreementSeen, themeIds, npqs } = draft;
  const problem = contributionProblem({ source, wording, participantId, hands, agreementSeen });
  if (problem) return { problem: `${problem.message}.` };
  return {
    contribution: {
      text: words,
      wording,
      source,
      participantId,
      questionId,
      stance,
      ...(hands ? { hands } : {}),
      agreementSeen,
      themeIds,
      ...(npqs.length > 0 ? { npqs: [...npqs] } : {}),
    },
  };
}

/** NaN for what is no whole number, which the rules then refuse in words. */
function wholeNumber(typed: string): number {
  return /^\s*\d{1,6}\s*$/.test(typed) ? Number(typed) : Number.NaN;
}
