"use client";

import { useCallback, useMemo, useRef, type ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { closeEdit } from "./record/close-edit";
import { LogSection } from "./bar/log-section";
import { SessionRecord } from "./record/session-record";
import { SessionPanel } from "./session-panel";
import { unpackStart, type PackedStart } from "./packed-start";
import { useFocusFirst } from "./bar/use-focus-first";
import { useKeptBar } from "./bar/use-kept-bar";
import { useNextContribution } from "./bar/use-next-contribution";
import { usePresence } from "./use-presence";
import { useRecord } from "./use-record";
import { useOpenAtEnd } from "./record/use-open-at-end";
import { useRecordActions } from "./record/use-record-actions";
import { useStayAtEnd } from "./record/use-stay-at-end";
import { useTypeAnywhere } from "./bar/use-type-anywhere";
import { useWorker } from "./outbox/use-worker";
import { WhoIsHere } from "./who-is-here";

type Props = {
  start: PackedStart;
  userId: string;
  here: string;
  contributionsHref: string;
  /** The list of the roundtable's contributions. */
  allHref: string;
  /** The step that ends the session, for people who may do it. */
  end: ReactNode;
};

/** The record of a session as it grows, and the bar in which it is typed. */
export function CaptureApp({ start: packed, userId, here, contributionsHref, allHref, end: endStep }: Props) {
  const start = useMemo(() => unpackStart(packed), [packed]);
  const record = useRecord(start, userId);
  const { outbox, session, contributions } = record;
  const end = useRef<HTMLDivElement>(null);
  const bar = useRef<HTMLElement>(null);
  const focusWords = useCallback(
    (options?: FocusOptions) => bar.current?.querySelector("textarea")?.focus(options),
    [],
  );
  const next = useNextContribution({ record, start, userId, focusWords });
  const { draft, speakers, log, tableId, change, editing, edit, stopEditing } = next;
  const { names, toggle } = next.naming;
  const present = usePresence(session.roundtableId, userId, draft.text === "" ? null : draft.participantId);
  useWorker(here, outbox.ready);
  useOpenAtEnd(record.whole);
  useStayAtEnd(end, bar, contributions, userId);
  useTypeAnywhere(focusWords);
  useFocusFirst(focusWords);
  const closed = session.state === "closed";
  const records = useKeptBar(session.state, draft);
  const actions = useRecordActions({
    onEdit: edit,
    onClose: (focused) => closeEdit(focused, stopEditing, focusWords),
    onDone: next.offerUndo,
    act: log.act,
    nextSequence: log.nextSequence,
    onTakeBack: (text) => change({ ...draft, text: draft.text === "" ? text : `${draft.text} ${text}` }),
  });
  return (
    <div className="grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,1fr)_17rem]">
      <div className="min-w-0">
        <WhoIsHere
          present={present}
          session={session}
          contributions={contributions}
          total={record.whole ? 0 : start.total}
          waiting={outbox.ready ? outbox.entries.length : null}
        />
        {record.earlier && record.whole && (
          <p className="mb-4 text-meta">
            You are at the end of the record. <Link href={allHref}>All contributions</Link>
          </p>
        )}
        <SessionRecord
          record={record}
          userId={userId}
          names={names}
          speakers={speakers}
          tableId={tableId}
          records={records}
          editing={editing}
          actions={actions}
          contributionsHref={contributionsHref}
        />
        <div id="record-end" ref={end} />
        {records && <LogSection bar={bar} next={next} record={record} here={here} focusWords={focusWords} />}
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
        <SessionPanel
          session={closed ? { ...session, goRounds: [] } : session}
          contributions={contributions}
          countsAll={record.whole && !record.earlier}
          names={names}
          onNames={() => void toggle()}
          tableId={tableId}
          present={present}
          onSpeaker={records ? next.chooseSpeaker : null}
          onPass={(goRoundId, participantId) =>
            log.act({ do: "pass", id: crypto.randomUUID(), goRoundId, participantId }, "")
          }
        />
        {session.state === "in_session" && endStep && <div className="mt-6">{endStep}</div>}
      </aside>
    </div>
  );
}
