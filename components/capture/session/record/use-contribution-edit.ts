"use client";

import { useState } from "react";
import { sourceAnswer } from "@/lib/capture/contribution/source-answer";
import type { Stance } from "@/lib/capture/contribution/stance";
import type { SpeakerOption } from "@/lib/capture/session/bar/grammar";
import {
  isSameSaid,
  themeChange,
  type Said,
  type ThemeChange,
} from "@/lib/capture/contribution/contribution-edit";
import type { ShownContribution } from "@/lib/capture/session/record-view";

export type Fields = {
  text: string;
  /** The value of a speaker option. */
  speaker: string;
  questionId: string | null;
  stance: Stance | null;
  verbatim: boolean;
  themeIds: string[];
};

type Edit = { said: Said; themes: ThemeChange | null };

/** What an edit changes in a contribution, as typed and chosen so far. */
export function useContributionEdit(contribution: ShownContribution, speakers: readonly SpeakerOption[]) {
  const [fields, setFields] = useState<Fields>({
    text: contribution.text,
    speaker: sourceAnswer(contribution),
    questionId: contribution.questionId,
    stance: contribution.stance,
    verbatim: contribution.wording === "verbatim",
    themeIds: contribution.themeIds,
  });
  const option = speakers.find(({ value }) => value === fields.speaker);
  /** The edit; null where nothing was changed; or why it cannot be saved. */
  const read = (): Edit | null | { problem: string } => {
    const text = fields.text.trim();
    if (text === "")
      return { problem: "Type what was said. To take the contribution out of the record, strike it out." };
    if (!option) return { problem: "Choose who said it." };
    const { questionId, stance, verbatim } = fields;
    const { source, participantId } = option;
    const wording = verbatim && source !== "note" ? "verbatim" : "gist";
    const said: Said = { text, wording, source, participantId, questionId, stance };
    const change = themeChange(contribution.themeIds, fields.themeIds);
    const themes = change.add.length + change.remove.length > 0 ? change : null;
    return themes === null && isSameSaid(contribution, said) ? null : { said, themes };
  };
  return {
    fields,
    set: (changed: Partial<Fields>) => setFields((before) => ({ ...before, ...changed })),
    /** A facilitator's own note is never anybody's verbatim words. */
    quotable: option?.source !== "note",
    /** The stance of a contribution that has themes is corrected, and their own stances may follow it. */
    correctsThemes: fields.stance !== contribution.stance && contribution.themeIds.length > 0,
    read,
  };
}
