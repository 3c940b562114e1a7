"use client";

import { useCallback, useEffect, useMemo, useRef, useState, type RefObject } from "react";
import { listenLive, type LiveNotice } from "@/components/live/stream";
import { lateStateOf, type LateState } from "@/lib/capture/session/late";
import type { Operation } from "@/lib/capture/session/operation";
import { linesOf, type Result } from "@/lib/capture/session/outbox";
import { inRecordOrder, withOperation, type Lines, type ShownLine } from "@/lib/capture/session/record-view";
import { fetchLines, fetchRoom } from "./fetch-room";
import type { RoomState, Start } from "./types";
import { useOutbox, type Outbox } from "./outbox/use-outbox";

export type CaptureRecord = {
  outbox: Outbox;
  room: RoomState;
  /** Everything, in the order of the record, what waits included. */
  lines: ShownLine[];
  /** How a line stands with the lead, since the roundtable is closed. */
  lateOf: (lineId: string) => LateState | null;
  /** What became of the lines sent last: a theme that only a colleague may remove, or that they wait for the lead. */
  warning: string | null;
};

/** Changes that come close together are read together. */
const SETTLE_MS = 25;

/** The record as it stands on the server, kept up to date, with what this person typed on top of it. */
export function useRecord(start: Start, userId: string): CaptureRecord {
  const { roundtableId } = start.room;
  const [stored, setStored] = useState<Lines>(() => byId(start.lines));
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
        saved.concat(waits).reduce((lines, one) => withOperation(lines, one, userId), before),
      );
      // Not all of it: the line is read as it is.
      const partly = saved.filter(({ id }) => outcomes.get(id)?.message);
      const told = [...partly, ...waits][0];
      setWarning(outcomes.get(told?.id ?? "")?.message ?? null);
      readAgainRef.current(partly.flatMap(linesOf));
      if (waits.length > 0) setAnswered((before) => [...before, ...waits]);
    },
    [userId],
  );
  const outbox = useOutbox(userId, onStored);

  const lateOf = useCallback(
    (lineId: string) => {
      const about = answered.filter((operation) => linesOf(operation).includes(lineId));
      return lateStateOf(
        lineId,
        room.late,
        about.map(({ id }) => id),
      );
    },
    [answered, room.late],
  );
  useSeen(outbox, roundtableId, stored, setStored);
  useLive(roundtableId, { lines: stored, lateOf, setLines: setStored, setRoom, readAgainRef });

  const lines = useMemo(() => {
    const waiting = outbox.entries.filter(
      ({ operation, state }) => state !== "stale" && belongs(operation, roundtableId, stored, outbox),
    );
    return inRecordOrder(
      waiting.reduce((all, { operation }) => withOperation(all, operation, userId), stored).values(),
    );
  }, [stored, outbox, roundtableId, userId]);
  return { outbox, room, lines, lateOf, warning };
}

function byId(lines: readonly ShownLine[]): Lines {
  return new Map(lines.map((line) => [line.id, line]));
}

/** A line waiting for another roundtable is sent from here and shown there. */
function belongs(operation: Operation, roundtableId: string, stored: Lines, { entries }: Outbox): boolean {
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

/** The newer of what is known already and what was read, line by line. */
function merged(known: Lines, read: readonly ShownLine[]): Lines {
  const next = new Map(known);
  for (const line of read) {
    const before = next.get(line.id);
    if (!before || before.revision <= line.revision || line.erased) next.set(line.id, line);
  }
  return next;
}

/** Keeps the record on this computer for a reload without network, and takes up what was kept. */
function useSeen({ store }: Outbox, roundtableId: string, stored: Lines, setStored: SetLines) {
  const [taken, setTaken] = useState(false);
  useEffect(() => {
    if (!store) return;
    void store.seen(roundtableId).then((seen) => {
      // What the page brought along is newer, unless the page itself was kept.
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

type SetLines = (change: (before: Lines) => Lines) => void;
type Live = {
  lines: Lines;
  lateOf: CaptureRecord["lateOf"];
  setLines: SetLines;
  setRoom: (room: RoomState) => void;
  /** Is given the function that reads lines again. */
  readAgainRef: RefObject<(ids: readonly string[]) => void>;
};

/** More than this are asked for by asking for everything. */
const MAX_IDS = 150;
const AGAIN_MS = 1500;

/** Reads what others changed, as soon as the server tells of it; what could not be read is asked for again. */
function useLive(roundtableId: string, live: Live) {
  const { lines: stored, lateOf, setLines, setRoom, readAgainRef } = live;
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
    const readLines = async (): Promise<void> => {
      const all = wanted.all || wanted.ids.size > MAX_IDS;
      const ids = [...wanted.ids];
      if (!all && ids.length === 0) return;
      wanted.ids.clear();
      wanted.all = false;
      const { stored: had, lateOf: isLate } = known.current;
      // What waits for the lead, or was set aside, is not in the record, and stays on the page of whoever typed it.
      const before = new Set([...had.keys()].filter((id) => isLate(id) === null));
      const lines = await fetchLines(roundtableId, all ? null : ids, left.signal);
      if (lines) return setLines((now) => (all ? replaced(now, before, lines) : merged(now, lines)));
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
    const read = () => Promise.all([readLines(), readRoom()]);
    const stop = listenLive(({ kind, roundtableId: where, ids, contributionId }: LiveNotice) => {
      if (kind === "presence" || (where !== undefined && where !== roundtableId)) return;
      const ofLines = kind.startsWith("contribution.");
      if (kind === "connected") wanted.all = wanted.room = true;
      else if (kind === "tagging") {
        if (contributionId === undefined) wanted.all = true;
        else wanted.ids.add(contributionId);
      } else if (ofLines && ids) for (const id of ids) wanted.ids.add(id);
      else if (ofLines) wanted.all = true;
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
  }, [roundtableId, setLines, setRoom, readAgainRef]);
}

/** The whole record as read; a line that was stored from here meanwhile is not in it yet. */
function replaced(now: Lines, before: ReadonlySet<string>, read: readonly ShownLine[]): Lines {
  const there = new Set(read.map(({ id }) => id));
  const kept = [...now.values()].filter(({ id }) => there.has(id) || !before.has(id));
  return merged(byId(kept), read);
}
