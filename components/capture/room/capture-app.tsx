"use client";

import { useCallback, useMemo, useRef, useState, type ReactNode } from "react";
import { withChoice, type Draft, type Spoke } from "@/lib/capture/draft";
import type { Choice } from "@/lib/capture/grammar";
import { CaptureBar } from "./capture-bar";
import { COMMANDS } from "./choice-words";
import { commandsOf } from "./commands";
import { LineOfRecord } from "./line-of-record";
import { PastePreview } from "./paste-preview";
import { QuestionClock } from "./question-clock";
import { RecordList } from "./record-list";
import { RoomPanel } from "./room-panel";
import { SendStatus } from "./send-status";
import { SessionNotice } from "./session-notice";
import { speakersOf } from "./speakers";
import { TableChoice } from "./table-choice";
import type { Attendee, Start } from "./types";
import { useDraft } from "./use-draft";
import { useFocusFirst } from "./use-focus-first";
import { useKeptBar } from "./use-kept-bar";
import { useLog } from "./use-log";
import { useNames } from "./use-names";
import { usePaste } from "./use-paste";
import { usePresence } from "./use-presence";
import { useRecord } from "./use-record";
import { useStayAtEnd } from "./use-stay-at-end";
import { useTable } from "./use-table";
import { useTypeAnywhere } from "./use-type-anywhere";
import { useWorker } from "./use-worker";
import { download, waitingFile } from "./waiting-file";
import { WhoIsHere } from "./who-is-here";

type Props = {
  start: Start;
  userId: string;
  here: string;
  linesHref: string;
  /** The step that ends the session, for whoever may do it. */
  end: ReactNode;
};

