import type { Kind, Source, Stance } from "./contribution";
import type { Choice } from "./grammar";
import { lineProblem, readTyped } from "./line-rules";

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
};

export const EMPTY_DRAFT: Draft = {
  text: "",
  source: "unidentified",
  participantId: null,
  questionId: null,
  stance: null,
  themeIds: [],
  hands: null,
  agreementSeen: false,
};

/** The draft with what was chosen; a theme or stance chosen again is taken off. Commands change no draft. */
export function withChoice(draft: Draft, choice: Choice): Draft {
  switch (choice.kind) {
    case "speaker": {
      const { source, participantId } = choice.option;
      const room = source === "room" ? {} : { hands: null, agreementSeen: false };
      return { ...draft, source, participantId, ...room };
    }
    case "theme": {
      const there = draft.themeIds.includes(choice.id);
      const themeIds = there
        ? draft.themeIds.filter((id) => id !== choice.id)
        : [...draft.themeIds, choice.id];
      return { ...draft, themeIds };
    }
    case "stance":
      return { ...draft, stance: draft.stance === choice.stance ? null : choice.stance };
    case "question":
      return { ...draft, questionId: choice.id };
    case "command":
      return draft;
  }
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
    },
  });
}

/** What stays for the next line: who speaks, and the question. Hands belong to one line, and so does the room. */
export function afterLogging(draft: Draft, spokeBefore: Pick<Draft, "source" | "participantId">): Draft {
  const speaker = draft.hands !== null || draft.agreementSeen ? spokeBefore : draft;
  return {
    ...EMPTY_DRAFT,
    source: speaker.source,
    participantId: speaker.participantId,
    questionId: draft.questionId,
  };
}

export type LineOfDraft = {
  text: string;
  kind: Kind;
  source: Source;
  participantId: string | null;
  questionId: string | null;
  stance: Stance | null;
  hands?: { raised: number; asked: number };
  agreementSeen: boolean;
  themeIds: string[];
};

/** The line that the draft makes, or in a sentence why it makes none. Words in quotation marks are verbatim. */
export function lineOfDraft(draft: Draft): { line: LineOfDraft } | { problem: string } {
  const typed = draft.text.replace(/\r\n?/g, "\n").trim();
  const { text, kind } =
    draft.source === "note" ? { text: typed, kind: "note" as const } : readTyped(typed, "note");
  const hands = draft.hands && {
    raised: wholeNumber(draft.hands.raised),
    asked: wholeNumber(draft.hands.asked),
  };
  const words = text || (hands || draft.agreementSeen ? "" : null);
  if (words === null) return { problem: "Type what was said first." };
  if (words === "") return { problem: "Type what the hands, or the nods, were for." };
  const { source, participantId, questionId, stance, agreementSeen, themeIds } = draft;
  const problem = lineProblem({ source, kind, participantId, hands, agreementSeen });
  if (problem) return { problem: `${problem.message}.` };
  return {
    line: {
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
