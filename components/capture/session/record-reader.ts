import type { LiveNotice } from "@/components/live/stream";
import { merged, replaced } from "@/lib/capture/session/read-record";
import type { Contributions } from "@/lib/capture/session/record-view";
import { fetchContributions, fetchRoom } from "./fetch-room";
import type { RoomState } from "./types";

/** Changes that come close together are read together. */
const SETTLE_MS = 25;
/** More than this are asked for by asking for everything. */
const MAX_IDS = 150;
const AGAIN_MS = 1500;

/** What has to be read: contributions by their ids or all of them, and the room. */
type Wanted = { ids: readonly string[]; all: boolean; room: boolean };

/** What a notice makes the page of a roundtable read again; null where it is not about it. */
export function wantedBy(notice: LiveNotice, roundtableId: string): Wanted | null {
  const { kind, roundtableId: where, ids, contributionId } = notice;
  if (kind === "presence" || (where !== undefined && where !== roundtableId)) return null;
  if (kind === "connected") return { ids: [], all: true, room: true };
  const known = kind === "tagging" ? contributionId && [contributionId] : ids;
  if (kind === "tagging" || kind.startsWith("contribution."))
    return { ids: known || [], all: !known, room: false };
  return { ids: [], all: false, room: true };
}

type Page = {
  /** The contributions that the page has of the record. */
  ofRecord: () => ReadonlySet<string>;
  setContributions: (change: (before: Contributions) => Contributions) => void;
  setRoom: (room: RoomState) => void;
};

export type RecordReader = {
  want: (wanted: Wanted) => void;
  stop: () => void;
};

/** Reads what is wanted of a roundtable's record, soon; what could not be read is asked for again. */
export function createRecordReader(roundtableId: string, page: Page): RecordReader {
  const left = new AbortController();
  const ids = new Set<string>();
  const wanted = { all: false, room: false };
  let timer: ReturnType<typeof setTimeout> | undefined;

  function want(next: Wanted, afterMs = SETTLE_MS): void {
    if (left.signal.aborted) return;
    for (const id of next.ids) ids.add(id);
    wanted.all ||= next.all;
    wanted.room ||= next.room;
    clearTimeout(timer);
    timer = setTimeout(() => void Promise.all([readContributions(), readRoom()]), afterMs);
  }

  async function readContributions(): Promise<void> {
    const asked = { ids: [...ids], all: wanted.all || ids.size > MAX_IDS };
    if (!asked.all && asked.ids.length === 0) return;
    ids.clear();
    wanted.all = false;
    const before = page.ofRecord();
    const read = await fetchContributions(roundtableId, asked.all ? null : asked.ids, left.signal);
    if (!read) return want({ ...asked, room: false }, AGAIN_MS);
    page.setContributions((now) => (asked.all ? replaced(now, before, read) : merged(now, read)));
  }

  async function readRoom(): Promise<void> {
    if (!wanted.room) return;
    wanted.room = false;
    const room = await fetchRoom(roundtableId, left.signal);
    if (!room) return want({ ids: [], all: false, room: true }, AGAIN_MS);
    page.setRoom(room);
  }

  return {
    want: (next) => want(next),
    stop: () => {
      clearTimeout(timer);
      left.abort();
    },
  };
}
