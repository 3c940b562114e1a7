"use client";

import { useEffect, useRef, type RefObject } from "react";
import { listenLive } from "@/components/live/stream";
import type { LateState } from "@/lib/capture/session/late-state";
import type { Contributions } from "@/lib/capture/session/record-view";
import { createRecordReader, wantedBy } from "./record-reader";
import type { SessionState } from "./types";

export type SetContributions = (change: (before: Contributions) => Contributions) => void;

type Live = {
  contributions: Contributions;
  late: ReadonlyMap<string, LateState>;
  setContributions: SetContributions;
  setSession: (session: SessionState) => void;
  onWhole: (earlier: boolean) => void;
  /** Is given the function that reads contributions again. */
  readAgainRef: RefObject<(ids: readonly string[]) => void>;
};

/** Reads what others changed, as soon as the server tells of it. */
export function useLiveRecord(roundtableId: string, live: Live): void {
  const { contributions, late, setContributions, setSession, onWhole, readAgainRef } = live;
  const known = useRef({ contributions, late });
  useEffect(() => {
    known.current = { contributions, late };
  }, [contributions, late]);
  useEffect(() => {
    // What waits for the lead, or was set aside, is not in the record, and stays on the page of whoever typed it.
    const ofRecord = () => {
      const had = known.current;
      return new Set([...had.contributions.keys()].filter((id) => !had.late.has(id)));
    };
    const reader = createRecordReader(roundtableId, { ofRecord, setContributions, setSession, onWhole });
    const stopListening = listenLive((notice) => {
      const wanted = wantedBy(notice, roundtableId);
      if (wanted) reader.want(wanted);
    });
    readAgainRef.current = (ids) => {
      if (ids.length > 0) reader.want({ ids, all: false, session: false });
    };
    return () => {
      stopListening();
      reader.stop();
    };
  }, [roundtableId, setContributions, setSession, onWhole, readAgainRef]);
}
