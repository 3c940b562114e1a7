"use client";

import { useCallback, useRef, useState } from "react";
import {
  afterLogging,
  EMPTY_DRAFT,
  contributionOfDraft,
  type Draft,
  type ContributionOfDraft,
  type Spoke,
} from "@/lib/capture/session/draft";
import type { Operation } from "@/lib/capture/session/operation";
import type { Contributions, ShownContribution } from "@/lib/capture/session/record-view";
import { isTakenIn } from "@/lib/capture/session/session-notice";
import { undoing, undoneLoggingWords } from "@/lib/capture/session/undo";
import type { CaptureRecord } from "../use-record";

/** One step: what was done together is undone together. */
type Done = { operations: readonly Operation[]; before: Contributions; words: string };

/** What the facilitator does to the record. Each step is queued, and the last one can be undone. */
export function useLog(
  { outbox, room, contributions }: CaptureRecord,
  userId: string,
  tableId: string | null,
) {
  const [last, setLast] = useState<Done | null>(null);
  const highest = useRef(0);

  const actAll = useCallback(
    (all: readonly Operation[], words: string) => {
      const operations = all.filter((operation) => isTakenIn(room.state, operation));
      if (operations.length === 0) return;
      setLast({ operations, before: mapOf(contributions), words });
      for (const operation of operations) void outbox.add(operation);
    },
    [outbox, contributions, room.state],
  );
  const act = useCallback((operation: Operation, words: string) => actAll([operation], words), [actAll]);

  /** The contribution's place on this page until the server has numbered it. */
  const nextSequence = () => {
    const mine = contributions
      .filter(({ recordedById }) => recordedById === userId)
      .map(({ sequence }) => sequence);
    return (highest.current = Math.max(highest.current, 0, ...mine) + 1);
  };
  const round = room.rounds.find(({ endedAt, tableId: at }) => endedAt === null && at === tableId);

  const recordOf = (contribution: ContributionOfDraft): Operation => ({
    do: "record",
    id: crypto.randomUUID(),
    roundtableId: room.roundtableId,
    ...contribution,
    tableId,
    roundId: round?.id ?? null,
    saidAt: outbox.now().toISOString(),
    sequence: nextSequence(),
  });

  /** Logs the draft: returns the next one, or why it cannot be logged. */
  const log = (draft: Draft, spokeBefore: Spoke): { next: Draft } | { problem: string } => {
    const made = contributionOfDraft(draft);
    if ("problem" in made) return made;
    act(recordOf(made.contribution), undoneLoggingWords(1));
    return { next: afterLogging(draft, spokeBefore) };
  };

  /** Logs all of them in one step, or none: then returns why one of them cannot be logged. */
  const logAll = (drafts: readonly Draft[]): { problem: string } | null => {
    const made: ContributionOfDraft[] = [];
    for (const [index, draft] of drafts.entries()) {
      const one = contributionOfDraft(draft);
      if ("problem" in one) return { problem: `Contribution ${index + 1}: ${one.problem}` };
      made.push(one.contribution);
    }
    actAll(made.map(recordOf), undoneLoggingWords(made.length));
    return null;
  };

  const mark = (questionId: string | null) => {
    log({ ...EMPTY_DRAFT, questionId, source: "note", text: "Moment to come back to" }, EMPTY_DRAFT);
  };

  const undo = (): string => {
    if (!last) return "There is nothing to take back.";
    const now = mapOf(contributions);
    const back = last.operations
      .map((operation) => undoing(operation, last.before, now, crypto.randomUUID()))
      .filter((operation) => operation !== null);
    setLast(null);
    if (back.length === 0) return "This cannot be undone here.";
    for (const operation of back) void outbox.add(operation);
    return `Undone. ${last.words}`;
  };

  return { act, log, logAll, mark, undo, nextSequence, round: round ?? null };
}

function mapOf(contributions: readonly ShownContribution[]): Contributions {
  return new Map(contributions.map((contribution) => [contribution.id, contribution]));
}
