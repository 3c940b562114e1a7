"use client";

import { useCallback, useEffect, useMemo, useRef, useState, type RefObject } from "react";
import { listenLive, type LiveNotice } from "@/components/live/stream";
import { lateStateOf, type LateState } from "@/lib/capture/session/late";
import type { Operation } from "@/lib/capture/session/operation";
import { contributionsOf, type Result } from "@/lib/capture/session/outbox";
import {
  inRecordOrder,
  withOperation,
  type Contributions,
  type ShownContribution,
} from "@/lib/capture/session/record-view";
import { fetchContributions, fetchRoom } from "./fetch-room";
import type { RoomState, Start } from "./types";
import { useOutbox, type Outbox } from "./outbox/use-outbox";

export type CaptureRecord = {
  outbox: Outbox;
  room: RoomState;
  /** Everything in the order of the record, with waiting operations applied. */
  contributions: ShownContribution[];
  /** The state of a contribution that arrived late, after the roundtable was closed. */
  lateOf: (contributionId: string) => LateState | null;
  /**
   * What the server said about the contributions sent last: a theme that only a colleague may remove, or that
   * they wait for the lead.
   */
  warning: string | null;
};

/** Changes within this time are read together. */
const SETTLE_MS = 25;

/** The record on the server, kept up to date, with this person's waiting operations applied. */
export function useRecord(start: Start, userId: string): CaptureRecord {
  const { roundtableId } = start.room;
  const [stored, setStored] = useState<Contributions>(() => byId(start.contributions));
  const [room, setRoom] = useState(start.room);
  const [answered, setAnswered] = useState<readonly Operation[]>([]);

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

  const lateOf = useCallback(
    (contributionId: string) => {
      const about = answered.filter((operation) => contributionsOf(operation).includes(contributionId));
      return lateStateOf(
        contributionId,
        room.late,
        about.map(({ id }) => id),
      );
    },
    [answered, room.late],
  );
  useSeen(outbox, roundtableId, stored, setStored);
  useLive(roundtableId, {
    contributions: stored,
    lateOf,
    setContributions: setStored,
    setRoom,
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
  return { outbox, room, contributions, lateOf, warning };
}

function byId(contributions: readonly ShownContribution[]): Contributions {
  return new Map(contributions.map((contribution) => [contribution.id, contribution]));
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

/** The newer of what is known already and what was read, contribution by contribution. */
function merged(known: Contributions, read: readonly ShownContribution[]): Contributions {
  const next = new Map(known);
  for (const contribution of read) {
    const before = next.get(contribution.id);
    if (!before || before.revision <= contribution.revision || contribution.erased)
      next.set(contribution.id, contribution);
  }
  return next;
}

/** Stores the record on this computer for a reload without network, and loads what was stored. */
function useSeen(
  { store }: Outbox,
  roundtableId: string,
  stored: Contributions,
  setStored: SetContributions,
) {
  const [taken, setTaken] = useState(false);
  useEffect(() => {
    if (!store) return;
    void store.seen(roundtableId).then((seen) => {
      // The page's own data is newer, unless the page itself was the kept one.
      setStored((before) => merged(byId(seen), [...before.values()]));
      setTaken(true);
    });
  }, [store, roundtableId, setStored]);
  useEffect(() => {
    if (!store || !taken) return;
    const timer = setTimeout(
      () => void store.putSeen(roundtableId, [...stored.values()]).catch(() => {}),
      500,
    );
    return () => clearTimeout(timer);
  }, [store, taken, roundtableId, stored]);
}

type SetContributions = (change: (before: Contributions) => Contributions) => void;
type Live = {
  contributions: Contributions;
  lateOf: CaptureRecord["lateOf"];
  setContributions: SetContributions;
  setRoom: (room: RoomState) => void;
  /** Receives the function that reads contributions again. */
  readAgainRef: RefObject<(ids: readonly string[]) => void>;
};

/** With more than this, everything is requested. */
const MAX_IDS = 150;
const AGAIN_MS = 1500;

/**
 * Reads what others changed, as soon as the server announces it; what could not be read is requested again.
 */
function useLive(roundtableId: string, live: Live) {
  const { contributions: stored, lateOf, setContributions, setRoom, readAgainRef } = live;
  const known = useRef({ stored, lateOf });
  useEffect(() => {
    known.current = { stored, lateOf };
  }, [stored, lateOf]);
  useEffect(() => {
    const left = new AbortController();
    const wanted = { ids: new Set<string>(), all: false, room: false };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const soon = (ms: number) => {
      clearTimeout(timer);
      timer = setTimeout(() => void read(), ms);
    };
    const readContributions = async (): Promise<void> => {
      const all = wanted.all || wanted.ids.size > MAX_IDS;
      const ids = [...wanted.ids];
      if (!all && ids.length === 0) return;
      wanted.ids.clear();
      wanted.all = false;
      const { stored: had, lateOf: isLate } = known.current;
      // What waits for the lead, or was set aside, is not in the record, and stays on its author's page.
      const before = new Set([...had.keys()].filter((id) => isLate(id) === null));
      const contributions = await fetchContributions(roundtableId, all ? null : ids, left.signal);
      if (contributions)
        return setContributions((now) =>
          all ? replaced(now, before, contributions) : merged(now, contributions),
        );
      for (const id of ids) wanted.ids.add(id);
      wanted.all ||= all;
      if (!left.signal.aborted) soon(AGAIN_MS);
    };
    const readRoom = async (): Promise<void> => {
      if (!wanted.room) return;
      wanted.room = false;
      const room = await fetchRoom(roundtableId, left.signal);
      if (room) return setRoom(room);
      wanted.room = true;
      if (!left.signal.aborted) soon(AGAIN_MS);
    };
    const read = () => Promise.all([readContributions(), readRoom()]);
    const stop = listenLive(({ kind, roundtableId: where, ids, contributionId }: LiveNotice) => {
      if (kind === "presence" || (where !== undefined && where !== roundtableId)) return;
      const ofContributions = kind.startsWith("contribution.");
      if (kind === "connected") wanted.all = wanted.room = true;
      else if (kind === "tagging") {
        if (contributionId === undefined) wanted.all = true;
        else wanted.ids.add(contributionId);
      } else if (ofContributions && ids) for (const id of ids) wanted.ids.add(id);
      else if (ofContributions) wanted.all = true;
      else wanted.room = true;
      soon(SETTLE_MS);
    });
    readAgainRef.current = (ids) => {
      for (const id of ids) wanted.ids.add(id);
      if (ids.length > 0) soon(SETTLE_MS);
    };
    return () => {
      stop();
      clearTimeout(timer);
      left.abort();
    };
  }, [roundtableId, setContributions, setRoom, readAgainRef]);
}

/** The whole record as read; a contribution that was stored from here meanwhile is not in it yet. */
function replaced(
  now: Contributions,
  before: ReadonlySet<string>,
  read: readonly ShownContribution[],
): Contributions {
  const there = new Set(read.map(({ id }) => id));
  const kept = [...now.values()].filter(({ id }) => there.has(id) || !before.has(id));
  return merged(byId(kept), read);
}
