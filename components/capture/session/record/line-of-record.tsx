import type { SpeakerOption } from "@/lib/capture/session/grammar";
import type { LateState } from "@/lib/capture/session/late";
import type { Operation } from "@/lib/capture/session/operation";
import { linesOf } from "@/lib/capture/session/outbox";
import type { ShownLine } from "@/lib/capture/session/record-view";
import { LineEditor } from "./line-editor";
import { canJoin, editOf, joinOf, splitOf, strikeOf } from "./line-operations";
import { lineStateOf } from "./line-state";
import { LineTrouble } from "./line-trouble";
import { RecordRow } from "./record-row";
import type { Names } from "../types";
import type { CaptureRecord } from "../use-record";

type Props = {
  line: ShownLine;
  before: ShownLine | undefined;
  record: CaptureRecord;
  userId: string;
  names: Names | null;
  speakers: readonly SpeakerOption[];
  late: LateState | null;
  editable: boolean;
  editing: boolean;
  onEdit: (lineId: string) => void;
  onClose: () => void;
  act: (operation: Operation, words: string) => void;
  nextSequence: () => number;
  /** Under which each line has a page of its own. */
  linesHref: string;
  /** Words that are to be typed on, in the bar. */
  onTakeBack: (text: string) => void;
};

/** A line with what waits about it, and the editor when it is open. */
export function LineOfRecord(props: Props) {
  const { line, before, record, userId, names, speakers, late, editable, editing, act } = props;
  const { outbox, room } = record;
  const about = outbox.entries.filter(({ operation }) => linesOf(operation).includes(line.id));
  const trouble = about.filter(({ state }) => state !== "waiting");
  const close = (operation: Operation, words: string) => {
    act(operation, words);
    props.onClose();
  };
  const joins = before && canJoin(before, line) ? before : null;
  const editor = editing && (
    <LineEditor
      line={line}
      speakers={speakers}
      questions={room.questions}
      themes={room.themes}
      onSave={(opened, said, themes) =>
        close(editOf(opened, said, themes), "The line has its earlier words again.")
      }
      onStrike={(opened) =>
        close(
          strikeOf(opened),
          opened.struck ? "The line is struck out again." : "The line is in the record again.",
        )
      }
      onSplit={(opened, at) =>
        close(splitOf(opened, at, props.nextSequence()), "The two lines are one again.")
      }
      onJoin={joins && ((opened) => close(joinOf(joins, opened), "The lines are two again."))}
      onClose={props.onClose}
      href={about.length === 0 ? `${props.linesHref}/${line.id}` : null}
    />
  );
  return (
    <RecordRow
      line={line}
      speaker={room.participants.find(({ id }) => id === line.participantId)}
      names={names}
      themes={room.themes}
      state={lineStateOf(about, late)}
      colleague={
        line.recordedById === userId
          ? null
          : (room.colleagues.find((one) => one.userId === line.recordedById)?.name ?? null)
      }
      table={room.tables.find(({ id }) => id === line.tableId)?.name ?? null}
      onEdit={editable && !line.erased && !editing ? props.onEdit : null}
      editor={editor || undefined}
    >
      {trouble.length === 0
        ? undefined
        : trouble.map((entry) => (
            <LineTrouble
              key={entry.operation.id}
              entry={entry}
              {...{ line, record, speakers, act }}
              nextSequence={props.nextSequence}
              onTakeBack={props.onTakeBack}
            />
          ))}
    </RecordRow>
  );
}
