import { npqsNamedIn } from "@/lib/capture/people/npq-words";
import type { Npq } from "@/lib/capture/people/vocabulary";
import type { Stance } from "@/lib/capture/contribution/stance";
import type { Source } from "@/lib/capture/roundtable/source";
import type { Choice } from "./grammar";

/** The contents of the capture bar: the words, and the marks that were chosen for them. */
export type Draft = {
  text: string;
  source: Source;
  participantId: string | null;
  questionId: string | null;
  stance: Stance | null;
  themeIds: string[];
  /** NPQs that the words are about. */
  npqs: readonly Npq[];
  /** As typed: how many hands were raised, out of how many who were asked. */
  hands: { raised: string; asked: string } | null;
  agreementSeen: boolean;
  /** Who was to be logged as speaking when hands, or agreement, made the words the room's; else null. */
  spokeBefore: Spoke | null;
  /**
   * Themes, or the stance, that stay from the preceding contribution while the same person goes on. Another
   * choice replaces them, and so does another speaker or question.
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
  npqs: [],
  hands: null,
  agreementSeen: false,
  spokeBefore: null,
  themesStay: false,
  stanceStays: false,
};

/**
 * The draft with what was chosen. A theme or stance that is chosen again is removed; one that stayed from the
 * preceding contribution is confirmed. Commands and tables do not change the draft.
 */
export function withChoice(draft: Draft, choice: Choice): Draft {
  switch (choice.kind) {
    case "speaker": {
      const { source, participantId } = choice.option;
      const shown = source === "group" ? {} : { hands: null, agreementSeen: false };
      return { ...withoutStaying(draft), source, participantId, spokeBefore: null, ...shown };
    }
    case "theme":
      return withTheme(draft, choice.id);
    case "npq":
      return withNpq(draft, choice.code);
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
  // A stance that stayed belongs to the theme that stayed.
  const left = there ? { ...draft, themesStay: false } : withoutStaying(draft);
  return { ...left, themeIds: [id] };
}

/** The draft with that NPQ, or without it where it had it. */
export function withNpq(draft: Draft, npq: Npq): Draft {
  const there = draft.npqs.includes(npq);
  return { ...draft, npqs: there ? draft.npqs.filter((one) => one !== npq) : [...draft.npqs, npq] };
}

/** NPQs that the words name, and that are not marked yet. They are offered, and never marked by themselves. */
export function offeredNpqs({ text, npqs }: Pick<Draft, "text" | "npqs">): Npq[] {
  return npqsNamedIn(text).filter((npq) => !npqs.includes(npq));
}

/** Removes what stayed from the preceding contribution, and leaves what was chosen for this one. */
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
  const spokeBefore = source === "group" ? draft.spokeBefore : { source, participantId };
  return { ...withSource(draft, "group"), ...shown, spokeBefore };
}

/** Without hands or agreement, the speaker is again the one that was set before. */
export function withoutShown(draft: Draft): Draft {
  return { ...draft, ...draft.spokeBefore, hands: null, agreementSeen: false, spokeBefore: null };
}

/**
 * Without the mark that was chosen last. Marks that stayed from the contribution before go first, and all at once;
 * speaker and question stay.
 */
export function withoutLastMark(draft: Draft): Draft {
  if (draft.themesStay || draft.stanceStays) return withoutStaying(draft);
  if (draft.npqs.length > 0) return { ...draft, npqs: draft.npqs.slice(0, -1) };
  if (draft.themeIds.length > 0) return { ...draft, themeIds: draft.themeIds.slice(0, -1) };
  if (draft.hands || draft.agreementSeen) return withoutShown(draft);
  return { ...draft, stance: null };
}

/** Whether what was stored on a computer is a draft, perhaps of an older version of the page. */
export function isDraft(stored: unknown): stored is Draft {
  return typeof stored === "object" && stored !== null && typeof Reflect.get(stored, "text") === "string";
}

/**
 * What stays for the next contribution: the question, who speaks, and, while one person goes on, what they
 * speak about. Hands belong to one contribution, and so does the room.
 */
export function afterLogging(draft: Draft, spokeBefore: Spoke): Draft {
  const speaker = draft.source === "group" ? spokeBefore : draft;
  const next = {
    ...EMPTY_DRAFT,
    source: speaker.source,
    participantId: speaker.participantId,
    questionId: draft.questionId,
  };
  // An unknown participant may be another person each time.
  if (draft.participantId === null) return next;
  return {
    ...next,
    stance: draft.stance,
    themeIds: draft.themeIds,
    themesStay: draft.themeIds.length > 0,
    stanceStays: draft.stance !== null,
  };
}
