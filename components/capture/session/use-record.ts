"use client";

import { useCallback, useMemo, useRef, useState } from "react";
import { lateStates, type LateState } from "@/lib/capture/session/late-state";
import type { Operation } from "@/lib/capture/session/operation";
import { contributionsOf, type Result } from "@/lib/capture/session/outbox";
import { byId } from "@/lib/capture/session/read-record";
import {
  inRecordOrder,
  withOperation,
  type Contributions,
  type ShownContribution,
} from "@/lib/capture/session/record-view";
import type { SessionState, Start } from "./types";
import { useOutbox, type Outbox } from "./outbox/use-outbox";
import { useLiveRecord } from "./use-live-record";
import { useSeen } from "./use-seen";

export type CaptureRecord = {
  outbox: Outbox;
  session: SessionState;
  /** Everything, in the order of the record, what waits included. */
  contributions: ShownContribution[];
  /** The states of contributions that arrived late, after the roundtable was closed. */
  late: ReadonlyMap<string, LateState>;
  /**
   * What the server said about the contributions sent last: a theme that only a colleague may remove, or that
   * they wait for the lead.
   */
  warning: string | null;
  /** Whether the page has read all that it ever shows of the record, and whether there are earlier contributions still. */
  whole: boolean;
  earlier: boolean;
};

/** The record as it stands on the server, kept up to date, with what this person typed on top of it. */
export function useRecord(start: Start, userId: string): CaptureRecord {
  const { roundtableId } = start.session;
  const [stored, setStored] = useState<Contributions>(() => byId(start.contributions));
  const [session, setSession] = useState(start.session);
  const [answered, setAnswered] = useState<readonly Operation[]>([]);

  const [read, setRead] = useState({ whole: !start.earlier, earlier: start.earlier });
  const onWhole = useCallback((earlier: boolean) => setRead({ whole: true, earlier }), []);
  const [warning, setWarning] = useState<string | null>(null);
  const readAgainRef = useRef<(ids: readonly string[]) => void>(() => {});

  const onStored = useCallback(
    (results: readonly Result[], operations: readonly Operation[]) => {
      const outcomes = new Map(results.map((result) => [result.id, result]));
      const saved = operations.filter(({ id }) => outcomes.get(id)?.outcome === "saved");
      const waits = operations.filter(({ id }) => outcomes.get(id)?.outcome === "late");
      setStored((before) =>
        saved.concat(waits).reduce((contributions, one) => withOperation(contributions, one, userId), before),
      );
      // The notice contains only ids: the contribution is read again.
      const partly = saved.filter(({ id }) => outcomes.get(id)?.message);
      const told = [...partly, ...waits][0];
      setWarning(outcomes.get(told?.id ?? "")?.message ?? null);
      readAgainRef.current(partly.flatMap(contributionsOf));
      if (waits.length > 0) setAnswered((before) => [...before, ...waits]);
    },
    [userId],
  );
  const outbox = useOutbox(userId, onStored);

  const late = useMemo(() => lateStates(session.late, answered), [answered, session.late]);
  useSeen(outbox, roundtableId, { stored, setStored, session, setSession });
  useLiveRecord(roundtableId, {
    contributions: stored,
    late,
    setContributions: setStored,
    setSession,
    onWhole,
    readAgainRef,
  });

  const contributions = useMemo(() => {
    const waiting = outbox.entries.filter(
      ({ operation, state }) => state !== "stale" && belongs(operation, roundtableId, stored, outbox),
    );
    return inRecordOrder(
      waiting.reduce((all, { operation }) => withOperation(all, operation, userId), stored).values(),
    );
  }, [stored, outbox, roundtableId, userId]);
  // One object for as long as nothing of it changes: a key that is typed must not make the list again.
  return useMemo(
    () => ({ outbox, session, contributions, late, warning, ...read }),
    [outbox, session, contributions, late, warning, read],
  );
}

/** A contribution that waits for another roundtable is sent from here and shown there. */
function belongs(
  operation: Operation,
  roundtableId: string,
  stored: Contributions,
  { entries }: Outbox,
): boolean {
  if ("roundtableId" in operation) return operation.roundtableId === roundtableId;
  if (!("contributionId" in operation)) return true;
  const { contributionId } = operation;
  return (
    stored.has(contributionId) ||
    entries.some(
      ({ operation: made }) =>
        made.id === contributionId && (!("roundtableId" in made) || made.roundtableId === roundtableId),
    )
  );
}
