import type { Operation } from "@/lib/capture/session/operation";
import type { ShownContribution } from "@/lib/capture/session/record-view";
import { ContributionEditor } from "./contribution-editor";
import { canJoin, editOf, joinOf, splitOf, strikeOf } from "./contribution-operations";
import { contributionStateOf } from "./contribution-state";
import { ContributionTrouble } from "./contribution-trouble";
import type { GoingOn } from "./record-group";
import { RecordRow } from "./record-row";
import type { RowMatter } from "./row-matters";
import type { RowSession } from "./row-session";
import type { RecordActions } from "./use-record-actions";
import type { Names } from "../types";

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

type Props = {
  contribution: ShownContribution;
  /** The contribution before it. */
  before: ShownContribution | undefined;
  session: RowSession;
  userId: string;
  names: Names | null;
  matter: RowMatter;
  editable: boolean;
  editing: boolean;
  /** Null where nothing waits and nothing is being edited. */
  goingOn: GoingOn | null;
  actions: RecordActions;
};

/** A contribution with its waiting operations, and the editor when it is open. */
export function ContributionOfRecord(props: Props) {
  const { contribution, session, names, matter, editable, editing, goingOn, actions } = props;
  const { participantId, recordedById, tableId } = contribution;
  const trouble = matter.waiting.filter(({ state }) => state !== "waiting");
  return (
    <RecordRow
      contribution={contribution}
      speaker={participantId === null ? undefined : session.speakers[participantId]}
      name={participantId === null ? undefined : names?.get(participantId)?.name}
      themes={session.themes}
      heldOn={session.heldOn}
      state={contributionStateOf(matter)}
      colleague={recordedById === props.userId ? null : (session.colleagues[recordedById] ?? null)}
      table={tableId === null ? null : (session.tables[tableId] ?? null)}
      onEdit={editable && !contribution.erased && !editing ? actions.onEdit : null}
      editor={editing && goingOn ? <EditorOfRecord {...props} goingOn={goingOn} /> : undefined}
    >
      {goingOn && trouble.length > 0
        ? trouble.map((entry) => (
            <ContributionTrouble
              key={entry.operation.id}
              entry={entry}
              contribution={contribution}
              record={goingOn.record}
              speakers={goingOn.speakers}
              act={actions.act}
              nextSequence={actions.nextSequence}
              onTakeBack={actions.onTakeBack}
            />
          ))
        : undefined}
    </RecordRow>
  );
}

/** The editor of the contribution; what it does is queued, and can be taken back in one step. */
function EditorOfRecord({ contribution, before, matter, goingOn, actions }: Props & { goingOn: GoingOn }) {
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