/** The record of a session as it grows, and the bar in which it is typed. */
export function CaptureApp({ start, userId, here, linesHref, end: endStep }: Props) {
  const record = useRecord(start, userId);
  const { outbox, room, lines, lateOf } = record;
  const { participants } = room;
  const everybody = useMemo(() => participants.map(({ id }) => id), [participants]);
  const naming = useNames(room.roundtableId, everybody);
  const { names, toggle } = naming;
  const [tableId, setTableId] = useTable(room.tables, userId, room.roundtableId);
  const log = useLog(record, userId, tableId);
  const lastQuestion = start.lines.at(-1)?.questionId ?? start.room.questions[0]?.id ?? null;
  const [draft, setDraft] = useDraft(outbox.store, room.roundtableId, { questionId: lastQuestion });
  const [spokeBefore, setSpokeBefore] = useState<Spoke>(draft);
  const [problem, setProblem] = useState<string | null>(null);
  const [said, setSaid] = useState({ words: "", undo: false });
  const [editing, setEditing] = useState<string | null>(null);
  const end = useRef<HTMLDivElement>(null);
  const bar = useRef<HTMLElement>(null);
  const present = usePresence(room.roundtableId, userId, draft.text === "" ? null : draft.participantId);
  useWorker(here, outbox.ready);
  useStayAtEnd(end, bar, lines, userId);
  const focusWords = useCallback(
    (options?: FocusOptions) => bar.current?.querySelector("textarea")?.focus(options),
    [],
  );
  useTypeAnywhere(focusWords);
  useFocusFirst(focusWords);

  const speakers = speakersOf(room, { shown: names, known: naming.known });
  const say = (words: string) => setSaid({ words, undo: false });
  const change = (next: Draft) => {
    setProblem(null);
    say("");
    setDraft(next);
    if (next.source !== "room") setSpokeBefore(next);
  };
  const { commands, openQuestion, editLast, undo } = commandsOf({
    record,
    log,
    userId,
    tableId,
    change,
    say,
    offerUndo: (words) => setSaid({ words, undo: true }),
    refuse: setProblem,
    edit: setEditing,
    toggleNames: () => void toggle(),
  });
  const choose = (choice: Choice, next: Draft) => {
    if (choice.kind === "command") commands[choice.command](next);
    else if (choice.kind === "table") {
      setTableId(choice.id);
      change(next);
    } else if (choice.kind === "question") openQuestion(choice.id, next);
    else change(withChoice(next, choice));
  };
  const chooseSpeaker = (one: Attendee) => {
    const option = speakers.find(({ participantId }) => participantId === one.id);
    if (option) change(withChoice(draft, { kind: "speaker", option }));
    focusWords();
  };
  const logIt = (ready: Draft): boolean => {
    const result = log.log(ready, spokeBefore);
    if ("problem" in result) {
      setDraft(ready);
      setProblem(result.problem);
      return false;
    }
    change(result.next);
    return true;
  };
  const paste = usePaste({ speakers, draft, change, logAll: log.logAll, say, seekNames: naming.seek });
  const closed = room.state === "closed";
  const records = useKeptBar(room.state, draft);
  return (
    <div className="grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,1fr)_17rem]">
      <div className="min-w-0">
        <WhoIsHere
          present={present}
          room={room}
          lines={lines}
          waiting={outbox.ready ? outbox.entries.length : null}
        />
        <RecordList
          lines={lines}
          room={room}
          besideQuestion={(id) => {
            const question = room.questions.find((one) => one.id === id);
            return question && <QuestionClock question={question} tableId={tableId} />;
          }}
          row={(line, before) => (
            <LineOfRecord
              key={line.id}
              line={line}
              before={before}
              record={record}
              userId={userId}
              names={names}
              speakers={speakers}
              late={lateOf(line.id)}
              editable={records && (!closed || lateOf(line.id) === "waits")}
              editing={editing === line.id}
              onEdit={setEditing}
              onClose={() => {
                setEditing(null);
                focusWords();
              }}
              act={log.act}
              linesHref={linesHref}
              nextSequence={log.nextSequence}
              onTakeBack={(text) =>
                change({ ...draft, text: draft.text === "" ? text : `${draft.text} ${text}` })
              }
            />
          )}
        />
        <div ref={end} />
        {records && (
          <section
            aria-label="Log a line"
            ref={bar}
            className="sticky bottom-0 z-10 mt-2 border-t-2 border-ink bg-paper pt-3 pb-3 print:hidden"
          >
            <SessionNotice state={room.state} />
            <TableChoice
              tables={room.tables}
              tableId={tableId}
              onTable={setTableId}
              onDone={() => focusWords()}
            />
            <CaptureBar
              draft={draft}
              room={{
                speakers,
                themes: room.themes,
                questions: room.questions,
                tables: room.tables,
                commands: closed ? COMMANDS.filter(({ command }) => command !== "round") : COMMANDS,
              }}
              problem={problem ?? naming.problem}
              namesProblem={naming.unread ? "Names could not be read." : null}
              onDraft={change}
              onChoose={choose}
              onLog={logIt}
              onSeekName={naming.seek}
              onPaste={paste.onPaste}
              onEditLast={editLast}
              onUndo={undo}
            />
            {paste.parts && (
              <PastePreview
                {...paste}
                parts={paste.parts}
                speakers={speakers}
                namesProblem={paste.byName && naming.unread ? "Names could not be read." : null}
              />
            )}
            <div className="mt-1 flex flex-wrap justify-between gap-x-6 gap-y-1">
              <div className="flex flex-wrap items-baseline gap-x-3 text-sm text-soft">
                <p role="status">{said.words || record.warning}</p>
                {said.undo && (
                  <button
                    type="button"
                    onClick={() => {
                      undo();
                      focusWords();
                    }}
                    className="min-h-6 cursor-pointer text-accent underline underline-offset-3 pointer-coarse:min-h-11"
                  >
                    Undo
                  </button>
                )}
              </div>
              <SendStatus
                outbox={outbox}
                here={here}
                onDownload={() => download(waitingFile(outbox.entries, room))}
              />
            </div>
          </section>
        )}
      </div>
      <aside
        aria-label="In the room"
        tabIndex={0}
        // A press on one of its buttons leaves the focus in the words.
        onMouseDown={(event) => {
          const { target } = event;
          if (target instanceof Element && target.closest("button") && !target.closest("form"))
            event.preventDefault();
        }}
        className="lg:sticky lg:top-6 lg:max-h-[calc(100vh-3rem)] lg:self-start lg:overflow-y-auto"
      >
        <RoomPanel
          room={closed ? { ...room, rounds: [] } : room}
          lines={lines}
          countsAll={!start.earlier}
          names={names}
          onNames={() => void toggle()}
          tableId={tableId}
          present={present}
          onSpeaker={records ? chooseSpeaker : null}
          onPass={(roundId, participantId) =>
            log.act({ do: "pass", id: crypto.randomUUID(), roundId, participantId }, "")
          }
        />
        {room.state === "in_session" && endStep && <div className="mt-6">{endStep}</div>}
      </aside>
    </div>
  );
}
