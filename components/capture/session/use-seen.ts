"use client";

import { useEffect, useState } from "react";
import { byId, merged } from "@/lib/capture/session/read-record";
import type { Contributions } from "@/lib/capture/session/record-view";
import type { Outbox } from "./outbox/use-outbox";
import type { SetContributions } from "./use-live-record";

const SETTLE_MS = 500;

/** Keeps the record on this computer for a reload without network, and takes up what was kept. */
export function useSeen(
  { store }: Outbox,
  roundtableId: string,
  stored: Contributions,
  setStored: SetContributions,
): void {
  const [taken, setTaken] = useState(false);
  useEffect(() => {
    if (!store) return;
    void store.seen(roundtableId).then((seen) => {
      // What the page brought along is newer, unless the page itself was kept.
      setStored((before) => merged(byId(seen), before.values()));
      setTaken(true);
    });
  }, [store, roundtableId, setStored]);
  useEffect(() => {
    if (!store || !taken) return;
    const timer = setTimeout(
      () => void store.putSeen(roundtableId, [...stored.values()]).catch(() => {}),
      SETTLE_MS,
    );
    return () => clearTimeout(timer);
  }, [store, taken, roundtableId, stored]);
}
