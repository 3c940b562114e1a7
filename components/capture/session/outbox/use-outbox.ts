"use client";

import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { Operation } from "@/lib/capture/session/operation";
import type { Result } from "@/lib/capture/session/outbox";
import { openDeviceStore, type DeviceStore } from "./device-store";
import { fetchKey } from "../fetch-session";
import { OutboxSender, type Snapshot } from "./outbox-sender";

export type Outbox = Snapshot & {
  add: (operation: Operation) => Promise<void>;
  retry: (id: string, operation?: Operation) => Promise<void>;
  discard: (id: string) => Promise<void>;
  /** The server's clock, as this computer estimates it. */
  now: () => Date;
  store: DeviceStore | null;
};

const NOTHING: Snapshot = { entries: [], connection: { state: "online" }, ready: false };

/** The queue of the signed-in person, for as long as the page is open. */
export function useOutbox(
  userId: string,
  onStored: (results: readonly Result[], operations: readonly Operation[]) => void,
): Outbox {
  const [sender] = useState(() => new OutboxSender(userId));
  const [store, setStore] = useState<DeviceStore | null>(null);

  useEffect(() => {
    sender.hearStored(onStored);
  }, [sender, onStored]);

  useEffect(() => {
    let left = false;
    const begin = async () => {
      // Without storage the page still sends, and says what that means.
      const opened = await openDeviceStore(userId, fetchKey).catch(() => null);
      if (left) return;
      setStore(opened);
      await sender.start(opened);
    };
    void begin();
    return () => {
      left = true;
      sender.stop();
    };
  }, [sender, userId]);

  const snapshot = useSyncExternalStore(sender.subscribe, sender.snapshot, () => NOTHING);
  const { state } = snapshot.connection;
  useEffect(() => {
    // It could not be opened without network, or while nobody was signed in.
    if (!snapshot.ready || store !== null || state !== "online") return;
    void openDeviceStore(userId, fetchKey)
      .then(async (opened) => {
        setStore(opened);
        await sender.keepIn(opened);
      })
      .catch(() => {});
  }, [snapshot.ready, store, state, sender, userId]);
  return useMemo(
    () => ({
      ...snapshot,
      store,
      add: (operation) => sender.add(operation),
      retry: (id, operation) => sender.retry(id, operation),
      discard: (id) => sender.discard(id),
      now: () => sender.now(),
    }),
    [sender, snapshot, store],
  );
}
