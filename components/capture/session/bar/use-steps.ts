"use client";

import { useCallback, useState } from "react";
import type { Operation } from "@/lib/capture/session/operation";
import { byId } from "@/lib/capture/session/read-record";
import type { Contributions } from "@/lib/capture/session/record-view";
import { isTakenIn } from "@/lib/capture/session/session-notice";
import { undoing } from "@/lib/capture/session/undo";
import type { CaptureRecord } from "../use-record";

/** One step: what was done together is taken back together. */
type Step = { operations: readonly Operation[]; before: Contributions; words: string };

/** What is done to the record, step by step: each is queued, and the last one can be taken back. */
export function useSteps({ outbox, session, contributions }: CaptureRecord) {
  const [last, setLast] = useState<Step | null>(null);

  /** `words` say what was taken back, if it is. */
  const actAll = useCallback(
    (all: readonly Operation[], words: string) => {
      const operations = all.filter((operation) => isTakenIn(session.state, operation));
      if (operations.length === 0) return;
      setLast({ operations, before: byId(contributions), words });
      for (const operation of operations) void outbox.add(operation);
    },
    [outbox, contributions, session.state],
  );
  const act = useCallback((operation: Operation, words: string) => actAll([operation], words), [actAll]);

  const undo = (): string => {
    if (!last) return "There is nothing to undo.";
    const now = byId(contributions);
    const back = last.operations
      .map((operation) => undoing(operation, last.before, now, crypto.randomUUID()))
      .filter((operation) => operation !== null);
    setLast(null);
    if (back.length === 0) return "This cannot be undone here.";
    for (const operation of back) void outbox.add(operation);
    return `Undone. ${last.words}`;
  };

  return { act, actAll, undo };
}
