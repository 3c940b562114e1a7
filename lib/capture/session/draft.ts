import type { Hands, Stance } from "@/lib/capture/contribution/contribution";
import type { Said } from "@/lib/capture/contribution/contribution-edit";
import {
  contributionProblem,
  MAX_TEXT,
  readTyped,
  TOO_LONG,
} from "@/lib/capture/contribution/contribution-rules";
import type { Source } from "@/lib/capture/roundtable/source";
import { codePointLength } from "@/lib/platform/text";
import type { Choice } from "./grammar";

/** What is in the capture bar: the words, and the marks that were chosen for them. */
export type Draft = {
  text: string;
  source: Source;
  participantId: string | null;
  questionId: string | null;
  stance: Stance | null;
  themeIds: string[];
  /** As typed: how many hands went up, of how many who were asked. */
  hands: { raised: string; asked: string } | null;
  agreementSeen: boolean;
  /** Who was to be logged as speaking when hands, or agreement, made the words the room's; else null. */
  spokeBefore: Spoke | null;
  /**
   * Themes, or the stance, that stay from the contribution before, since the same person goes on. What is
   * chosen again replaces them, and so does another speaker or question.
   */
  themesStay: boolean;
  stanceStays: boolean;
};

export type Spoke = Pick<Draft, "source" | "participantId">;

export const EMPTY_DRAFT: Draft = {
  text: "",
  source: "unidentified",
  participantId: null,
  questionId: null,
  stance: null,
  themeIds: [],
  hands: null,
  agreementSeen: false,
  spokeBefore: null,
  themesStay: false,
  stanceStays: false,
};

/**
 * The draft with what was chosen; a theme or stance chosen again is taken off, one that stayed from the
 * contribution before is confirmed. Commands and tables change no draft.
 */
export function withChoice(draft: Draft, choice: Choice): Draft {
  switch (choice.kind) {
    case "speaker": {
      const { source, participantId } = choice.option;
      const room = source === "room" ? {} : { hands: null, agreementSeen: false };
      return { ...withoutStaying(draft), source, participantId, spokeBefore: null, ...room };
    }
    case "theme":
      return withTheme(draft, choice.id);
    case "stance": {
      const again = draft.stance === choice.stance && !draft.stanceStays;
      return { ...draft, stance: again ? null : choice.stance, stanceStays: false };
    }
    case "question":
      return { ...withoutStaying(draft), questionId: choice.id };
    case "command":
    case "table":
      return draft;
  }
}

function withTheme(draft: Draft, id: string): Draft {
  const there = draft.themeIds.includes(id);
  if (!draft.themesStay) {
    const themeIds = there ? draft.themeIds.filter((one) => one !== id) : [...draft.themeIds, id];
    return { ...draft, themeIds };
  }
  // A stance that stayed was about the theme that stayed.
  const left = there ? { ...draft, themesStay: false } : withoutStaying(draft);
  return { ...left, themeIds: [id] };
}

/** Takes off what stayed from the contribution before, and leaves what was chosen for this one. */
export function withoutStaying(draft: Draft): Draft {
  return {
    ...draft,
    themeIds: draft.themesStay ? [] : draft.themeIds,
    stance: draft.stanceStays ? null : draft.stance,
    themesStay: false,
    stanceStays: false,
  };
}

export function withSource(draft: Draft, source: Source): Draft {
  return withChoice(draft, {
    kind: "speaker",
    option: {
      value: source,
      source,
      participantId: null,
      label: "",
      description: "",
      seat: null,
      name: null,
      knownAs: null,
    },
  });
}

/** Hands that are counted, or agreement that was seen, are the room's. */
export function withShown(draft: Draft, shown: Pick<Draft, "hands" | "agreementSeen">): Draft {
  const { source, participantId } = draft;
  const spokeBefore = source === "room" ? draft.spokeBefore : { source, participantId };
  return { ...withSource(draft, "room"), ...shown, spokeBefore };
}

/** Without hands or agreement the words are again those of whoever was to be logged before. */
export function withoutShown(draft: Draft): Draft {
  return { ...draft, ...draft.spokeBefore, hands: null, agreementSeen: false, spokeBefore: null };
}

/**
 * What stays for the next contribution: the question, who speaks, and, while one person goes on, what they
 * speak about. Hands belong to one contribution, and so does the room.
 */
export function afterLogging(draft: Draft, spokeBefore: Spoke): Draft {
  const speaker = draft.source === "room" ? spokeBefore : draft;
  const next = {
    ...EMPTY_DRAFT,
    source: speaker.source,
    participantId: speaker.participantId,
    questionId: draft.questionId,
  };
  // An unknown participant may be somebody else each time.
  if (draft.participantId === null) return next;
  return {
    ...next,
    stance: draft.stance,
    themeIds: draft.themeIds,
    themesStay: draft.themeIds.length > 0,
    stanceStays: draft.stance !== null,
  };
}

export type ContributionOfDraft = Said & {
  hands?: Hands;
  agreementSeen: boolean;
  themeIds: string[];
};

/**
 * The contribution that the draft makes, or in a sentence why it makes none. Words in quotation marks are
 * verbatim.
 */
export function contributionOfDraft(
  draft: Draft,
): { contribution: ContributionOfDraft } | { problem: string } {
  const typed = draft.text.replace(/\r\n?/g, "\n").trim();
  const { text, kind } =
    draft.source === "note" ? { text: typed, kind: "note" as const } : readTyped(typed, "note");
  const hands = draft.hands && {
    raised: wholeNumber(draft.hands.raised),
    asked: wholeNumber(draft.hands.asked),
  };
  const words = text || (hands || draft.agreementSeen ? "" : null);
  if (words === null) return { problem: "Type what was said first." };
  if (words !== null && codePointLength(words) > MAX_TEXT) return { problem: TOO_LONG };
  if (words === "") return { problem: "Type what the hands, or the nods, were for." };
  const { source, participantId, questionId, stance, agreementSeen, themeIds } = draft;
  const problem = contributionProblem({ source, kind, participantId, hands, agreementSeen });
  if (problem) return { problem: `${problem.message}.` };
  return {
    contribution: {
      text: words,
      kind,
      source,
      participantId,
      questionId,
      stance,
      ...(hands ? { hands } : {}),
      agreementSeen,
      themeIds,
    },
  };
}

/** NaN for what is no whole number, which the rules then refuse in words. */
function wholeNumber(typed: string): number {
  return /^\s*\d{1,6}\s*$/.test(typed) ? Number(typed) : Number.NaN;
}
