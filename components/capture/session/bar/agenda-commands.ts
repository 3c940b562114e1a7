import { withoutStaying, type Draft } from "@/lib/capture/session/bar/draft";
import type { useLog } from "./use-log";
import type { CaptureRecord } from "../use-record";

type Doing = {
  record: CaptureRecord;
  log: ReturnType<typeof useLog>;
  tableId: string | null;
  change: (draft: Draft) => void;
  refuse: (problem: string) => void;
};

/** What leads through the roundtable, and everybody in it hears of: its questions, and go-rounds. */
export function agendaCommands({ record, log, tableId, change, refuse }: Doing) {
  const { outbox, session } = record;
  const { roundtableId, questions } = session;

  /** Everybody hears that talk has turned to the question. */
  const openQuestion = (questionId: string, next: Draft) => {
    change({ ...withoutStaying(next), questionId });
    const openedAt = outbox.now().toISOString();
    const id = crypto.randomUUID();
    log.act({ do: "open-question", id, roundtableId, questionId, tableId, openedAt }, "");
  };
  const nextQuestion = (next: Draft) => {
    const index = questions.findIndex(({ id }) => id === next.questionId);
    const following = questions[index + 1];
    if (following) return openQuestion(following.id, next);
    change(next);
    refuse("This is the last question of the agenda.");
  };
  /** Begins a go-round, or ends the one that is on; the words typed before are what everybody is asked. */
  const turnGoRound = (next: Draft) => {
    const id = crypto.randomUUID();
    const now = outbox.now().toISOString();
    if (log.goRound) {
      log.act({ do: "end-go-round", id, goRoundId: log.goRound.id, endedAt: now }, "");
      return change(next);
    }
    const text = next.text.trim().slice(0, 200) || "Everybody in turn";
    log.act({ do: "start-go-round", id, roundtableId, tableId, text, startedAt: now }, "");
    change({ ...next, text: "" });
  };
  return { openQuestion, nextQuestion, turnGoRound };
}
