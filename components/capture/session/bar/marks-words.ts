import type { Said } from "@/lib/capture/contribution/contribution-edit";
import type { SpeakerOption } from "@/lib/capture/session/bar/grammar";
import { STANCES } from "@/lib/capture/contribution/stance";
import { WORDING_WORDS } from "@/lib/capture/contribution/contribution-words";
import { speakerOf } from "./speakers";
import type { SessionState } from "../types";

type Marked = Omit<Said, "text"> & { themeIds: readonly string[] };

/** Speaker and marks in one line of text, so that two edits of one contribution can be compared. */
export function marksWords(
  contribution: Marked,
  { questions, themes }: SessionState,
  speakers: readonly SpeakerOption[],
) {
  const question = questions.find(({ id }) => id === contribution.questionId);
  const titles = themes.filter(({ id }) => contribution.themeIds.includes(id)).map(({ title }) => title);
  return [
    speakerOf(speakers, contribution)?.label,
    question && `Question ${question.position}`,
    contribution.stance && STANCES[contribution.stance].word,
    WORDING_WORDS[contribution.wording],
    ...titles,
  ]
    .filter(Boolean)
    .join(" · ");
}
