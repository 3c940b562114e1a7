import type { SpeakerOption } from "@/lib/capture/session/bar/grammar";
import type { LateState } from "@/lib/capture/session/late-state";
import type { Operation } from "@/lib/capture/session/operation";
import { contributionsOf } from "@/lib/capture/session/outbox";
import type { ShownContribution } from "@/lib/capture/session/record-view";
import { ContributionEditor } from "./contribution-editor";
import { canJoin, editOf, joinOf, splitOf, strikeOf } from "./contribution-operations";
import { contributionStateOf } from "./contribution-state";
import { ContributionTrouble } from "./contribution-trouble";
import { RecordRow } from "./record-row";
import type { Names } from "../types";
import type { CaptureRecord } from "../use-record";

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
  before: ShownContribution | undefined;
  record: CaptureRecord;
  userId: string;
  names: Names | null;
  speakers: readonly SpeakerOption[];
  late: LateState | null;
  editable: boolean;
  editing: boolean;
  onEdit: (contributionId: string) => void;
  /** `focused`: the contribution that gets the focus, where it cannot go to the words. */
  onClose: (focused: string) => void;
  /** Shows what was done, with a button that undoes it. */
  onDone: (words: string) => void;
  act: (operation: Operation, words: string) => void;
  nextSequence: () => number;
  /** The address below which each contribution has its own page. */
  contributionsHref: string;
  /** Words for the bar, to continue typing. */
  onTakeBack: (text: string) => void;
};

/** A contribution with its waiting operations, and the editor when it is open. */
export function ContributionOfRecord(props: Props) {
  const { contribution, before, record, userId, names, speakers, late, editable, editing, act } = props;
  const { outbox, session } = record;
  const about = outbox.entries.filter(({ operation }) =>
    contributionsOf(operation).includes(contribution.id),
  );
  const trouble = about.filter(({ state }) => state !== "waiting");
  const close = () => props.onClose(contribution.id);
  const done = (operation: Operation, words: { done: string; undone: string }, focused = contribution.id) => {
    act(operation, words.undone);
    props.onDone(words.done);
    props.onClose(focused);
  };
  const joins = before && canJoin(before, contribution) ? before : null;
  const editor = editing && (
    <ContributionEditor
      contribution={contribution}
      speakers={speakers}
      questions={session.questions}
      themes={session.themes}
      onSave={(opened, said, themes) => {
        act(editOf(opened, said, themes), "The contribution has its earlier words again.");
        close();
      }}
      onStrike={(opened) => done(strikeOf(opened), opened.struck ? RESTORED : STRUCK)}
      onSplit={(opened, at) => done(splitOf(opened, at, props.nextSequence()), SPLIT)}
      onJoin={joins && ((opened) => done(joinOf(joins, opened), JOINED, joins.id))}
      onClose={close}
      href={about.length === 0 ? `${props.contributionsHref}/${contribution.id}` : null}
    />
  );
  return (
    <RecordRow
      contribution={contribution}
      speaker={session.participants.find(({ id }) => id === contribution.participantId)}
      names={names}
      themes={session.themes}
      heldOn={session.heldOn}
      state={contributionStateOf(about, late)}
      colleague={
        contribution.recordedById === userId
          ? null
          : (session.colleagues.find((one) => one.userId === contribution.recordedById)?.name ?? null)
      }
      table={session.tables.find(({ id }) => id === contribution.tableId)?.name ?? null}
      onEdit={editable && !contribution.erased && !editing ? props.onEdit : null}
      editor={editor || undefined}
    >
      {trouble.length === 0
        ? undefined
        : trouble.map((entry) => (
            <ContributionTrouble
              key={entry.operation.id}
              entry={entry}
              contribution={contribution}
              record={record}
              speakers={speakers}
              act={act}
              nextSequence={props.nextSequence}
              onTakeBack={props.onTakeBack}
            />
          ))}
    </RecordRow>
  );
}
