import { saidOf, withThemeChange } from "@/lib/capture/line-edit";
import type { Operation, OperationOf } from "@/lib/capture/operation";
import { linesOf } from "@/lib/capture/outbox";
import type { SpeakerOption } from "@/lib/capture/grammar";
import type { ShownLine } from "@/lib/capture/record-view";
import { Attention } from "./attention";
import { LineEditor } from "./line-editor";
import { lineStateOf } from "./line-state";
import { marksWords } from "./marks-words";
import { RecordRow } from "./record-row";
import type { Names } from "./types";
import type { CaptureRecord } from "./use-record";

type Props = {
  line: ShownLine;
  before: ShownLine | undefined;
  record: CaptureRecord;
  userId: string;
  names: Names | null;
  speakers: readonly SpeakerOption[];
  late: boolean;
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
  const joins = before && joinable(before, line) ? before : null;
  const editor = editing && (
    <LineEditor
      line={line}
      speakers={speakers}
      questions={room.questions}
      themes={room.themes}
      onSave={(opened, said, themes) =>
        close(
          themes === null
            ? { do: "edit", ...changeOf(opened), ...said }
            : { do: "edit", ...changeOf(opened), ...said, themes },
          "The line has its earlier words again.",
        )
      }
      onStrike={(opened) =>
        opened.struck
          ? close({ do: "restore", ...changeOf(opened) }, "The line is struck out again.")
          : close({ do: "strike", ...changeOf(opened) }, "The line is in the record again.")
      }
      onSplit={(opened, at) =>
        close(
          // Right behind its first part, whoever logged lines since.
          { do: "split", ...changeOf(opened), at, saidAt: opened.saidAt, sequence: props.nextSequence() },
          "The two lines are one again.",
        )
      }
      onJoin={
        joins &&
        ((opened) =>
          close(
            {
              do: "merge",
              id: crypto.randomUUID(),
              into: joins.id,
              intoRevision: joins.revision,
              from: opened.id,
              fromRevision: opened.revision,
            },
            "The lines are two again.",
          ))
      }
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
        : trouble.map((entry) => {
            const { operation, theirs } = entry;
            const takeBack = () => {
              if ("text" in operation) props.onTakeBack(operation.text);
              void outbox.discard(operation.id);
            };
            const edit = operation.do === "edit" ? operation : null;
            return (
              <Attention
                key={operation.id}
                entry={entry}
                marks={{
                  mine: edit
                    ? marksWords({ ...saidOf(edit), themeIds: themesAfter(line, edit) }, room, speakers)
                    : "",
                  theirs: theirs ? marksWords(theirs, room, speakers) : "",
                }}
                onRetry={() => void outbox.retry(operation.id)}
                onDiscard={entry.state === "stale" ? () => void outbox.discard(operation.id) : takeBack}
                onUseMine={() =>
                  "revision" in operation &&
                  theirs &&
                  void outbox.retry(operation.id, { ...operation, revision: theirs.revision })
                }
                onKeepBoth={() => {
                  if (edit) act(asLineOfItsOwn(edit, line, room.roundtableId, props.nextSequence()), "");
                  void outbox.discard(operation.id);
                }}
              />
            );
          })}
    </RecordRow>
  );
}

/** What a change of a line says of it: the revision that was read, not the one that came meanwhile. */
function changeOf({ id, revision }: ShownLine) {
  return { id: crypto.randomUUID(), contributionId: id, revision };
}

/** Two parts of the same thing said: same speaker, both the gist or both word for word. */
function joinable(before: ShownLine, line: ShownLine): boolean {
  return (
    before.source === line.source &&
    before.participantId === line.participantId &&
    before.kind === line.kind &&
    !before.struck &&
    !line.struck &&
    !before.erased &&
    !line.erased &&
    before.hands === null &&
    line.hands === null
  );
}

function themesAfter({ themeIds }: ShownLine, { themes }: OperationOf<"edit">): string[] {
  return withThemeChange(themeIds, themes);
}

function asLineOfItsOwn(
  edit: OperationOf<"edit">,
  line: ShownLine,
  roundtableId: string,
  sequence: number,
): Operation {
  const { saidAt, tableId, roundId } = line;
  const said = { ...saidOf(edit), themeIds: themesAfter(line, edit) };
  return { do: "record", id: crypto.randomUUID(), roundtableId, ...said, tableId, roundId, saidAt, sequence };
}
