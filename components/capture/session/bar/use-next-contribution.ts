"use client";

import { useState } from "react";
import { withChoice, type Draft, type Spoke } from "@/lib/capture/session/bar/draft";
import type { Choice } from "@/lib/capture/session/bar/grammar";
import { commandsOf } from "./commands";
import type { Attendee, Start } from "../types";
import { useTable } from "./table/use-table";
import { useDraft } from "./use-draft";
import { useEditing } from "./use-editing";
import { useLog } from "./use-log";
import { usePaste } from "./use-paste";
import { useSaid } from "./use-said";
import { useSpeakers } from "./use-speakers";
import type { CaptureRecord } from "../use-record";

type Doing = {
  record: CaptureRecord;
  start: Start;
  userId: string;
  focusWords: (options?: FocusOptions) => void;
};

/** What is typed and chosen for the next contribution, and what happens to it. */
export function useNextContribution({ record, start, userId, focusWords }: Doing) {
  const { outbox, session } = record;
  const { naming, speakers } = useSpeakers(session);
  const [tableId, setTableId] = useTable(session.tables, userId, session.roundtableId);
  const log = useLog(record, userId, tableId);
  const lastQuestion = start.contributions.at(-1)?.questionId ?? start.session.questions[0]?.id ?? null;
  const [draft, setDraft] = useDraft(outbox.store, session.roundtableId, { questionId: lastQuestion });
  const [spokeBefore, setSpokeBefore] = useState<Spoke>(draft);
  const { problem, said, refuse, say, offerUndo, clear } = useSaid();
  const { editing, edit, stopEditing } = useEditing(refuse);

  const change = (next: Draft) => {
    clear();
    setDraft(next);
    if (next.source !== "group") setSpokeBefore(next);
  };
  const toggleNames = () => void naming.toggle();
  const doing = { record, log, userId, tableId, change, say, offerUndo, refuse, edit, toggleNames };
  const { commands, openQuestion, editLast, undo } = commandsOf(doing);
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
      refuse(result.problem);
      return false;
    }
    change(result.next);
    return true;
  };
  const paste = usePaste({ speakers, draft, change, logAll: log.logAll, say, seekNames: naming.seek });
  const bar = { draft, problem, said, speakers, naming, tableId, setTableId, change, choose, logIt, paste };
  return { ...bar, log, editing, edit, stopEditing, chooseSpeaker, editLast, undo, offerUndo };
}

export type NextContribution = ReturnType<typeof useNextContribution>;
