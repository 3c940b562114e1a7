import { withoutStaying, withShown, withSource, type Draft } from "@/lib/capture/session/draft";
import type { Command } from "@/lib/capture/session/grammar";
import type { ShownContribution } from "@/lib/capture/session/record-view";
import type { useLog } from "./use-log";
import type { CaptureRecord } from "../use-record";

type Doing = {
  record: CaptureRecord;
  log: ReturnType<typeof useLog>;
  userId: string;
  tableId: string | null;
  change: (draft: Draft) => void;
  say: (words: string) => void;
  /** Shows the message, with a button that undoes it. */
  offerUndo: (words: string) => void;
  refuse: (problem: string) => void;
  edit: (contributionId: string) => void;
  toggleNames: () => void;
};

/** What the commands after the slash do; `next` is the draft without the command's own sign. */
export function commandsOf(doing: Doing) {
  const { record, log, userId, tableId, change, say, offerUndo, refuse, edit, toggleNames } = doing;
  const { outbox, room, contributions } = record;
  const { roundtableId } = room;

  /** Announces to everybody that the question is being discussed now. */
  const openQuestion = (questionId: string, next: Draft) => {
    change({ ...withoutStaying(next), questionId });
    const openedAt = outbox.now().toISOString();
    const id = crypto.randomUUID();
    log.act({ do: "open-question", id, roundtableId, questionId, tableId, openedAt }, "");
  };
  const nextQuestion = (next: Draft) => {
    const index = room.questions.findIndex(({ id }) => id === next.questionId);
    const following = room.questions[index + 1];
    if (following) return openQuestion(following.id, next);
    change(next);
    refuse("This is the last question of the agenda.");
  };
  const turnRound = (next: Draft) => {
    const id = crypto.randomUUID();
    const now = outbox.now().toISOString();
    if (log.round) {
      log.act({ do: "end-round", id, roundId: log.round.id, endedAt: now }, "");
      return change(next);
    }
    const text = next.text.trim().slice(0, 200) || "Everybody in turn";
    log.act({ do: "start-round", id, roundtableId, tableId, text, startedAt: now }, "");
    change({ ...next, text: "" });
  };
  const editLast = () => {
    const last = lastOf(contributions, userId);
    if (last) edit(last.id);
    else refuse("You have logged no contribution here yet.");
  };
  const mark = (next: Draft) => {
    change(next);
    log.mark(next.questionId);
    const question = room.questions.find(({ id }) => id === next.questionId);
    offerUndo(
      `This moment is marked in the record under ${question ? `question ${question.position}` : "no question"}.`,
    );
  };
  const undo = () => say(log.undo());
  const asked = room.participants.filter((one) => one.present && !one.host && !one.erased).length;
  const sendAgain = () => {
    for (const { operation, state } of outbox.entries)
      if (state === "refused") void outbox.retry(operation.id);
  };
  const aside = (act: () => void) => (next: Draft) => {
    change(next);
    act();
  };
  const commands: Record<Command, (next: Draft) => void> = {
    undo: aside(undo),
    edit: aside(editLast),
    next: nextQuestion,
    hands: (next) =>
      change(withShown(next, { hands: { raised: "", asked: String(asked) }, agreementSeen: false })),
    agreement: (next) => change(withShown(next, { hands: null, agreementSeen: true })),
    room: (next) => change(withSource(next, "room")),
    note: (next) => change(withSource(next, "note")),
    unknown: (next) => change(withSource(next, "unidentified")),
    moment: mark,
    round: turnRound,
    names: aside(toggleNames),
    clear: (next) => change(withoutStaying(next)),
    retry: aside(sendAgain),
  };
  return { commands, openQuestion, editLast, undo };
}

/** The contribution that this person logged last. */
function lastOf(contributions: readonly ShownContribution[], userId: string): ShownContribution | null {
  const mine = contributions.filter(
    (contribution) =>
      contribution.recordedById === userId && !contribution.erased && !contribution.mergedIntoId,
  );
  return mine.reduce<ShownContribution | null>((a, b) => (a && a.sequence > b.sequence ? a : b), null);
}
