"use client";

import { useMemo, useState } from "react";
import { withChoice, type Draft, type Spoke } from "@/lib/capture/session/draft";
import type { Choice } from "@/lib/capture/session/grammar";
import { commandsOf } from "./commands";
import { speakersOf } from "./speakers";
import type { Attendee, Start } from "../types";
import { useDraft } from "./use-draft";
import { useLog } from "./use-log";
import { useNames } from "../use-names";
import { usePaste } from "./use-paste";
import type { CaptureRecord } from "../use-record";
import { useTable } from "./use-table";

type Doing = {
  record: CaptureRecord;
  start: Start;
  userId: string;
  focusWords: (options?: FocusOptions) => void;
};

/** What is typed and chosen for the next contribution, and what happens to it. */
export function useNextContribution({ record, start, userId, focusWords }: Doing) {
  const { outbox, room } = record;
  const { participants } = room;
  const everybody = useMemo(() => participants.map(({ id }) => id), [participants]);
  const naming = useNames(room.roundtableId, everybody);
  const [tableId, setTableId] = useTable(room.tables, userId, room.roundtableId);
  const log = useLog(record, userId, tableId);
  const lastQuestion = start.contributions.at(-1)?.questionId ?? start.room.questions[0]?.id ?? null;
  const [draft, setDraft] = useDraft(outbox.store, room.roundtableId, { questionId: lastQuestion });
  const [spokeBefore, setSpokeBefore] = useState<Spoke>(draft);
  const [problem, setProblem] = useState<string | null>(null);
  const [said, setSaid] = useState({ words: "", undo: false });
  const [editing, setEditing] = useState<string | null>(null);

  const speakers = speakersOf(room, { shown: naming.names, known: naming.known });
  const say = (words: string) => setSaid({ words, undo: false });
  const change = (next: Draft) => {
    setProblem(null);
    say("");
    setDraft(next);
    if (next.source !== "room") setSpokeBefore(next);
  };
  const offerUndo = (words: string) => setSaid({ words, undo: true });
  const { commands, openQuestion, editLast, undo } = commandsOf({
    record,
    log,
    userId,
    tableId,
    change,
    say,
    offerUndo,
    refuse: setProblem,
    edit: setEditing,
    toggleNames: () => void naming.toggle(),
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
  return {
    draft,
    problem,
    said,
    editing,
    setEditing,
    speakers,
    naming,
    log,
    paste,
    tableId,
    setTableId,
    change,
    choose,
    chooseSpeaker,
    logIt,
    editLast,
    undo,
    offerUndo,
  };
}

export type NextContribution = ReturnType<typeof useNextContribution>;
