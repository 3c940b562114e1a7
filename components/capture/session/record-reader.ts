import type { LiveNotice } from "@/components/live/stream";
import { merged, replaced } from "@/lib/capture/session/read-record";
import type { Contributions } from "@/lib/capture/session/record-view";
import { fetchContributions, fetchSession } from "./fetch-session";
import type { SessionState } from "./types";

/** Changes that come close together are read together. */
const SETTLE_MS = 25;
/** More than this are asked for by asking for everything. */
const MAX_IDS = 150;
const AGAIN_MS = 1500;

/** What has to be read: contributions by their ids or all of them, and the room. */
type Wanted = { ids: readonly string[]; all: boolean; session: boolean };

/** What a notice makes the page of a roundtable read again; null where it is not about it. */
export function wantedBy(notice: LiveNotice, roundtableId: string): Wanted | null {
  const { kind, roundtableId: where, ids, contributionId } = notice;
  if (kind === "presence" || (where !== undefined && where !== roundtableId)) return null;
  if (kind === "connected") return { ids: [], all: true, session: true };
  const known = kind === "tagging" ? contributionId && [contributionId] : ids;
  if (kind === "tagging" || kind.startsWith("contribution."))
    return { ids: known || [], all: !known, session: false };
  return { ids: [], all: false, session: true };
}

type Page = {
  /** The contributions that the page has of the record. */
  ofRecord: () => ReadonlySet<string>;
  setContributions: (change: (before: Contributions) => Contributions) => void;
  setSession: (session: SessionState) => void;
  /** Called when the whole record was read, or as much as a page ever has of it. */
  onWhole: (earlier: boolean) => void;
};

export type RecordReader = {
  want: (wanted: Wanted) => void;
  stop: () => void;
};

/** Reads what is wanted of a roundtable's record, soon; what could not be read is asked for again. */
export function createRecordReader(roundtableId: string, page: Page): RecordReader {
  const left = new AbortController();
  const ids = new Set<string>();
  const wanted = { all: false, session: false };
  let timer: ReturnType<typeof setTimeout> | undefined;

  function want(next: Wanted, afterMs = SETTLE_MS): void {
    if (left.signal.aborted) return;
    for (const id of next.ids) ids.add(id);
    wanted.all ||= next.all;
    wanted.session ||= next.session;
    clearTimeout(timer);
    timer = setTimeout(() => void Promise.all([readContributions(), readSession()]), afterMs);
  }

  async function readContributions(): Promise<void> {
    const asked = { ids: [...ids], all: wanted.all || ids.size > MAX_IDS };
    if (!asked.all && asked.ids.length === 0) return;
    ids.clear();
    wanted.all = false;
    const before = page.ofRecord();
    const read = await fetchContributions(roundtableId, asked.all ? null : asked.ids, left.signal);
    if (!read) return want({ ...asked, session: false }, AGAIN_MS);
    const { contributions, earlier } = read;
    page.setContributions((now) =>
      asked.all ? replaced(now, before, contributions) : merged(now, contributions),
    );
    if (asked.all) page.onWhole(earlier);
  }

  async function readSession(): Promise<void> {
    if (!wanted.session) return;
    wanted.session = false;
    const session = await fetchSession(roundtableId, left.signal);
    if (!session) return want({ ids: [], all: false, session: true }, AGAIN_MS);
    page.setSession(session);
  }

  return {
    want: (next) => want(next),
    stop: () => {
      clearTimeout(timer);
      left.abort();
    },
  };
}
