"use client";

import { useRef, useState } from "react";
import { withChoice, type Draft } from "@/lib/capture/draft";
import type { Choice } from "@/lib/capture/grammar";
import { CaptureBar } from "./capture-bar";
import { COMMANDS } from "./choice-words";
import { commandsOf } from "./commands";
import { LineOfRecord } from "./line-of-record";
import { QuestionClock } from "./question-clock";
import { RecordList } from "./record-list";
import { RoomPanel } from "./room-panel";
import { SendStatus } from "./send-status";
import { speakersOf } from "./speakers";
import { TableChoice } from "./table-choice";
import type { Start } from "./types";
import { useDraft } from "./use-draft";
import { useLog } from "./use-log";
import { useNames } from "./use-names";
import { usePresence } from "./use-presence";
import { useRecord } from "./use-record";
import { useStayAtEnd } from "./use-stay-at-end";
import { useWorker } from "./use-worker";
import { download, waitingFile } from "./waiting-file";
import { WhoIsHere } from "./who-is-here";

type Props = { start: Start; userId: string; here: string; linesHref: string };

/** The record of a session as it grows, and the bar in which it is typed. */
export function CaptureApp({ start, userId, here, linesHref }: Props) {
  const record = useRecord(start, userId);
  const { outbox, room, lines, late } = record;
  const { names, problem: namesProblem, toggle } = useNames(room.roundtableId);
  const [tableId, setTableId] = useState(
    () => room.tables.find((one) => one.facilitatorId === userId)?.id ?? null,
  );
  const log = useLog(record, userId, tableId);
  const lastQuestion = start.lines.at(-1)?.questionId ?? start.room.questions[0]?.id ?? null;
  const [draft, setDraft] = useDraft(outbox.store, room.roundtableId, { questionId: lastQuestion });
  const [spokeBefore, setSpokeBefore] = useState<Pick<Draft, "source" | "participantId">>(draft);
  const [problem, setProblem] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  const [editing, setEditing] = useState<string | null>(null);
  const end = useRef<HTMLDivElement>(null);
  const bar = useRef<HTMLElement>(null);
  const present = usePresence(room.roundtableId, userId, draft.text === "" ? null : draft.participantId);
  useWorker(here, outbox.ready);
  useStayAtEnd(end, bar, lines, userId);

  const speakers = speakersOf(room, names);
  const change = (next: Draft) => {
    setProblem(null);
    setSaid("");
    setDraft(next);
  };
  const { commands, openQuestion, editLast, undo } = commandsOf({
    record,
    log,
    userId,
    tableId,
    change,
    say: setSaid,
    refuse: setProblem,
    edit: setEditing,
    toggleNames: () => void toggle(),
  });
  const choose = (choice: Choice, next: Draft) => {
    if (choice.kind === "command") commands[choice.command](next);
    else if (choice.kind === "question") openQuestion(choice.id, next);
    else {
      if (choice.kind === "speaker" && choice.option.source !== "room") setSpokeBefore(choice.option);
      change(withChoice(next, choice));
    }
  };
  const logIt = () => {
    const result = log.log(draft, spokeBefore);
    if ("problem" in result) return setProblem(result.problem);
    change(result.next);
  };
  const records = room.state === "in_session" || room.state === "read_back";
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
              late={late.has(line.id)}
              editable={records}
              editing={editing === line.id}
              onEdit={setEditing}
              onClose={() => {
                setEditing(null);
                bar.current?.querySelector("textarea")?.focus();
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
            <TableChoice tables={room.tables} tableId={tableId} onTable={setTableId} />
            <CaptureBar
              draft={draft}
              room={{ speakers, themes: room.themes, questions: room.questions, commands: COMMANDS }}
              problem={problem ?? namesProblem}
              onDraft={change}
              onChoose={choose}
              onLog={logIt}
              onEditLast={editLast}
              onUndo={undo}
            />
            <div className="mt-1 flex flex-wrap justify-between gap-x-6 gap-y-1">
              <p role="status" className="text-sm text-soft">
                {said}
              </p>
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
        className="lg:sticky lg:top-6 lg:max-h-[calc(100vh-3rem)] lg:self-start lg:overflow-y-auto"
      >
        <RoomPanel
          room={room}
          lines={lines}
          countsAll={!start.earlier}
          names={names}
          onNames={() => void toggle()}
          tableId={tableId}
          present={present}
          onSpeaker={
            records
              ? (one) => {
                  const source = one.host ? ("host" as const) : ("identified" as const);
                  setSpokeBefore({ source, participantId: one.id });
                  change({ ...draft, source, participantId: one.id, hands: null, agreementSeen: false });
                }
              : null
          }
          onPass={(roundId, participantId) =>
            log.act({ do: "pass", id: crypto.randomUUID(), roundId, participantId }, "")
          }
        />
      </aside>
    </div>
  );
}
