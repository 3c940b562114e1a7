"use client";

import { useState, type ClipboardEvent } from "react";
import { sourceAnswer } from "@/lib/capture/contribution";
import type { Draft } from "@/lib/capture/draft";
import type { SpeakerOption } from "@/lib/capture/grammar";
import { MAX_TEXT, TOO_LONG } from "@/lib/capture/line-rules";
import { pastedParts, type PastedPart } from "@/lib/capture/pasted";
import { codePointLength } from "@/lib/platform/text";

type Pasted = { parts: PastedPart[]; asOne: string };

type Doing = {
  speakers: readonly SpeakerOption[];
  draft: Draft;
  change: (draft: Draft) => void;
  /** Logs them all in one step, which one undo takes back. */
  logAll: (drafts: readonly Draft[]) => { problem: string } | null;
  say: (words: string) => void;
};

/** Several paragraphs that are pasted into the bar are looked at before any of them is logged. */
export function usePaste({ speakers, draft, change, logAll, say }: Doing) {
  const [pasted, setPasted] = useState<Pasted | null>(null);

  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const text = event.clipboardData.getData("text/plain");
    const parts = pastedParts(text, speakers, sourceAnswer(draft));
    if (parts.length < 2) return;
    event.preventDefault();
    const { selectionStart, selectionEnd } = event.currentTarget;
    const words = text.replace(/\r\n?/g, "\n");
    const asOne = draft.text.slice(0, selectionStart) + words + draft.text.slice(selectionEnd);
    setPasted({ parts, asOne });
  };
  const onSpeaker = (index: number, speaker: string) =>
    setPasted(
      (now) =>
        now && { ...now, parts: now.parts.map((one, at) => (at === index ? { ...one, speaker } : one)) },
    );
  /** Why they cannot be logged as they are; null once they are. */
  const onLog = (): string | null => {
    if (!pasted) return null;
    const drafts = pasted.parts.map((part) => asDraft(part, draft, speakers));
    const result = logAll(drafts);
    if (result) return result.problem;
    say(`${drafts.length} contributions logged.`);
    return null;
  };
  const onAsOne = (): string | null => {
    if (!pasted) return null;
    if (codePointLength(pasted.asOne) > MAX_TEXT) return TOO_LONG;
    change({ ...draft, text: pasted.asOne });
    return null;
  };
  return { parts: pasted?.parts ?? null, onPaste, onSpeaker, onLog, onAsOne, onClose: () => setPasted(null) };
}

/** Under the question of the moment; stance and themes chosen in the bar belong to what is typed there. */
function asDraft({ text, speaker }: PastedPart, draft: Draft, speakers: readonly SpeakerOption[]): Draft {
  const { source, participantId } = speakers.find(({ value }) => value === speaker) ?? draft;
  return {
    text,
    source,
    participantId,
    questionId: draft.questionId,
    stance: null,
    themeIds: [],
    hands: null,
    agreementSeen: false,
    themesStay: false,
    stanceStays: false,
  };
}
