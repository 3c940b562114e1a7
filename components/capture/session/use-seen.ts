"use client";

import { useEffect, useRef, useState } from "react";
import { byId, merged } from "@/lib/capture/session/read-record";
import type { Contributions } from "@/lib/capture/session/record-view";
import { descriptionsOf, withDescriptions } from "@/lib/capture/session/descriptions";
import { withUnchangedParts } from "@/lib/capture/session/unchanged-parts";
import type { SeenInParts } from "./outbox/seen-store";
import { partsOf } from "./outbox/seen-parts";
import type { Outbox } from "./outbox/use-outbox";
import type { SetContributions } from "./use-live-record";

import type { SessionState } from "./types";

const SETTLE_MS = 500;

type Held = {
  stored: Contributions;
  setStored: SetContributions;
  session: SessionState;
  setSession: (change: (before: SessionState) => SessionState) => void;
};

/**
 * Keeps the record, and how the participants are described, on this computer for a reload without network, and takes up
 * what was kept. The page itself is kept without either, because whoever opens this computer can read it.
 */
export function useSeen(
  { store }: Outbox,
  roundtableId: string,
  { stored, setStored, session, setSession }: Held,
): void {
  const [taken, setTaken] = useState(false);
  const kept = useRef<SeenInParts | null>(null);
  useEffect(() => {
    if (!store) return;
    void store.seen(roundtableId).then((seen) => {
      // What the page brought along is newer, unless the page itself was kept.
      setStored((before) => merged(byId(seen.contributions), before.values()));
      setSession((before) => withDescriptions(before, seen.descriptions));
      setTaken(true);
    });
  }, [store, roundtableId, setStored, setSession]);
  useEffect(() => {
    if (!store || !taken) return;
    const keep = () => {
      const before = kept.current;
      const descriptions = descriptionsOf(session);
      const seen = {
        parts: partsOf(stored.values()),
        descriptions: before ? withUnchangedParts(before.descriptions, descriptions) : descriptions,
      };
      kept.current = seen;
      // What could not be written is written with the next change.
      store.putSeen(roundtableId, seen, before).catch(() => (kept.current = null));
    };
    // The first time at once: the network may fail, and the page be loaded again, before things are quiet.
    const timer = setTimeout(keep, kept.current === null ? 0 : SETTLE_MS);
    return () => clearTimeout(timer);
  }, [store, taken, roundtableId, stored, session]);
}
