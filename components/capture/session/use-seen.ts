"use client";

import { useEffect, useState } from "react";
import { byId, merged } from "@/lib/capture/session/read-record";
import type { Contributions } from "@/lib/capture/session/record-view";
import { withDescriptions } from "@/lib/capture/session/descriptions";
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
    const timer = setTimeout(
      () =>
        void store
          .putSeen(roundtableId, {
            contributions: [...stored.values()],
            descriptions: Object.fromEntries(
              session.participants.map(({ id, description }) => [id, description]),
            ),
          })
          .catch(() => {}),
      SETTLE_MS,
    );
    return () => clearTimeout(timer);
  }, [store, taken, roundtableId, stored, session.participants]);
}
