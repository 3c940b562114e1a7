import type { Operation } from "@/lib/capture/session/operation";
import { ContributionEditor } from "./contribution-editor";
import type { RowOfRecord } from "./contribution-of-record";
import { canJoin, editOf, joinOf, splitOf, strikeOf } from "./contribution-operations";
import type { GoingOn } from "./record-group";

const STRUCK = {
  done: "The contribution is struck out.",
  undone: "The contribution is in the record again.",
};
const RESTORED = {
  done: "The contribution is in the record again.",
  undone: "The contribution is struck out again.",
};
const SPLIT = { done: "The contribution is now two.", undone: "The two contributions are one again." };
const JOINED = { done: "The two contributions are now one.", undone: "The contributions are two again." };

/** The editor of a contribution of the record; what it does is queued, and can be taken back in one step. */
export function EditorOfRecord({
  contribution,
  before,
  matter,
  goingOn,
  actions,
}: RowOfRecord & { goingOn: GoingOn }) {
  const { act } = actions;
  const { questions, themes } = goingOn.record.session;
  const close = () => actions.onClose(contribution.id);
  const done = (operation: Operation, words: { done: string; undone: string }, focused = contribution.id) => {
    act(operation, words.undone);
    actions.onDone(words.done);
    actions.onClose(focused);
  };
  const joins = before && canJoin(before, contribution) ? before : null;
  return (
    <ContributionEditor
      contribution={contribution}
      speakers={goingOn.speakers}
      questions={questions}
      themes={themes}
      onSave={(opened, said, change) => {
        act(editOf(opened, said, change), "The contribution has its earlier words again.");
        close();
      }}
      onStrike={(opened) => done(strikeOf(opened), opened.struck ? RESTORED : STRUCK)}
      onSplit={(opened, at) => done(splitOf(opened, at, actions.nextSequence()), SPLIT)}
      onJoin={joins && ((opened) => done(joinOf(joins, opened), JOINED, joins.id))}
      onClose={close}
      href={matter.waiting.length === 0 ? `${goingOn.contributionsHref}/${contribution.id}` : null}
    />
  );
}
