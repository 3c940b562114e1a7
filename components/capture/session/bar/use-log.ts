"use client";

import { useRef } from "react";
import {
  contributionOfDraft,
  type ContributionOfDraft,
} from "@/lib/capture/session/bar/contribution-of-draft";
import { afterLogging, EMPTY_DRAFT, type Draft, type Spoke } from "@/lib/capture/session/bar/draft";
import type { Operation } from "@/lib/capture/session/operation";
import { undoneLoggingWords } from "@/lib/capture/session/undo";
import type { CaptureRecord } from "../use-record";
import { useSteps } from "./use-steps";

/** Logs what was typed, under the table and the go-round of the moment. */
export function useLog(record: CaptureRecord, userId: string, tableId: string | null) {
  const { outbox, session, contributions } = record;
  const { act, actAll, undo } = useSteps(record);
  const highest = useRef(0);

  /** Where the contribution stands on this page until the server has numbered it. */
  const nextSequence = () => {
    const mine = contributions
      .filter(({ recordedById }) => recordedById === userId)
      .map(({ sequence }) => sequence);
    return (highest.current = Math.max(highest.current, 0, ...mine) + 1);
  };
  const goRound = session.goRounds.find(({ endedAt, tableId: at }) => endedAt === null && at === tableId);

  const recordOf = (contribution: ContributionOfDraft): Operation => ({
    do: "record",
    id: crypto.randomUUID(),
    roundtableId: session.roundtableId,
    ...contribution,
    tableId,
    goRoundId: goRound?.id ?? null,
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

  return { act, log, logAll, mark, undo, nextSequence, goRound: goRound ?? null };
}
