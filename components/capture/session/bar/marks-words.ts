import type { Said } from "@/lib/capture/contribution/line-edit";
import type { SpeakerOption } from "@/lib/capture/session/grammar";
import { STANCES } from "@/lib/capture/contribution/stance";
import { KIND_WORDS } from "@/lib/capture/contribution/contribution-words";
import { speakerOf } from "./speakers";
import type { RoomState } from "../types";

type Marked = Omit<Said, "text"> & { themeIds: readonly string[] };

/** Who said it and what was marked, in one line of words: so that two edits of one line can be told apart. */
export function marksWords(
  line: Marked,
  { questions, themes }: RoomState,
  speakers: readonly SpeakerOption[],
) {
  const question = questions.find(({ id }) => id === line.questionId);
  const titles = themes.filter(({ id }) => line.themeIds.includes(id)).map(({ title }) => title);
  return [
    speakerOf(speakers, line)?.label,
    question && `Question ${question.position}`,
    line.stance && STANCES[line.stance].word,
    KIND_WORDS[line.kind],
    ...titles,
  ]
    .filter(Boolean)
    .join(" · ");
}
