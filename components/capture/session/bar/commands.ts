import { withoutStaying, withShown, withSource, type Draft } from "@/lib/capture/session/bar/draft";
import type { Command } from "@/lib/capture/session/bar/grammar";
import type { ShownContribution } from "@/lib/capture/session/record-view";
import { agendaCommands } from "./agenda-commands";
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
  const { record, log, userId, change, say, offerUndo, refuse, edit, toggleNames } = doing;
  const { outbox, session, contributions } = record;

  const { openQuestion, nextQuestion, turnGoRound } = agendaCommands(doing);
  const editLast = () => {
    const last = lastOf(contributions, userId);
    if (last) edit(last.id);
    else refuse("You have not logged a contribution here yet.");
  };
  const mark = (next: Draft) => {
    change(next);
    log.mark(next.questionId);
    const question = session.questions.find(({ id }) => id === next.questionId);
    offerUndo(
      `This moment is marked in the record under ${question ? `question ${question.position}` : "no question"}.`,
    );
  };
  const undo = () => say(log.undo());
  const asked = session.participants.filter((one) => one.present && !one.host && !one.erased).length;
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
    group: (next) => change(withSource(next, "group")),
    note: (next) => change(withSource(next, "note")),
    unknown: (next) => change(withSource(next, "unidentified")),
    moment: mark,
    "go-round": turnGoRound,
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
