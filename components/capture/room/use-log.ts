"use client";

import { useCallback, useRef, useState } from "react";
import { afterLogging, EMPTY_DRAFT, lineOfDraft, type Draft } from "@/lib/capture/draft";
import type { Operation } from "@/lib/capture/operation";
import type { Lines, ShownLine } from "@/lib/capture/record-view";
import { isTakenIn } from "@/lib/capture/session-notice";
import { undoing } from "@/lib/capture/undo";
import type { CaptureRecord } from "./use-record";

type Spoke = Pick<Draft, "source" | "participantId">;
type Done = { operation: Operation; before: Lines; words: string };

/** What the facilitator does to the record, each step of which is queued; the last one can be taken back. */
export function useLog({ outbox, room, lines }: CaptureRecord, userId: string, tableId: string | null) {
  const [last, setLast] = useState<Done | null>(null);
  const highest = useRef(0);

  const act = useCallback(
    (operation: Operation, words: string) => {
      if (!isTakenIn(room.state, operation)) return;
      setLast({ operation, before: mapOf(lines), words });
      void outbox.add(operation);
    },
    [outbox, lines, room.state],
  );

  /** Where the line stands on this page until the server has numbered it. */
  const nextSequence = () => {
    const mine = lines.filter(({ recordedById }) => recordedById === userId).map(({ sequence }) => sequence);
    return (highest.current = Math.max(highest.current, 0, ...mine) + 1);
  };
  const round = room.rounds.find(({ endedAt, tableId: at }) => endedAt === null && at === tableId);

  /** Logs the draft: the next one, or why it cannot be logged. */
  const log = (draft: Draft, spokeBefore: Spoke): { next: Draft } | { problem: string } => {
    const made = lineOfDraft(draft);
    if ("problem" in made) return made;
    const operation: Operation = {
      do: "record",
      id: crypto.randomUUID(),
      roundtableId: room.roundtableId,
      ...made.line,
      tableId,
      roundId: round?.id ?? null,
      saidAt: outbox.now().toISOString(),
      sequence: nextSequence(),
    };
    act(operation, "The line was struck out again.");
    return { next: afterLogging(draft, spokeBefore) };
  };

  const mark = () => {
    log({ ...EMPTY_DRAFT, source: "note", text: "Moment to come back to" }, EMPTY_DRAFT);
  };

  const undo = (): string => {
    if (!last) return "There is nothing to take back.";
    const back = undoing(last.operation, last.before, mapOf(lines), crypto.randomUUID());
    setLast(null);
    if (!back) return "This cannot be taken back here.";
    void outbox.add(back);
    return `Undone. ${last.words}`;
  };

  return { act, log, mark, undo, nextSequence, round: round ?? null };
}

function mapOf(lines: readonly ShownLine[]): Lines {
  return new Map(lines.map((line) => [line.id, line]));
}
