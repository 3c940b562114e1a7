"use client";

import { useMemo, useState, type ClipboardEvent } from "react";
import { sourceAnswer } from "@/lib/capture/contribution/source-answer";
import { EMPTY_DRAFT, type Draft } from "@/lib/capture/session/bar/draft";
import type { SpeakerOption } from "@/lib/capture/session/bar/grammar";
import { MAX_TEXT, TOO_LONG } from "@/lib/capture/contribution/contribution-rules";
import {
  mayNameSomebody,
  pastedParts,
  shownParts,
  type Pasted,
  type PastedPart,
} from "@/lib/capture/session/bar/pasted";
import { rareParts } from "../rare-parts";
import { codePointLength } from "@/lib/platform/text/code-points";

type Doing = {
  speakers: readonly SpeakerOption[];
  draft: Draft;
  change: (draft: Draft) => void;
  /** Logs them all in one step, which one undo reverses. */
  logAll: (drafts: readonly Draft[]) => { problem: string } | null;
  say: (words: string) => void;
  /** Called where somebody may be named in the pasted text. */
  seekNames: () => void;
};

/** Several paragraphs that are pasted into the bar are previewed before any of them is logged. */
export function usePaste({ speakers, draft, change, logAll, say, seekNames }: Doing) {
  const [pasted, setPasted] = useState<(Pasted & { asOne: string; byName: boolean }) | null>(null);
  const parts = useMemo(() => pasted && shownParts(pasted, speakers), [pasted, speakers]);

  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    // Before the preview is there, the words are pasted as they are.
    if (!rareParts.now()) return;
    const text = event.clipboardData.getData("text/plain");
    const speaking = sourceAnswer(draft);
    if (pastedParts(text, speakers, speaking).length < 2) return;
    event.preventDefault();
    const { selectionStart, selectionEnd } = event.currentTarget;
    const words = text.replace(/\r\n?/g, "\n");
    const asOne = draft.text.slice(0, selectionStart) + words + draft.text.slice(selectionEnd);
    const byName = mayNameSomebody(text, speakers);
    if (byName) seekNames();
    setPasted({ text, speaking, chosen: null, asOne, byName });
  };
  const onSpeaker = (index: number, speaker: string) => {
    if (!pasted || !parts) return;
    const chosen = parts.map((one, at) => (at === index ? { ...one, speaker } : one));
    setPasted({ ...pasted, chosen });
  };
  /** Why they cannot be logged as they are; null when they can. */
  const onLog = (): string | null => {
    if (!parts) return null;
    const drafts = parts.map((part) => asDraft(part, draft, speakers));
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
  const onClose = () => setPasted(null);
  return { parts, byName: pasted?.byName ?? false, onPaste, onSpeaker, onLog, onAsOne, onClose };
}

/** Under the present question; stance and themes chosen in the bar belong to the typed words. */
function asDraft({ text, speaker }: PastedPart, draft: Draft, speakers: readonly SpeakerOption[]): Draft {
  const { source, participantId } = speakers.find(({ value }) => value === speaker) ?? draft;
  return { ...EMPTY_DRAFT, text, source, participantId, questionId: draft.questionId };
}
