import type { ShownContribution } from "@/lib/capture/session/record-view";
import { contributionStateOf } from "./contribution-state";
import type { GoingOn } from "./record-group";
import { RecordRow } from "./record-row";
import type { RowMatter } from "./row-matters";
import type { RowSession } from "./row-session";
import type { RecordActions } from "./use-record-actions";
import type { Names } from "../types";

export type RowOfRecord = {
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
export function ContributionOfRecord(props: RowOfRecord) {
  const { contribution, session, names, matter, editable, editing, goingOn, actions } = props;
  const { participantId, recordedById, tableId } = contribution;
  const parts = goingOn?.parts;
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
      editor={editing && goingOn && parts ? <parts.EditorOfRecord {...props} goingOn={goingOn} /> : undefined}
    >
      {goingOn && parts && trouble.length > 0
        ? trouble.map((entry) => (
            <parts.ContributionTrouble
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
